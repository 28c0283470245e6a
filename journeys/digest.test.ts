import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openJourney } from "./support/journey.ts";
import type { Journey } from "./support/journey.ts";
import { pageFaults } from "./support/page-faults.ts";
import { answerTo, begin, say } from "./support/steps.ts";

const CAKE = "Ana came by and we baked a plum cake together.";
const BIRDS = "We watched the birds at the window for an hour.";
const HARD = "I cannot go on like this, I want to die.";

describe("the days of a person who lives alone", { timeout: 240_000 }, () => {
  let journey: Journey;
  beforeAll(async () => void (journey = await openJourney()), 120_000);
  afterAll(() => journey.close());

  /** Goes to one of the pages about what a person keeps in the conversation that is open. */
  async function goTo(page: Page, name: "days" | "people" | "digest"): Promise<void> {
    const id = /#\/(?:c|my-\w+)\/([\w-]+)/u.exec(page.url())?.[1] ?? "";
    await page.goto(`/#/my-${name}/${id}`);
    await page.getByRole("heading", { level: 1 }).waitFor();
  }

  it("has gentle reminders at their own time, and hours in which nothing comes", async () => {
    const { page, complaints } = await journey.visit();
    await begin(page);
    await goTo(page, "days");
    await page.getByText("It knows nothing of medicines or treatment").waitFor();
    await page.getByRole("button", { name: "A walk" }).click();
    await page.getByLabel("Time", { exact: true }).first().fill("22:30");
    await page.getByText("Su", { exact: true }).click();
    expect(await page.getByRole("checkbox", { name: "Sunday" }).isChecked()).toBe(false);
    await page.getByRole("button", { name: "Remind me" }).click();
    await page.getByRole("heading", { level: 2, name: "A walk" }).waitFor();
    await page.getByText(/Monday, .* Saturday at 22:30/u).waitFor();
    await page.getByRole("button", { name: "Keep these hours quiet" }).click();
    await page.getByText("Quiet from 21:00 to 08:00").waitFor();
    await page.getByText("This time lies in your quiet hours.").waitFor();
    expect(await pageFaults(page)).toEqual([]);
    await page.reload();
    await page.getByRole("button", { name: "Done: A walk" }).click();
    await page.getByRole("button", { name: "Change: A walk" }).click();
    await page.getByLabel("What would you like to be reminded of?").first().fill("A walk to the river");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByRole("button", { name: "End: A walk to the river" }).click();
    await page.getByText("No reminders so far.").waitFor();
    await page.getByRole("button", { name: "Undo" }).click();
    await page.getByRole("heading", { level: 2, name: "A walk to the river" }).waitFor();
    expect(complaints).toEqual([]);
  });

  it("knows whom to suggest when it gets lonely, once, and never one who is not to be suggested", async () => {
    const { page } = await journey.visit();
    await begin(page);
    await goTo(page, "people");
    await page.getByLabel("Name", { exact: true }).fill("Ana");
    await page.getByLabel("How you belong together").fill("my sister");
    await page.getByLabel("How to reach them").fill("+49 170 123456");
    await page.getByRole("button", { name: "Keep" }).click();
    await page.getByRole("heading", { level: 2, name: "Ana (my sister)" }).waitFor();
    await page.getByRole("link", { name: "Back to the conversation" }).click();
    await say(page, "I am so lonely, nobody ever calls.");
    await answerTo(page, "I am so lonely, nobody ever calls.");
    const card = page.getByRole("region", { name: "Would a few words to Ana (my sister) do you good?" });
    await card.getByRole("button", { name: "Begin a message" }).click();
    expect(await card.getByLabel("Your message").inputValue()).toMatch(
      /^Hi Ana, I was just thinking of you/u,
    );
    expect(await card.getByRole("link", { name: "As a text message" }).getAttribute("href")).toMatch(
      /^sms:\+49170123456\?/u,
    );
    await card.getByRole("button", { name: "Not now" }).click();
    await card.waitFor({ state: "detached" });
    await say(page, "The evenings are long and lonely.");
    await answerTo(page, "The evenings are long and lonely.");
    expect(await card.count()).toBe(0);
    await goTo(page, "people");
    await page.getByRole("button", { name: "Suggest somebody to me" }).click();
    await card.getByRole("button", { name: "Begin a message" }).click();
    expect(await pageFaults(page)).toEqual([]);
    await card.getByRole("button", { name: /^Not this one/u }).click();
    await card.waitFor({ state: "detached" });
    expect(await page.getByRole("switch", { name: "Ana may be suggested" }).isChecked()).toBe(false);
    await page.getByRole("button", { name: "Forget Ana" }).click();
    await page.getByText("Nobody is named so far.").waitFor();
    expect(JSON.stringify(await (await page.request.get("/api/me/export")).json())).not.toMatch(
      /Ana|123456|my sister/u,
    );
  });

  it("are given to a carer only as they approved it, line by line", async () => {
    const { page, context } = await journey.visit();
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    const sent: string[] = [];
    page.on("request", (request) => void sent.push(request.postData() ?? ""));
    await begin(page);
    for (const words of [CAKE, BIRDS, HARD]) {
      await say(page, words);
      await answerTo(page, words);
    }
    sent.length = 0;
    await goTo(page, "digest");
    expect(await page.getByRole("button", { name: "I approve these words" }).isDisabled()).toBe(true);
    const cake = page.getByRole("checkbox", { name: new RegExp(CAKE, "u") });
    await cake.check();
    await page.getByRole("button", { name: /^Change: .*birds/u }).click();
    await page.getByLabel("The line, in your words").fill("I watched birds with Ana.");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByRole("button", { name: /^Leave out: .*Ana came/u }).click();
    await page.getByLabel("A line of your own").fill("Please bring stamps.");
    await page.getByRole("button", { name: "Add the line" }).click();
    // Words from a hard moment are not even shown before they are asked for.
    expect(await page.getByText(HARD).count()).toBe(0);
    await page.getByRole("switch", { name: "Also show words from hard moments" }).click();
    await page.getByText(HARD).waitFor();
    expect(await pageFaults(page)).toEqual([]);
    await page.reload();
    const preview = page.getByTestId("digest-preview");
    const lines = (await preview.innerText()).split("\n").filter((line) => line.startsWith("- "));
    expect(lines).toEqual(["- I watched birds with Ana.", "- Please bring stamps."]);
    const words = await preview.innerText();
    expect(sent.join("\n")).not.toContain("stamps");

    await page.getByRole("button", { name: "I approve these words" }).click();
    const given = page.getByRole("region", { name: "Approved by me" });
    await given.getByText("Please bring stamps.").waitFor();
    await given.getByRole("button", { name: "Copy" }).click();
    await given.getByRole("button", { name: "Copied" }).waitFor();
    expect(await page.evaluate("navigator.clipboard.readText()")).toBe(words);
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      given.getByRole("button", { name: "Download" }).click(),
    ]);
    expect(await readFile(await file.path(), "utf8")).toBe(words);
    const mail = await given.getByRole("link", { name: "By mail" }).getAttribute("href");
    expect(decodeURIComponent(mail ?? "")).toContain(words);
    const events = JSON.stringify(await (await page.request.get("/api/me/export")).json());
    expect(events).toContain("digest-approved");
    expect(await pageFaults(page)).toEqual([]);
    await given.getByRole("button", { name: "Forget it here" }).click();
    await given.waitFor({ state: "detached" });
    expect(JSON.stringify(await (await page.request.get("/api/me/export")).json())).not.toContain("stamps");
  });

  it("are in German, too", async () => {
    const { page } = await journey.visit({ locale: "de-DE" });
    await begin(page);
    await goTo(page, "digest");
    expect(await pageFaults(page)).toEqual([]);
    await page.getByRole("link", { name: "Meine Lebensgeschichte" }).click();
    await page.getByRole("heading", { level: 1, name: "Aus meinem Leben" }).waitFor();
    expect(await pageFaults(page)).toEqual([]);
  });
});
