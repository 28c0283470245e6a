import { allowedContacts } from "../checking/contact-check.ts";
import type { PhraseBook } from "../checking/phrase-book.ts";
import { ReplyScanner } from "../checking/reply-scanner.ts";

/** Words of a text that complete a phrase. */
export interface FoundWords<Rule extends string> {
  readonly rule: Rule;
  /** The words, as they stand in the text. */
  readonly text: string;
  /** Their place in the text, in UTF-16 units; `end` is exclusive. */
  readonly start: number;
  readonly end: number;
}

/** Finds the phrases of a book in a whole text, in order; each stretch of words once for each rule. */
export function findInText<Rule extends string>(
  text: string,
  book: PhraseBook<Rule>,
): readonly FoundWords<Rule>[] {
  const scanner = new ReplyScanner<Rule>(allowedContacts([]), book);
  scanner.push(text);
  scanner.end();
  const found: FoundWords<Rule>[] = [];
  for (let event = scanner.next(); event; event = scanner.next()) {
    // The scanner itself reports unknown contacts, which are no matter here.
    if (event.kind !== "violation" || event.rule === "invented-contact") continue;
    // The cast is safe: every other rule that it reports stands in the book.
    const rule = event.rule as Rule;
    const { start, end } = event;
    const isKnown = found.some((other) => other.rule === rule && other.start <= start && end <= other.end);
    if (isKnown) continue;
    // The same words with more of the phrase take the place of what was found of it first.
    const shorter = found.findIndex(
      (other) => other.rule === rule && start <= other.start && other.end <= end,
    );
    found.splice(shorter < 0 ? found.length : shorter, 1, { rule, text: text.slice(start, end), start, end });
  }
  return found;
}
