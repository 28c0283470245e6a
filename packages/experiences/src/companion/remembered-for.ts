import { foldText } from "@openempathic/respond";
import type { CompanionState } from "./companion-state.ts";
import { messageOf, turnsOf } from "./conversation.ts";
import { excerpt } from "./digest/excerpt.ts";

// What a language model is told should stay an aside beside the conversation.
const MOST_LINES = 8;
const ALWAYS_LINES = 3;
const LINE_LETTERS = 220;
const TURNS_LOOKED_AT = 5;
/** Shorter words are in nearly every sentence. */
const TELLING_LETTERS = 4;

/**
 * What the person let the companion keep and may be of use in the answer to message `of`, in their own words: what shares
 * words with the last turns first, then the latest of what is remembered. Nothing while there is any risk.
 */
export function rememberedFor(state: CompanionState, of: number): readonly string[] {
  if (state.latch.level !== "none" || messageOf(state, of)?.risk?.level !== "none") return [];
  const said = new Set(turnsOf(state, of, TURNS_LOOKED_AT).flatMap(({ text }) => tellingWords(text)));
  const sharedWith = (text: string) => tellingWords(text).filter((word) => said.has(word)).length;
  const lines = keptLines(state).map((text) => ({ text, shared: sharedWith(text) }));
  const fitting = lines
    .filter(({ shared }) => shared > 0)
    .toSorted((one, other) => other.shared - one.shared);
  const memories = state.memories.map(({ text }) => excerpt(text, LINE_LETTERS)).slice(-ALWAYS_LINES);
  return [...new Set([...fitting.map(({ text }) => text), ...memories])].slice(0, MOST_LINES);
}

function keptLines({ memories, life, people }: CompanionState): readonly string[] {
  const texts = [...memories, ...life.passages].map(({ text }) => excerpt(text, LINE_LETTERS));
  const named = people.kept.map(({ name, relation }) => (relation === "" ? name : `${name} (${relation})`));
  return [...texts, ...named];
}

function tellingWords(text: string): readonly string[] {
  const words = foldText(text).match(/[\p{L}\p{N}]+/gu) ?? [];
  return [...new Set(words.filter((word) => word.length >= TELLING_LETTERS))];
}
