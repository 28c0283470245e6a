import { PhraseAutomaton } from "./phrase-automaton.ts";
import type { PhraseGroup } from "./phrase-group.ts";
import { parsePhrase } from "./phrase-pattern.ts";
import type { WordSets } from "./phrase-pattern.ts";
import { openTelltales, type Telltales } from "./telltales.ts";

/** Phrases of some rules, ready to be matched. */
export interface PhraseBook<Rule extends string> {
  readonly automaton: PhraseAutomaton;
  /** The group that a phrase, by its number in the automaton, belongs to. */
  readonly groupOf: (phrase: number) => PhraseGroup<Rule>;
  /** Tells apart first words of a reply. */
  readonly telltales: Telltales;
}

/** Makes a book of groups of phrases, which may refer to the given sets of words. */
export function makePhraseBook<Rule extends string>(
  groups: readonly PhraseGroup<Rule>[],
  sets: WordSets,
): PhraseBook<Rule> {
  const all = groups.flatMap((group) => group.phrases.map((phrase) => ({ group, phrase })));
  const automaton = new PhraseAutomaton(all.map(({ phrase }) => parsePhrase(phrase, sets)));
  const groupOf = (phrase: number): PhraseGroup<Rule> => {
    const entry = all[phrase];
    if (!entry) throw new RangeError(`groupOf needs the number of a phrase, got ${phrase}`);
    return entry.group;
  };
  return { automaton, groupOf, telltales: openTelltales(automaton.openings(), groupOf) };
}
