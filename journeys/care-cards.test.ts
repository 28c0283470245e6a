import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openJourney } from "./support/journey.ts";
import type { Journey } from "./support/journey.ts";
import { beginSession, goToExperience } from "./support/open-experience.ts";
import { pageFaults } from "./support/page-faults.ts";

// Every card is looked at by day, by night, on a desk and on a phone: minutes on a busy machine.
const JOURNEY_MS = 400_000;

const WORDS = "Ich will nicht mehr leben.";

/** How somebody in danger says so in each place that is no conversation. */
const PLACES: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  calm: async (page) => {
    await page.getByRole("textbox", { name: "Beschäftigt dich etwas?" }).fill(WORDS);
    await page.getByRole("radio", { name: "1 Min." }).check();
    await page.getByRole("button", { name: "Stell mir etwas zusammen" }).click();
  },
  council: async (page) => {
    await page.getByLabel("Die Frage").fill(WORDS);
    await page.getByRole("button", { name: "Notieren" }).click();
  },
  play: async (page) => {
    await page.getByRole("switch", { name: "Ohne Uhr eingießen" }).click();
    await page.getByRole("button", { name: "Jetzt eingießen" }).click();
    await page.getByLabel(/in eigenen Worten/u).fill(WORDS);
    await page.keyboard.press("Enter");
  },
  tutor: async (page) => {
    await page.getByLabel("Oder in eigenen Worten").fill(WORDS);
    await page.getByRole("button", { name: "Sagen", exact: true }).click();
  },
};

describe("somebody in danger, wherever they write it", () => {
  let journey: Journey;
  beforeAll(async () => void (journey = await openJourney()), JOURNEY_MS);
  afterAll(() => journey.close(), 60_000);

  it.each(Object.entries(PLACES))(
    "finds the same lines of help and the same ladder, in German (%s)",
    async (experience, say) => {
      const { page, complaints, context } = await journey.visit({ locale: "de-DE" });
      await goToExperience(page, experience);
      await beginSession(page, experience);
      await say(page);
      const card = page.getByRole("region", { name: "Menschen, die du jetzt erreichst" });
      await card.getByText("ein Verzeichnis; es gelten die Zeiten der jeweiligen Stelle").waitFor();
      // What is said stands beside the lines, not with them once more.
      const said = page.getByRole("alert").filter({ hasText: "dir das Leben zu nehmen" });
      expect(await said.innerText()).not.toContain("findahelpline.com");

      await card.getByRole("combobox", { name: "Wo bist du?" }).fill("Österr");
      await page.getByRole("option", { name: "Österreich" }).click();
      await card.getByRole("link", { name: "112 anrufen" }).waitFor();
      await card.getByRole("link", { name: "142 anrufen" }).waitFor();
      await card.getByText("jeden Tag, rund um die Uhr").first().waitFor();
      await card.getByText(/^Zuletzt am .* mit öffentlichen Quellen verglichen\.$/u).waitFor();
      expect(await card.innerText()).not.toMatch(/hours|every day|directory/u);

      const ladder = card.getByRole("region", { name: "Was noch helfen kann" });
      await ladder.getByRole("button", { name: "Sei bei jemandem" }).click();
      expect(await pageFaults(page)).toEqual([]);
      expect(complaints).toEqual([]);
      await context.close();
    },
    JOURNEY_MS,
  );
});
