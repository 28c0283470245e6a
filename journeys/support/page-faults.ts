import type { Page } from "playwright-core";
import { axeViolations, sidewaysOverflow } from "./axe.ts";

const WINDOWS = [
  { width: 1280, height: 860 },
  { width: 360, height: 740 },
] as const;

/**
 * What is wrong with the page as it is now, by what every page keeps: no violation that axe finds and nothing to scroll
 * sideways, by day and by night, on a desk and on a phone of 360 px; and everything that can be worked is reached by
 * keyboard, with the focus to be seen. The window is as before afterwards, the colours are those of day.
 *
 * @returns a line for each fault; empty when all is well: `expect(await pageFaults(page)).toEqual([])`
 */
export async function pageFaults(page: Page): Promise<readonly string[]> {
  const faults: string[] = [];
  const before = page.viewportSize() ?? WINDOWS[0];
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    for (const size of WINDOWS) {
      await page.setViewportSize(size);
      // Until the page has taken the new size and colours.
      await page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))");
      const where = `${colorScheme}, ${String(size.width)} px`;
      faults.push(...(await axeViolations(page)).map((violation) => `${where}: ${violation}`));
      const overflow = await sidewaysOverflow(page);
      if (overflow > 0) faults.push(`${where}: ${String(overflow)} px have to be scrolled sideways`);
    }
  }
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
  await page.setViewportSize(before);
  return [...faults, ...(await keyboardFaults(page))];
}

/** A script for the page: the element with the focus in a few words, and whether its focus can be seen. */
const FOCUSED = `(() => {
  const at = document.activeElement;
  if (at === null || at === document.body) return { name: "", isSeen: true };
  const shows = (element) => {
    const style = getComputedStyle(element);
    const isRing = / 0px 0px 0px [1-9]/.test(style.boxShadow);
    return (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2) || isRing;
  };
  // A field may show it on the frame around it, and a hidden box on the drawn one beside it.
  const near = [at, at.nextElementSibling].filter(Boolean);
  for (let up = at.parentElement; up !== null && near.length < 7; up = up.parentElement) near.push(up);
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

/** A field for a time or a day has several stops: its parts, and what opens a calendar or a clock. */
const MORE_STOPS = `document.querySelectorAll("input[type='time'], input[type='date']").length * 3`;

async function keyboardFaults(page: Page): Promise<readonly string[]> {
  const faults: string[] = [];
  const workable = Number(await page.evaluate(WORKABLE));
  const mostPresses = workable + 5 + Number(await page.evaluate(MORE_STOPS));
  await page.evaluate("document.activeElement?.blur?.()");
  const reached = new Set<string>();
  for (let presses = 0; presses < mostPresses && reached.size < workable; presses += 1) {
    await page.keyboard.press("Tab");
    const { name, isSeen } = await page.evaluate<{ name: string; isSeen: boolean }>(FOCUSED);
    if (!isSeen) faults.push(`keyboard: the focus on “${name}” cannot be seen`);
    if (name !== "") reached.add(name);
  }
  if (reached.size >= workable) return faults;
  return [
    ...faults,
    `keyboard: Tab reaches ${String(reached.size)} of ${String(workable)} things: ${[...reached].join("; ")}`,
  ];
}
