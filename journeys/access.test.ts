import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { axeViolations, sidewaysOverflow } from "./support/axe.ts";
import { openJourney } from "./support/journey.ts";
import type { Journey } from "./support/journey.ts";
import { answerTo, begin, say } from "./support/steps.ts";

describe("for everybody", { timeout: 180_000 }, () => {
  let journey: Journey;
  beforeAll(async () => void (journey = await openJourney()), 120_000);
  afterAll(() => journey.close());

  describe.each([
    { colorScheme: "light", viewport: { width: 1280, height: 860 } },
    { colorScheme: "dark", viewport: { width: 1280, height: 860 } },
    { colorScheme: "light", viewport: { width: 360, height: 740 } },
    { colorScheme: "dark", viewport: { width: 360, height: 740 } },
  ] as const)("in $colorScheme at $viewport.width px", (options) => {
    async function isFine(page: Page, state: string): Promise<void> {
      expect(await axeViolations(page), state).toEqual([]);
      expect(await sidewaysOverflow(page), state).toBe(0);
    }

    it("has no barrier that axe finds, and nothing to scroll sideways, in any state", async () => {
      const { page } = await journey.visit(options);
      const isNarrow = options.viewport.width < 1180;
      await page.getByRole("heading", { level: 1 }).waitFor();
      await isFine(page, "arrival");
      await begin(page);
      await isFine(page, "empty conversation");
      await say(
        page,
        "I am so sad, I miss her.\nhttps://example.org/a-very-long-address-without-any-spaces-that-has-to-break-somewhere",
      );
      await answerTo(page, "I miss her.");
      await say(page, "But I passed my exam and I am proud and happy!");
      await answerTo(page, "But I passed");
      await isFine(page, "conversation");

      await page.getByTitle("What I heard in this message").last().click();
      await page.getByRole("button", { name: "Show as a table" }).waitFor();
      await isFine(page, "one message's reading");
      await page.getByRole("button", { name: "Show as a table" }).click();
      await isFine(page, "the plot as a table");
      await page.getByRole("tab", { name: "Remembered" }).click();
      await page.getByLabel("Something to remember").waitFor();
      await isFine(page, "memory");
      if (isNarrow) await page.getByRole("button", { name: "Close" }).click();

      await page.getByRole("button", { name: "That’s not how I feel" }).first().click();
      await page.getByRole("dialog", { name: "How is it really?" }).waitFor();
      await isFine(page, "self-report");
      await page.keyboard.press("Escape");
      await page.getByRole("dialog", { name: "How is it really?" }).waitFor({ state: "hidden" });

      await say(page, "I want to end my life.");
      await answerTo(page, "I want to end my life.");
      await isFine(page, "crisis answer");
      await page.goto("/#/settings");
      await page.getByRole("heading", { level: 1, name: "Settings" }).waitFor();
      await isFine(page, "settings");
      await page.getByRole("button", { name: "Delete everything …" }).click();
      await page.getByRole("dialog").waitFor();
      await isFine(page, "deleting everything");
    });

    it("holds still for who asked for less motion", async () => {
      const { page } = await journey.visit(options);
      await page.getByRole("heading", { level: 1 }).waitFor();
      expect(await page.evaluate("document.getAnimations().length")).toBe(0);
    });
  });
});
