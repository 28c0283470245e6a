import { GOEMOTIONS_LABELS } from "@openempathic/learn";
import words from "./feeling-words.json" with { type: "json" };

/** Texts that differ in how much of one label they say, most first. */
export interface Degrees {
  readonly label: number;
  readonly texts: readonly string[];
}

const MODIFIED =
  /(not|n't|never|no|so|too|very|really|pretty|extremely|bit|little|kind|kinda|barely|hardly|less|more|most|how|as|absolutely|truly|that)\s+$/i;
const ADJECTIVES = Object.entries(words.adjectives).flatMap(([label, list]) =>
  list.map((word) => ({ label: indexOf(label), word })),
);
const VERBS = Object.entries(words.verbs).flatMap(([label, list]) =>
  list.map((word) => ({ label: indexOf(label), word })),
);

/**
 * Says a sentence again with its feeling word raised, lowered, scarcely meant and denied: "I'm so happy", "I'm happy",
 * "I'm a bit happy", "I'm hardly happy", "I'm not happy". Only the order is learned from it, not how much.
 *
 * @param random Uniform on [0, 1).
 * @returns `undefined` where the sentence has no feeling word of the list that stands by itself.
 */
export function degreesOf(text: string, random: () => number): Degrees | undefined {
  for (const { label, word } of ADJECTIVES) {
    const at = findWord(text, word);
    if (at < 0) continue;
    const with_ = (list: readonly string[]): string => insert(text, at, oneOf(list, random));
    return {
      label,
      texts: [with_(words.stronger), text, with_(words.weaker), with_(words.hardly), with_(words.denied)],
    };
  }
  for (const { label, word } of VERBS) {
    const at = text.search(new RegExp(`(?<=\\bI )${word}\\b`, "i"));
    if (at < 0) continue;
    const with_ = (list: readonly string[]): string => insert(text, at, oneOf(list, random));
    return {
      label,
      texts: [
        with_(words.strongerVerb),
        text,
        with_(words.weakerVerb),
        with_(words.hardlyVerb),
        with_(words.deniedVerb),
      ],
    };
  }
  return undefined;
}

function findWord(text: string, word: string): number {
  const found = new RegExp(
    `(?<=\\b(?:am|is|are|was|were|be|been|feel|feels|felt|'m|'s|'re|look|looks|sounds|seems|i'm|it's) )${word}\\b`,
    "i",
  ).exec(text);
  if (found === null || MODIFIED.test(text.slice(0, found.index))) return -1;
  return found.index;
}

function insert(text: string, at: number, words: string): string {
  return `${text.slice(0, at)}${words} ${text.slice(at)}`;
}

function indexOf(label: string): number {
  return (GOEMOTIONS_LABELS as readonly string[]).indexOf(label);
}

function oneOf(list: readonly string[], random: () => number): string {
  // The cast is safe: the lists are not empty and the index lies inside.
  return list[Math.floor(random() * list.length)] as string;
}
