import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { beginSession, openExperience } from "./support/open-experience.ts";
import type { ExperienceJourney } from "./support/open-experience.ts";
import { pageFaults } from "./support/page-faults.ts";

/** Puts the kettle on and pours when the pot is right, by keyboard alone. */
async function pourByKeyboard(page: Page): Promise<void> {
  const kettle = page.getByRole("button", { name: /Put the kettle on|Wasser aufsetzen/ });
  await kettle.focus();
  await page.keyboard.press("Space");
  await page.locator("[data-right]").waitFor();
  await page.keyboard.press("Space");
  await page.getByRole("heading", { name: /What do you do\?|Was tust du\?/ }).waitFor();
}

/** Pours without a clock: the pot waits. */
async function pourUnhurried(page: Page): Promise<void> {
  await page.getByRole("button", { name: /Pour now|Jetzt eingießen/ }).click();
  await page.getByRole("heading", { name: /What do you do\?|Was tust du\?/ }).waitFor();
}

/** Words of the story: the ink that it can be told by has the same ones further down. */
function told(page: Page, words: string): Locator {
  return page.getByRole("region", { name: /The story|Die Geschichte/ }).getByText(words);
}

async function choose(page: Page, words: string): Promise<void> {
  await page.getByRole("button", { name: words }).click();
}

describe("a night in the tea house, without a language model", () => {
  let journey: ExperienceJourney;
  beforeAll(async () => {
    journey = await openExperience("play");
  }, 400_000);
  afterAll(() => journey.close(), 60_000);

  it(
    "is played to its end by keyboard, through a reload, and without a fault of the page",
    { timeout: 400_000 },
    async () => {
      const { page } = await journey.open();
      expect(await pageFaults(page)).toEqual([]);
      await beginSession(page, "play");
      await told(page, "The door blows open.").waitFor();
      await pourByKeyboard(page);
      expect(await page.evaluate("document.activeElement?.tagName")).toBe("H2");
      await page
        .getByLabel(/in your own words/)
        .fill("Thank you for coming in, I am so grateful you are here");
      await page.keyboard.press("Enter");
      await told(page, "This came across warmly.").waitFor();
      await told(page, "It is a small word, and she means all of it.").waitFor();
      expect(await pageFaults(page)).toEqual([]);
      await page.reload();
      await told(page, "This came across warmly.").waitFor();
      await choose(page, "“What is tomorrow?”");
      await told(page, "“An audition,” says Lin.").waitFor();

      await page.getByRole("switch", { name: "Pour without a clock" }).click();
      for (const words of [
        "“What did you use to mend?”",
        "“Ask your grandfather. He knows about rain.”",
        "“Tell us about your violin, Lin.”",
        "“I hold it, Lin turns, Bruno says when.”",
        "“One last cup, all together.”",
      ]) {
        await pourUnhurried(page);
        await choose(page, words);
      }
      await told(page, "You wash four cups.").waitFor();
      expect(await pageFaults(page)).toEqual([]);
    },
  );

  it(
    "shows how it adapts, leaves it alone when told to, and is told by ink, in German",
    { timeout: 300_000 },
    async () => {
      const { page } = await journey.open({ locale: "de-DE" });
      await beginSession(page, "play");
      await page
        .getByRole("group", { name: "Schwierigkeit" })
        .getByRole("button", { name: "Weniger" })
        .click();
      await page.getByText("Was geändert wurde und warum").click();
      await page.getByText(/Schwierigkeit auf 23 % gesenkt: du wolltest weniger/).waitFor();
      await page.getByRole("switch", { name: "An mein Spiel und meine Worte anpassen" }).click();
      await page.getByText("Es ist aus: Alles steht so, wie es geschrieben wurde.").waitFor();
      await page.locator("label").filter({ hasText: "Eine Geschichte in ink" }).click();
      await told(page, "Die Tür fliegt auf.").waitFor();
      await page.getByRole("switch", { name: "Ohne Uhr eingießen" }).click();
      await pourUnhurried(page);
      await choose(page, "„Der Bus kommt um zehn.");
      await told(page, "Sie zählt an den Fingern ab, zweimal.").waitFor();
      await page.reload();
      await told(page, "Sie zählt an den Fingern ab, zweimal.").waitFor();
      await pourUnhurried(page);
      await choose(page, "„Würdest du dir die Uhr einmal ansehen?“");
      await told(page, "Tick, sagt die Uhr, mit jüngerer Stimme.").waitFor();
    },
  );

  it("puts care first where somebody may be in danger", { timeout: 200_000 }, async () => {
    const { page } = await journey.open();
    await beginSession(page, "play");
    await page.getByRole("switch", { name: "Pour without a clock" }).click();
    await pourUnhurried(page);
    await page.getByLabel(/in your own words/).fill("I don’t want to be alive anymore.");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "The story can wait" }).waitFor();
    expect(await pageFaults(page)).toEqual([]);
  });
});

describe("a night in the tea house, with a language model", () => {
  let journey: ExperienceJourney;
  beforeAll(async () => {
    journey = await openExperience("play", {
      kind: "text",
      text: JSON.stringify({
        line: "Lin laughs, and it surprises her. “Grateful,” she repeats, as if she tried it on.",
      }),
    });
  }, 400_000);
  afterAll(() => journey.close(), 60_000);

  it(
    "lets a guest answer in the model’s words, marked as such, and goes on as written",
    { timeout: 200_000 },
    async () => {
      const { page } = await journey.open();
      await beginSession(page, "play");
      await page.getByRole("switch", { name: "Pour without a clock" }).click();
      await pourUnhurried(page);
      await page
        .getByLabel(/in your own words/)
        .fill("Thank you for coming in, I am so grateful you are here");
      await page.keyboard.press("Enter");
      await told(page, "Lin laughs, and it surprises her.").waitFor();
      await told(page, "worded by the language model").waitFor();
      await choose(page, "“What is tomorrow?”");
      await told(page, "“An audition,” says Lin.").waitFor();
      expect(journey.upstream?.requests.length).toBe(1);
    },
  );
});
