import type { PhraseOpening } from "./phrase-automaton.ts";
import type { PhraseGroup } from "./phrase-group.ts";

/** Tells which words give a failing phrase away, so that not even they may be shown before it is settled. */
export interface Telltales {
  /** Whether a word does. */
  has(word: string): boolean;
  /** Whether the beginning of a word may grow into one that does. */
  mayGrow(beginning: string): boolean;
}

/**
 * The words that give a phrase away: those that are a whole phrase, and those that begin one whose words do harm by
 * themselves. With any other word ("You", "Just", "It's") nothing has been said yet.
 *
 * @param openings The first words of all phrases.
 * @param groupOf The group of a phrase by its number.
 */
export function openTelltales(
  openings: readonly PhraseOpening[],
  groupOf: (phrase: number) => PhraseGroup<string>,
): Telltales {
  const words = new Set<string>();
  const prefixes = new Set<string>();
  for (const { match, phrase, isWhole } of openings) {
    const plain = groupOf(phrase).plainOpeners;
    const tells = (word: string): boolean => isWhole || (plain !== undefined && !plain.has(word));
    if (match.kind === "set") [...match.words].filter(tells).forEach((word) => words.add(word));
    else if (tells("")) prefixes.add(match.kind === "prefix" ? match.prefix : "");
  }
  return {
    has: (word) => words.has(word) || [...prefixes].some((prefix) => word.startsWith(prefix)),
    mayGrow: (beginning) =>
      [...words].some((word) => word.startsWith(beginning)) ||
      [...prefixes].some((prefix) => prefix.startsWith(beginning) || beginning.startsWith(prefix)),
  };
}
