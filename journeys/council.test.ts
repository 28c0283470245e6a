import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { beginSession, openExperience } from "./support/open-experience.ts";
import type { ExperienceJourney } from "./support/open-experience.ts";
import { pageFaults } from "./support/page-faults.ts";

const step = (page: Page, name: string) =>
  page.getByRole("navigation", { name: "Steps" }).getByRole("button", { name }).click();

/** A council with a question, two ways to go, and somebody it touches. */
async function fillIn(page: Page): Promise<void> {
  await page.getByLabel("The question").fill("Should we move in with Gran?");
  await page.getByLabel("Who decides?").fill("My brother and I");
  await page.getByRole("button", { name: "Note it", exact: true }).click();
  await page.getByRole("button", { name: "Next: The options" }).click();
  await page.getByLabel("A way to go, in a few words").fill("Move in with her");
  await page.getByLabel("What speaks for it").fill("She is not alone at night");
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await page.getByRole("heading", { name: "Move in with her" }).waitFor();
  await page.getByRole("button", { name: "Next: Whom it touches" }).click();
  await page.getByLabel("Who?").fill("Gran");
  await page.getByLabel("They are vulnerable").check();
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await page.getByRole("heading", { name: "Gran" }).waitFor();
}

describe("a council without a language model", { timeout: 300_000 }, () => {
  let journey: ExperienceJourney;
  beforeAll(async () => void (journey = await openExperience("council")), 300_000);
  afterAll(() => journey.close(), 60_000);

  it("goes from the question to a reason and a choice, keeps all over a reload, and is checked byte by byte", async () => {
    const { page, complaints } = await journey.open();
    expect(await pageFaults(page)).toEqual([]);
    await beginSession(page, "council");
    await fillIn(page);

    // Likely feelings: a guess is called one, and without words of theirs nothing else can be noted.
    await step(page, "How it might feel");
    await page.getByRole("button", { name: "Not noted: Gran, Move in with her" }).click();
    await page.getByRole("combobox", { name: "How pleasant?" }).click();
    await page.getByRole("option", { name: "mixed" }).click();
    await page.getByLabel("they said so").check();
    await page.getByRole("button", { name: "Note it", exact: true, disabled: true }).waitFor();
    await page.getByLabel("The words it rests on").fill("I would like that, but the stairs scare me.");
    await page.getByRole("button", { name: "Note it", exact: true }).click();
    await page.getByText("they said so, not sure").waitFor();
    expect(await pageFaults(page)).toEqual([]);

    // What is being written stays over a reload, and so does the place.
    await step(page, "Your decision");
    await page.getByLabel("My reason").fill("She asked us to, twice.");
    await page.reload();
    await page.getByRole("heading", { name: "Your reason, in your own words" }).waitFor();
    expect(await page.getByLabel("My reason").inputValue()).toBe("She asked us to, twice.");
    await page.getByLabel("Move in with her").check();
    await page.getByRole("button", { name: "Note my choice", disabled: true }).waitFor();
    await page.getByRole("button", { name: "Note it", exact: true }).first().click();
    await page.getByRole("button", { name: "Note my choice" }).click();
    await page.getByText("Noted: Move in with her").waitFor();

    // The other side, with questions from a list, marked as such.
    await step(page, "The other side");
    await page.getByLabel("Move in with her").check();
    await page.getByRole("button", { name: "Help me find an objection" }).click();
    await page.getByText("Questions from a list.").waitFor();
    await page.getByRole("button", { name: "Take it: “What can never be undone about it?”" }).click();
    await page.getByText("from a machine’s guess").waitFor();

    await step(page, "The record");
    await page.getByText("no verdict and no score").waitFor();
    expect(await pageFaults(page)).toEqual([]);
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Save for checking (JSON)" }).click(),
    ]);
    const record = await readFile(await download.path(), "utf8");
    const fingerprint = await page.locator("[class*=fingerprint]").first().textContent();
    await page.getByRole("link", { name: "Check a saved record" }).click();
    await page.getByLabel("Or paste its text").fill(record);
    await page.getByRole("button", { name: "Check it" }).click();
    await page.getByText(/^Unchanged\. All \d+ entries/u).waitFor();
    await page.getByLabel("The fingerprint you noted").fill(fingerprint ?? "");
    await page.getByText("That is the fingerprint of this record.").waitFor();
    expect(await pageFaults(page)).toEqual([]);
    await page
      .getByLabel("Or paste its text")
      .fill(record.replace("the stairs scare me", "the stairs please me"));
    await page.getByRole("button", { name: "Check it" }).click();
    await page.getByText(/Not as it was written\. Line \d+: its hash does not fit/u).waitFor();
    expect(await page.getByRole("button", { name: "Go on with this record" }).count()).toBe(0);

    // Unchanged, it is gone on with: a council of one's own, in which everything is as it was.
    await page.getByLabel("Or paste its text").fill(record);
    await page.getByRole("button", { name: "Check it" }).click();
    await page.getByRole("button", { name: "Go on with this record" }).click();
    await page.waitForURL(/#\/council\/s_[\w-]+$/u);
    await step(page, "Your decision");
    await page.getByText("Noted: Move in with her").waitFor();
    await page.reload();
    await step(page, "The record");
    await page.getByText("She asked us to, twice.").first().waitFor();
    expect(complaints).toEqual([]);
  });

  it("sets planned harm aside, says why, and refers what belongs with somebody trained", async () => {
    const { page } = await journey.open();
    await beginSession(page, "council");
    await page.getByLabel("The question").fill("Should Gran have the surgery?");
    await page.getByRole("button", { name: "Note it", exact: true }).click();
    await page.getByText("This touches health").waitFor();
    await step(page, "The options");
    await page.getByLabel("A way to go, in a few words").fill("Slip sleeping pills into her tea");
    await page.getByRole("button", { name: "Add", exact: true }).click();
    await page.getByText("I can’t help plan that").waitFor();
    expect(await page.getByRole("heading", { name: "Slip sleeping pills" }).count()).toBe(0);
  });

  it("is shared by a link: nobody sees an answer before all have answered, then all see where they differ", async () => {
    const { page } = await journey.open();
    await beginSession(page, "council");
    await fillIn(page);
    await step(page, "What others think");
    await page.getByRole("button", { name: "Make a link" }).click();
    const link = await page.getByLabel("The link").inputValue();
    await page.getByRole("button", { name: "Begin the first round" }).click();
    await page.getByText("0 of 2 have answered.").waitFor();

    const other = await journey.visit({ colorScheme: "light" });
    await other.page.goto(link);
    await other.page.getByLabel("A name for the others").fill("Ben");
    await other.page.getByRole("button", { name: "Join" }).click();
    await other.page.getByRole("heading", { name: "Should we move in with Gran?" }).waitFor();
    expect(await pageFaults(other.page)).toEqual([]);
    const answer = async (who: Page, stance: string, reason: string) => {
      await who
        .getByRole("radiogroup", { name: "How does “Move in with her” sit with you?" })
        .getByLabel(stance)
        .check();
      await who.getByLabel("Your reason").fill(reason);
      await who.getByRole("button", { name: "Give my answer" }).click();
    };
    await answer(other.page, "Uneasy", "I would lose my room.");
    await other.page.getByText("Your answer is in.").waitFor();
    await page.getByText("1 of 2 have answered.").waitFor();
    expect(await page.getByText("I would lose my room.").count()).toBe(0);
    await answer(page, "At ease with it", "She should not be alone.");

    for (const each of [page, other.page]) {
      await each.getByRole("heading", { name: "Where people differ" }).waitFor();
      await each.getByText("People stand on both sides here.").first().waitFor();
      await each.getByText("I would lose my room.").first().waitFor();
      await each.getByText("She should not be alone.").first().waitFor();
    }
    expect(await pageFaults(page)).toEqual([]);
    await other.context.close();
  });

  it("speaks German", async () => {
    const { page } = await journey.open({ locale: "de-DE" });
    await beginSession(page, "council");
    await page.getByLabel("Die Frage").fill("Ziehen wir zu Oma?");
    await page.getByRole("button", { name: "Notieren" }).click();
    await page.getByRole("button", { name: "Weiter: Die Möglichkeiten" }).click();
    await page.getByRole("heading", { name: "Vorerst nichts tun" }).waitFor();
    expect(await pageFaults(page)).toEqual([]);
  });
});

describe("a council with a language model", { timeout: 300_000 }, () => {
  let journey: ExperienceJourney;
  beforeAll(async () => {
    journey = await openExperience("council", () => ({
      kind: "text",
      text: JSON.stringify({
        suggestions: [
          { text: "The neighbours downstairs", why: "They may hear more steps at night." },
          { text: "Your brother’s children", why: "They may see him less." },
        ],
      }),
    }));
  }, 300_000);
  afterAll(() => journey.close(), 60_000);

  it("gets its guesses, marked as such, and only what is taken is in the record", async () => {
    const { page, complaints } = await journey.open();
    await beginSession(page, "council");
    await fillIn(page);
    await page.getByRole("button", { name: "Who may be missing?" }).click();
    await page.getByText("A machine’s guesses.").waitFor({ timeout: 90_000 });
    expect(await pageFaults(page)).toEqual([]);
    await page.getByRole("button", { name: "Leave it: “Your brother’s children”" }).click();
    await page.getByRole("button", { name: "Take it: “The neighbours downstairs”" }).click();
    await page.getByRole("button", { name: "Add", exact: true }).click();
    await page.getByRole("heading", { name: "The neighbours downstairs" }).waitFor();
    await page.getByText("from a machine’s guess").waitFor();
    await step(page, "The record");
    await page.getByText("The neighbours downstairs").first().waitFor();
    expect(await page.getByText("Your brother’s children").count()).toBe(0);
    // The model got the question, and was told to give no verdict.
    const asked = journey.upstream?.requests.map(({ body }) => body).join("\n") ?? "";
    expect(asked).toContain("Should we move in with Gran?");
    expect(asked).toContain("no verdict");
    expect(complaints).toEqual([]);
  });
});
