import type { Finding } from "./judge-sentence.ts";
import type { NormalisedText } from "./normalise-text.ts";
import { classesOf } from "./word-classes.ts";

/** So many weights there are for each output; features share them by their hash. A prime. */
export const RISK_BUCKETS = 49_157;

/** A message is scored in stretches of so many words, each beginning half a stretch after the one before. */
const STRETCH_WORDS = 40;

/** Classes are paired over so many words. */
const PAIR_REACH = 6;

/** What of a message is scored together. */
export interface RiskStretch {
  readonly words: readonly string[];
  /** Where a sentence begins, by word; the words of one sentence follow each other. */
  readonly sentenceOf: readonly number[];
}

/** What goes with a message: what the rules found, and what was said before it. */
export interface RiskSurroundings {
  readonly findings: readonly Finding[];
  readonly laughs: boolean;
  /** The question that a short message answers. */
  readonly question: NormalisedText | undefined;
  /** The gravest that the rules found in the person's earlier messages. */
  readonly before: string;
}

/** What the statistical judge sees of a conversation: the message, and what the rules and the turns before say. */
export interface RiskReading {
  readonly message: NormalisedText;
  readonly around: RiskSurroundings;
}

/** The features of a stretch: a bucket and a value each, and the words `from` … `to` that they stand for, or -1. */
export interface RiskFeatures {
  readonly buckets: readonly number[];
  readonly values: readonly number[];
  readonly from: readonly number[];
  readonly to: readonly number[];
}

/** The weight of each kind of feature: the length of its part of the vector, whatever the number of features. */
const KINDS = { words: 1.3, letters: 1.4, classes: 1.3, surroundings: 0.8, question: 0.8 } as const;
type Kind = keyof typeof KINDS;

class FeatureList implements RiskFeatures {
  readonly buckets: number[] = [];
  readonly values: number[] = [];
  readonly from: number[] = [];
  readonly to: number[] = [];
  #kindStart = 0;

  add(hash: number, from: number, to: number): void {
    this.buckets.push((hash >>> 0) % RISK_BUCKETS);
    this.from.push(from);
    this.to.push(to);
  }

  /** Ends a kind: gives its features values of equal size that make a vector of the kind's length. */
  end(kind: Kind): void {
    const count = this.buckets.length - this.#kindStart;
    const value = KINDS[kind] / Math.sqrt(Math.max(count, 1));
    while (this.values.length < this.buckets.length) this.values.push(value);
    this.#kindStart = this.buckets.length;
  }
}

/** Parts a message into stretches; a usual message is one. */
export function stretchesOf(message: NormalisedText): RiskStretch[] {
  const words: string[] = [];
  const sentenceOf: number[] = [];
  for (const [number, sentence] of message.sentences.entries()) {
    for (const word of sentence.text.split(" ")) {
      if (word === "") continue;
      words.push(word);
      sentenceOf.push(number);
    }
  }
  if (words.length <= STRETCH_WORDS) return [{ words, sentenceOf }];
  const stretches: RiskStretch[] = [];
  for (let start = 0; start + STRETCH_WORDS / 2 < words.length; start += STRETCH_WORDS / 2) {
    const end = start + STRETCH_WORDS;
    stretches.push({ words: words.slice(start, end), sentenceOf: sentenceOf.slice(start, end) });
  }
  return stretches;
}

/**
 * The features of one stretch of a message: words, word pairs and triples, pieces of words of 2 to 5 letters, word
 * classes and their pairs, what the rules found, and the question before it.
 */
export function riskFeaturesOf(stretch: RiskStretch, around: RiskSurroundings): RiskFeatures {
  const list = new FeatureList();
  addWords(list, stretch);
  list.end("words");
  for (const [at, word] of stretch.words.entries()) addPieces(list, word, at);
  list.end("letters");
  addClasses(list, stretch);
  list.end("classes");
  addSurroundings(list, around, stretch);
  list.end("surroundings");
  if (around.question !== undefined) addQuestion(list, around.question, stretch);
  list.end("question");
  return list;
}

// FNV-1a with 32 bits; Fowler, Noll and Vo, draft-eastlake-fnv-17, section 5.
const OFFSET = 0x811c9dc5;
const PRIME = 0x01000193;

function mix(hash: number, value: number): number {
  return Math.imul(hash ^ value, PRIME);
}

/** Makes a hash depend on its place, so that "a b" is not "b a". */
function turned(hash: number): number {
  return Math.imul(hash, 0x9e3779b1);
}

function hashOf(text: string, seed: number): number {
  let hash = mix(OFFSET, seed);
  for (let at = 0; at < text.length; at++) hash = mix(hash, text.charCodeAt(at));
  return hash;
}

function addWords(list: FeatureList, { words, sentenceOf }: RiskStretch): void {
  const hashes = words.map((word) => hashOf(word, 1));
  for (let at = 0; at < words.length; at++) {
    const first = hashes[at] ?? 0;
    list.add(first, at, at);
    if (sentenceOf[at + 1] !== sentenceOf[at]) continue;
    const pair = mix(turned(first), hashes[at + 1] ?? 0);
    list.add(pair, at, at + 1);
    if (sentenceOf[at + 2] !== sentenceOf[at]) continue;
    list.add(mix(turned(pair), hashes[at + 2] ?? 0), at, at + 2);
    list.add(mix(turned(mix(first, 7)), hashes[at + 2] ?? 0), at, at + 2);
  }
}

const LONGEST_WORD = 30;

function addPieces(list: FeatureList, word: string, at: number): void {
  const padded = ` ${word.slice(0, LONGEST_WORD)} `;
  for (let start = 0; start < padded.length - 1; start++) {
    let hash = mix(mix(OFFSET, 2), padded.charCodeAt(start));
    for (let end = start + 1; end < Math.min(start + 5, padded.length); end++) {
      hash = mix(hash, padded.charCodeAt(end));
      list.add(hash, at, at);
    }
  }
}

function addClasses(list: FeatureList, { words, sentenceOf }: RiskStretch): void {
  const classes = words.map(classesOf);
  const seen = new Set<number>();
  const once = (hash: number, from: number, to: number) => {
    if (seen.has(hash)) return;
    seen.add(hash);
    list.add(hash, from, to);
  };
  for (let at = 0; at < words.length; at++) {
    for (const one of classes[at] ?? []) {
      const first = mix(mix(OFFSET, 3), one);
      once(first, at, at);
      for (let next = at + 1; next <= at + PAIR_REACH && sentenceOf[next] === sentenceOf[at]; next++) {
        for (const other of classes[next] ?? []) once(mix(first, other + 256), at, next);
      }
    }
  }
}

function addSurroundings(
  list: FeatureList,
  { findings, laughs, before }: RiskSurroundings,
  { words }: RiskStretch,
): void {
  const found = new Set(findings.flatMap(({ level, reading }) => [`${level} ${reading}`, level]));
  if (found.size === 0) found.add("nothing");
  for (const one of found) list.add(hashOf(one, 4), -1, -1);
  if (laughs) list.add(hashOf("laughs", 4), -1, -1);
  list.add(hashOf(String(Math.round(2 * Math.log2(words.length + 1))), 12), -1, -1);
  list.add(hashOf(before, 5), -1, -1);
}

function addQuestion(list: FeatureList, question: NormalisedText, { words }: RiskStretch): void {
  const asked = question.whole.split(" ").filter((word) => word !== "");
  const first = hashOf(words[0] ?? "", 6);
  const seen = new Set<number>();
  for (const word of asked.slice(-STRETCH_WORDS)) {
    list.add(hashOf(word, 7), -1, -1);
    for (const one of classesOf(word)) {
      if (seen.has(one)) continue;
      seen.add(one);
      list.add(mix(mix(OFFSET, 8), one), -1, -1);
      list.add(mix(mix(first, 9), one), 0, 0);
    }
  }
}
