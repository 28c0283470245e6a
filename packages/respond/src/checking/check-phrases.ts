import type { CheckRule } from "../check.ts";
import { makePhraseBook } from "./phrase-book.ts";
import type { PhraseBook } from "./phrase-book.ts";
import type { PhraseGroup } from "./phrase-group.ts";
import { CLAIMS_TO_BE_HUMAN } from "./phrases/claims-to-be-human.ts";
import { DIAGNOSIS } from "./phrases/diagnosis.ts";
import { DISMISSAL } from "./phrases/dismissal.ts";
import { FEELING_AS_FACT } from "./phrases/feeling-as-fact.ts";
import { GUILT_AT_GOODBYE } from "./phrases/guilt-at-goodbye.ts";
import { INDIGNITY } from "./phrases/indignity.ts";
import { INVENTED_CONTACT } from "./phrases/invented-contact.ts";
import { MANIPULATION } from "./phrases/manipulation.ts";
import { METHOD_DETAILS } from "./phrases/method-details.ts";
import { PRESSURE } from "./phrases/pressure.ts";
import { STEREOTYPE } from "./phrases/stereotype.ts";
import { TOXIC_POSITIVITY } from "./phrases/toxic-positivity.ts";
import { PHRASE_WORD_SETS } from "./phrases/word-sets.ts";

const GROUPS: readonly PhraseGroup[] = [
  ...METHOD_DETAILS,
  ...INVENTED_CONTACT,
  ...CLAIMS_TO_BE_HUMAN,
  ...DIAGNOSIS,
  ...GUILT_AT_GOODBYE,
  ...DISMISSAL,
  ...TOXIC_POSITIVITY,
  ...FEELING_AS_FACT,
];

const COUNCIL_GROUPS: readonly PhraseGroup[] = [...MANIPULATION, ...STEREOTYPE, ...INDIGNITY, ...PRESSURE];

const made: { always?: PhraseBook<CheckRule>; withCouncil?: PhraseBook<CheckRule> } = {};

/**
 * The phrases of every rule in both languages, since a model may slip from one into the other.
 *
 * @param council whether the rules of the council set are among them
 */
export function checkPhrases(council = false): PhraseBook<CheckRule> {
  if (council) return (made.withCouncil ??= makePhraseBook([...GROUPS, ...COUNCIL_GROUPS], PHRASE_WORD_SETS));
  return (made.always ??= makePhraseBook(GROUPS, PHRASE_WORD_SETS));
}
