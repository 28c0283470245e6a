import type { Locator, Page } from "playwright-core";

/** Acknowledges the notices on the first screen; ends in an empty conversation. */
export async function begin(page: Page): Promise<void> {
  await page.getByRole("button", { name: /let’s begin|fangen wir an/ }).click();
  await composerOf(page).waitFor();
}

/** Where the person writes. */
export function composerOf(page: Page): Locator {
  return page.locator("#composer");
}

/** Writes a message and sends it with Enter. */
export async function say(page: Page, words: string): Promise<void> {
  await composerOf(page).fill(words);
  await composerOf(page).press("Enter");
}

/** The exchange, message and answer, that began with these words. */
export function exchangeWith(page: Page, words: string): Locator {
  return page
    .getByRole("listitem")
    .filter({ hasText: words })
    .filter({ has: page.getByRole("article") });
}

/** The answer to the message with these words, when it is finished. */
export async function answerTo(page: Page, words: string): Promise<Locator> {
  const answer = exchangeWith(page, words).getByRole("article").nth(1);
  await answer.and(page.locator("[data-finished]")).waitFor();
  return answer;
}

/** What was understood, at the side. */
export function panelOf(page: Page): Locator {
  return page.getByRole("complementary", { name: /What I understood|Was ich verstanden habe/ });
}
