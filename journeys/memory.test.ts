import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openJourney } from "./support/journey.ts";
import type { Journey } from "./support/journey.ts";
import { answerTo, begin, panelOf, say } from "./support/steps.ts";

describe("what is remembered", { timeout: 120_000 }, () => {
  let journey: Journey;
  beforeAll(async () => void (journey = await openJourney()), 120_000);
  afterAll(() => journey.close());

  it("is added, changed and forgotten by the person, and survives a reload", async () => {
    const { page } = await journey.visit();
    await begin(page);
    const open = () => page.getByRole("tab", { name: "Remembered" }).click();
    await open();
    const panel = panelOf(page);
    await panel.getByLabel("Something to remember").fill("I have a cat");
    await panel.getByRole("button", { name: "Remember", exact: true }).click();
    await panel.getByRole("button", { name: "Edit “I have a cat”" }).click();
    await panel.getByLabel("Change what is remembered").fill("I have a cat called Miso");
    await panel.getByRole("button", { name: "Save" }).click();
    await panel.getByText("I have a cat called Miso").waitFor();
    await page.reload();
    await open();
    await panel.getByText("I have a cat called Miso").waitFor();
    await panel.getByRole("button", { name: "Forget “I have a cat called Miso”" }).click();
    await panel.getByText("Nothing is remembered so far.").waitFor();
  });

  it("is proposed, never kept, until the person says so", async () => {
    const { page } = await journey.visit();
    await begin(page);
    await say(page, "My sister is called Ana.");
    await answerTo(page, "My sister is called Ana.");
    await page.getByRole("tab", { name: "Remembered" }).click();
    const panel = panelOf(page);
    await panel.getByText("Shall I remember this?").waitFor();
    await panel.getByText("Nothing is remembered so far.").waitFor();
    await panel.getByRole("button", { name: "Yes, keep it" }).click();
    await panel.getByRole("button", { name: /^Forget/ }).waitFor();
    expect(await panel.getByText("Shall I remember this?").count()).toBe(0);
  });

  it("includes check-ins only when the person asks, and stops when they say so", async () => {
    const { page } = await journey.visit();
    await begin(page);
    await page.getByRole("tab", { name: "Remembered" }).click();
    const panel = panelOf(page);
    await panel.getByLabel("Time", { exact: true }).fill("20:30");
    await panel.getByRole("button", { name: "Ask me each day" }).click();
    await panel.getByText("Each day at 20:30, Europe/Berlin").waitFor();
    await panel.getByRole("button", { name: "No more check-ins" }).click();
    await panel.getByRole("button", { name: "Ask me each day" }).waitFor();
  });
});
