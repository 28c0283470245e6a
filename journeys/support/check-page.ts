import type { Page } from "playwright-core";
import { expect } from "vitest";
import { axeViolations, sidewaysOverflow } from "./axe.ts";

const WINDOWS = [
  { width: 1280, height: 860 },
  { width: 360, height: 740 },
] as const;

/**
 * Holds the page as it is now against what every page keeps: no violation that axe finds and nothing to scroll sideways,
 * by day and by night, on a desk and on a phone of 360 px; and everything that can be worked is reached by keyboard,
 * with the focus to be seen. The window and the colours are as before afterwards.
 *
 * @param state a word for what is on the page, for the message of a failure
 */
export async function checkPage(page: Page, state: string): Promise<void> {
  const before = page.viewportSize() ?? WINDOWS[0];
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    for (const size of WINDOWS) {
      await page.setViewportSize(size);
      // Until the page has taken the new size and colours.
      await page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))");
      const where = `${state}, ${colorScheme}, ${String(size.width)} px`;
      expect(await axeViolations(page), where).toEqual([]);
      expect(await sidewaysOverflow(page), where).toBe(0);
    }
  }
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
  await page.setViewportSize(before);
  await checkKeyboard(page, state);
}

/** A script for the page: the element with the focus in a few words, and whether its focus can be seen. */
const FOCUSED = `(() => {
  const at = document.activeElement;
  if (at === null || at === document.body) return { name: "", isSeen: true };
  const shows = (element) => {
    const style = getComputedStyle(element);
    return (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2) || style.boxShadow !== "none";
  };
  const near = [at, at.nextElementSibling, at.parentElement, at.parentElement?.parentElement].filter(Boolean);
  const index = [...document.querySelectorAll("*")].indexOf(at);
  return { name: index + " " + at.tagName + " " + (at.getAttribute("aria-label") ?? at.textContent ?? "").trim().slice(0, 40), isSeen: near.some(shows) };
})()`;

/** How many things on the page can be worked by keyboard; a group of radio buttons is one. */
const WORKABLE = `(() => {
  const all = [...document.querySelectorAll("a[href], button, input, select, textarea, [tabindex='0']")].filter(
    (element) => !element.disabled && element.tabIndex >= 0 && element.checkVisibility({ checkVisibilityCSS: true }) && element.closest("[inert]") === null,
  );
  const groups = new Set(all.filter((element) => element.type === "radio").map((element) => element.name));
  return all.filter((element) => element.type !== "radio").length + groups.size;
})()`;

async function checkKeyboard(page: Page, state: string): Promise<void> {
  const workable = Number(await page.evaluate(WORKABLE));
  await page.evaluate("document.activeElement?.blur?.()");
  const reached = new Set<string>();
  for (let presses = 0; presses < workable + 5 && reached.size < workable; presses += 1) {
    await page.keyboard.press("Tab");
    const { name, isSeen } = await page.evaluate<{ name: string; isSeen: boolean }>(FOCUSED);
    expect(isSeen, `${state}: the focus on “${name}” can be seen`).toBe(true);
    if (name !== "") reached.add(name);
  }
  expect(reached.size, `${state}: reached by Tab of ${String(workable)}`).toBeGreaterThanOrEqual(workable);
}
