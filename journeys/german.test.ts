import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openJourney } from "./support/journey.ts";
import type { Journey } from "./support/journey.ts";
import { beginSession, goToExperience } from "./support/open-experience.ts";
import { answerTo, begin, composerOf, exchangeWith, panelOf, say } from "./support/steps.ts";

/** The language of the session whose address the page is at, as the server has it. */
async function languageOf(page: Page): Promise<string> {
  const response = await page.request.get(`/api/sessions/${page.url().split("/").at(-1) ?? ""}`);
  const { session } = (await response.json()) as { readonly session: { readonly language: string } };
  return session.language;
}

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

  it.each(["calm", "council", "play", "tutor"])(
    "lets a session speak the language that the page is changed to (%s)",
    async (experience) => {
      const { page, complaints, context } = await journey.visit();
      await goToExperience(page, experience);
      await beginSession(page, experience);
      await page.getByText("DE", { exact: true }).click();
      await expect.poll(() => languageOf(page), { timeout: 40_000 }).toBe("de");
      await page.getByText("EN", { exact: true }).click();
      await expect.poll(() => languageOf(page), { timeout: 40_000 }).toBe("en");
      expect(complaints).toEqual([]);
      await context.close();
    },
  );

  it("lets a conversation go on in the language that was chosen in between", async () => {
    const { page } = await journey.visit();
    await begin(page);
    const conversation = page.url();
    await page.goto("/#/settings");
    await page.getByText("Deutsch", { exact: true }).click();
    await page.goto(conversation);
    await composerOf(page).waitFor();
    await expect.poll(() => languageOf(page), { timeout: 40_000 }).toBe("de");
  });
});
