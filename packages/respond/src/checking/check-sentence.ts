import type { CheckRule } from "../check.ts";
import type { ReplyLanguage } from "../plan.ts";
import { checkPhrases } from "./check-phrases.ts";
import { allowedContacts } from "./contact-check.ts";
import { ReplyScanner } from "./reply-scanner.ts";

/** What a check needs to know. */
export interface CheckOptions {
  /** The language of the reply. The phrases of both languages apply, since a model may slip from one to the other. */
  readonly language: ReplyLanguage;
  /** Contact lines that a reply may name, word for word from the checked table; none unless given. */
  readonly contacts?: readonly string[];
  /** Also holds the text against the council set: manipulation, stereotype, indignity, pressure. Off unless asked for. */
  readonly council?: boolean;
}

/** Words that broke a rule. */
export interface BrokenRule {
  readonly rule: CheckRule;
  readonly text: string;
}

/**
 * Holds a sentence, or a few, against every rule: no dismissal, no toxic positivity, no feeling stated as a
 * fact, no diagnosis, no method details, no contact that is not in the checked table, no claim to be human, no
 * guilt at a goodbye.
 *
 * @param sentence The words of a reply.
 * @returns The rules that were broken, with the words that broke them, in order; empty where all is well.
 *
 * @example
 * ```ts
 * import { checkSentence } from "@openempathic/respond";
 *
 * checkSentence("You feel sad.", { language: "en" }); // => [{ rule: "feeling-as-fact", text: "You feel sad" }]
 * checkSentence("It sounds like you feel sad.", { language: "en" }); // => []
 * ```
 */
export function checkSentence(
  sentence: string,
  { contacts = [], council = false }: CheckOptions,
): readonly BrokenRule[] {
  const scanner = new ReplyScanner(allowedContacts(contacts), checkPhrases(council));
  scanner.push(sentence);
  scanner.end();
  const broken: BrokenRule[] = [];
  for (let event = scanner.next(); event; event = scanner.next()) {
    if (event.kind !== "violation") continue;
    const text = scanner.slice(event.start, event.end);
    const isKnown = broken.some((other) => other.rule === event.rule && other.text.includes(text));
    if (!isKnown) broken.push({ rule: event.rule, text });
  }
  return broken;
}
