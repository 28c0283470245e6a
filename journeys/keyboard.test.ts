import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openJourney } from "./support/journey.ts";
import type { Journey } from "./support/journey.ts";
import { answerTo, panelOf } from "./support/steps.ts";

/** Presses a key until the focus is on something with this name. */
async function reach(page: Page, name: string, key = "Tab"): Promise<void> {
  for (let presses = 0; presses < 40; presses += 1) {
    await page.keyboard.press(key);
    const focused = await page.evaluate(
      "document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? ''",
    );
    if (String(focused).includes(name)) return;
  }
  throw new Error(`Pressing ${key} 40 times did not reach “${name}”`);
}

describe("a visit by keyboard alone", { timeout: 120_000 }, () => {
  let journey: Journey;
  beforeAll(async () => void (journey = await openJourney()), 120_000);
  afterAll(() => journey.close());

  it("acknowledges, writes, corrects and reaches the settings without a mouse", async () => {
    const { page } = await journey.visit();
    await page.getByRole("heading", { level: 1 }).waitFor();
    await reach(page, "I understand, let’s begin");
    await page.keyboard.press("Enter");
    await page.locator("#composer").waitFor();

    await page.keyboard.press("Tab");
    await page.keyboard.press("Shift+Tab");
    await reach(page, "Skip to the conversation", "Shift+Tab");
    await page.keyboard.press("Enter");
    await page.keyboard.type("I feel sad today");
    await page.keyboard.press("Shift+Enter");
    await page.keyboard.type("and a bit lost.");
    await page.keyboard.press("Enter");
    await answerTo(page, "and a bit lost.");

    await reach(page, "That’s not how I feel", "Shift+Tab");
    await page.keyboard.press("Enter");
    await page.getByRole("dialog").waitFor();
    await page.keyboard.type("Only tired");
    await page.keyboard.press("Tab");
    await page.keyboard.type("tired");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await reach(page, "That’s how it is");
    await page.keyboard.press("Enter");
    await panelOf(page).getByText("Only tired").waitFor();

    await reach(page, "Settings", "Shift+Tab");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name: "Settings" }).waitFor();
  });

  it("always shows where the focus is", async () => {
    const { page } = await journey.visit();
    await page.getByRole("heading", { level: 1 }).waitFor();
    for (let presses = 0; presses < 5; presses += 1) {
      await page.keyboard.press("Tab");
      const outline = await page.evaluate(
        "(() => { const at = document.activeElement; const own = getComputedStyle(at); const next = at.nextElementSibling ? getComputedStyle(at.nextElementSibling) : own; return [own, next].some((style) => parseFloat(style.outlineWidth) >= 2 && style.outlineStyle !== 'none'); })()",
      );
      expect(outline, `after ${String(presses + 1)} presses`).toBe(true);
    }
  });
});
