import type { CheckRule } from "../check.ts";

/** Phrases that break one rule, and what around them makes them harmless. */
export interface PhraseGroup<Rule extends string = CheckRule> {
  readonly rule: Rule;
  /** In the small language of `parsePhrase`. */
  readonly phrases: readonly string[];
  /** Harmless when one of these words stands earlier in the sentence. */
  readonly unlessAfter?: ReadonlySet<string>;
  /** How many words back `unlessAfter` looks; the whole sentence unless told. */
  readonly reach?: number;
  /** Breaks the rule only at the start of a clause, as an order does. */
  readonly clauseStart?: boolean;
  /** Harmless when the sentence turns out to be a question. */
  readonly unlessQuestion?: boolean;
  /** Breaks the rule even inside quotation marks. */
  readonly evenQuoted?: boolean;
  /**
   * Given where the words themselves do harm: nothing of the phrase is shown while it may still complete, not even as
   * the first word of a reply, unless that is one of these, which say nothing by themselves.
   */
  readonly plainOpeners?: ReadonlySet<string>;
}

/** Words as a set, written in one line. */
export function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/).filter(Boolean));
}

const CLAUSE_OPENERS = wordSet(", and but so or because und aber also oder denn");

/** Whether a phrase of this group may break its rule after the given words of the sentence. */
export function mayBreakAfter(
  group: PhraseGroup<string>,
  before: readonly string[],
  isQuoted: boolean,
): boolean {
  if (isQuoted && !group.evenQuoted) return false;
  const previous = before.at(-1);
  if (group.clauseStart && previous !== undefined && !CLAUSE_OPENERS.has(previous)) return false;
  const { unlessAfter } = group;
  if (!unlessAfter) return true;
  const reached = group.reach === undefined ? before : before.slice(-group.reach);
  return !reached.some((word) => unlessAfter.has(word));
}
