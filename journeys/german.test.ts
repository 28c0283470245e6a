import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openJourney } from "./support/journey.ts";
import type { Journey } from "./support/journey.ts";
import { answerTo, begin, exchangeWith, panelOf, say } from "./support/steps.ts";

describe("a visit in German", { timeout: 120_000 }, () => {
  let journey: Journey;
  beforeAll(async () => void (journey = await openJourney()), 120_000);
  afterAll(() => journey.close());

  it("speaks German from the first screen to the answer", async () => {
    const { page, complaints } = await journey.visit({ locale: "de-DE" });
    await page.getByRole("heading", { name: "Wie war heute?" }).waitFor();
    expect(await page.locator("html").getAttribute("lang")).toBe("de");
    await begin(page);
    const words = "Heute war ein schwerer Tag, ich bin müde und traurig.";
    await say(page, words);
    const answer = await answerTo(page, words);
    expect(await answer.innerText()).toMatch(/\b(du|dich|dir|das|ich|nicht)\b/i);
    await panelOf(page).waitFor();
    // The first model reads English only; it says so instead of guessing.
    await exchangeWith(page, words).getByText("Das kann ich nicht sagen").waitFor();
    expect(complaints).toEqual([]);
  });

  it("changes the language at once, and keeps it", async () => {
    const { page } = await journey.visit();
    await page.getByText("DE", { exact: true }).click();
    await page.getByRole("heading", { name: "Wie war heute?" }).waitFor();
    await page.reload();
    await page.getByRole("heading", { name: "Wie war heute?" }).waitFor();
  });
});
