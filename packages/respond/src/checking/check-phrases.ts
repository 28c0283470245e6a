import { PhraseAutomaton } from "./phrase-automaton.ts";
import type { PhraseGroup } from "./phrase-group.ts";
import { parsePhrase } from "./phrase-pattern.ts";
import { CLAIMS_TO_BE_HUMAN } from "./phrases/claims-to-be-human.ts";
import { DIAGNOSIS } from "./phrases/diagnosis.ts";
import { DISMISSAL } from "./phrases/dismissal.ts";
import { FEELING_AS_FACT } from "./phrases/feeling-as-fact.ts";
import { GUILT_AT_GOODBYE } from "./phrases/guilt-at-goodbye.ts";
import { INVENTED_CONTACT } from "./phrases/invented-contact.ts";
import { METHOD_DETAILS } from "./phrases/method-details.ts";
import { TOXIC_POSITIVITY } from "./phrases/toxic-positivity.ts";
import { PHRASE_WORD_SETS } from "./phrases/word-sets.ts";
import { openTelltales, type Telltales } from "./telltales.ts";

/** All phrases, ready to be matched. */
export interface CheckPhrases {
  readonly automaton: PhraseAutomaton;
  /** The group that a phrase, by its number in the automaton, belongs to. */
  readonly groupOf: (phrase: number) => PhraseGroup;
  /** Tells apart first words of a reply. */
  readonly telltales: Telltales;
}

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

const made: { phrases?: CheckPhrases } = {};

/** The phrases of every rule in both languages, since a model may slip from one into the other. */
export function checkPhrases(): CheckPhrases {
  return (made.phrases ??= compile());
}

function compile(): CheckPhrases {
  const all = GROUPS.flatMap((group) => group.phrases.map((phrase) => ({ group, phrase })));
  const automaton = new PhraseAutomaton(all.map(({ phrase }) => parsePhrase(phrase, PHRASE_WORD_SETS)));
  const groupOf = (phrase: number): PhraseGroup => {
    const entry = all[phrase];
    if (!entry) throw new RangeError(`groupOf needs the number of a phrase, got ${phrase}`);
    return entry.group;
  };
  return { automaton, groupOf, telltales: openTelltales(automaton.openings(), groupOf) };
}
