import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openJourney } from "./support/journey.ts";
import type { Journey } from "./support/journey.ts";
import { pageFaults } from "./support/page-faults.ts";
import { answerTo, begin, composerOf, say } from "./support/steps.ts";

const DAY = "Today was long and I am tired.";

describe("the home page", { timeout: 180_000 }, () => {
  let journey: Journey;
  beforeAll(async () => void (journey = await openJourney()), 120_000);
  afterAll(() => journey.close());

  it("says what this is, what it is not and what there is, and leads in, for everybody", async () => {
    const { page, complaints } = await journey.visit();
    await page.goto("/#/");
    await page.getByRole("heading", { level: 1, name: "What would do you good?" }).waitFor();
    expect(await page.getByRole("region", { name: "Good to know" }).innerText()).toMatch(/not a person/);
    await page.getByText("Nothing yet.").waitFor();
    expect(await pageFaults(page)).toEqual([]);
    await page.getByRole("list", { name: "Ways in" }).getByRole("link", { name: "Companion" }).click();
    await page.getByRole("heading", { level: 1, name: "How was today?" }).waitFor();
    expect(complaints).toEqual([]);
  });

  it("leads back to where one left off, and deletes it only after a moment to undo it", async () => {
    const { page } = await journey.visit();
    await begin(page);
    await say(page, DAY);
    await answerTo(page, DAY);
    await page.getByRole("link", { name: "Home" }).click();
    const recent = page.getByRole("region", { name: "Where you left off" });
    await recent.getByRole("link", { name: DAY }).waitFor();
    expect(await pageFaults(page)).toEqual([]);
    await recent.getByRole("button", { name: `Delete “${DAY}”` }).click();
    await recent.getByText("Nothing yet.").waitFor();
    await recent.getByRole("button", { name: "Undo" }).click();
    await page.reload();
    await recent.getByRole("link", { name: DAY }).click();
    await answerTo(page, DAY);
    await composerOf(page).waitFor();
  });

  it("speaks German, and turns to night, at once", async () => {
    const { page } = await journey.visit({ locale: "de-DE" });
    await page.goto("/#/");
    await page.getByRole("heading", { level: 1, name: "Was täte dir gut?" }).waitFor();
    await page.getByRole("button", { name: "Auf Nacht umstellen" }).click();
    await page.getByRole("button", { name: "Auf Tag umstellen" }).waitFor();
    await page.getByRole("heading", { name: "Begleitung", exact: true }).waitFor();
    await page.getByText("EN", { exact: true }).click();
    await page.getByRole("heading", { name: "Companion", exact: true }).waitFor();
  });

  it("is where an address leads that the site does not know", async () => {
    const { page } = await journey.visit();
    await page.goto("/#/somewhere");
    await page.getByRole("heading", { level: 1, name: "What would do you good?" }).waitFor();
  });
});
