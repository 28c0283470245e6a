import axe from "axe-core";
import type { AxeResults } from "axe-core";
import type { Page } from "playwright-core";

/** What axe finds wrong with the page as it is now: one line for each rule and place; empty when nothing is. */
export async function axeViolations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  // A string, since the page's own types know nothing of axe; the type is what `axe.run` resolves to.
  const results = await page.evaluate<AxeResults>(
    "axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })",
  );
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${target.join(" ")}: ${failureSummary ?? ""}`),
  );
}

// The page itself, and the main part with whatever it scrolls in; a table in it may have a scroll bar of its own.
const SIDEWAYS = `(() => {
  const main = document.querySelector("main");
  const scrollers = [document.documentElement];
  for (let at = main; at !== null; at = at.parentElement) scrollers.push(at);
  return Math.max(...scrollers.map((element) => element.scrollWidth - element.clientWidth));
})()`;

/** How far the page, or what it scrolls in, is wider than its room, in CSS pixels; 0 when nothing is cut off or scrolled sideways. */
export function sidewaysOverflow(page: Page): Promise<number> {
  return page.evaluate(SIDEWAYS);
}
