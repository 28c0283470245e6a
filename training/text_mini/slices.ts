import { bootstrapInterval, f1Scores, microF1 } from "@openempathic/measure";
import type { Figure, LabelColumn } from "@openempathic/learn";

/** How well labels are told in some of the texts. */
export interface SliceFigures {
  readonly slice: string;
  readonly texts: number;
  readonly microF1: Figure;
  /** Mean Brier score over the labels: the mean squared distance of likelihood and label. */
  readonly brier: number;
}

/** Words, as a reader counts them. */
const LENGTHS: readonly (readonly [slice: string, from: number, to: number])[] = [
  ["1 to 5 words", 1, 6],
  ["6 to 10 words", 6, 11],
  ["11 to 20 words", 11, 21],
  ["21 words and more", 21, Infinity],
];

/**
 * GoEmotions names no topics, so a topic is a list of words: a text belongs to every topic of which it has a word. The
 * lists were written once, before any figure was seen, and are here to be argued with.
 */
const TOPICS: Readonly<Record<string, readonly string[]>> = {
  "people by name": ["[name]"],
  "family, friends and love": ["mom", "mother", "dad", "father", "parents", "brother", "sister", "son", "daughter", "kid", "kids", "child", "children", "family", "friend", "friends", "wife", "husband", "girlfriend", "boyfriend", "marriage", "dating", "relationship", "baby"],
  "sport and games": ["game", "games", "team", "teams", "season", "player", "players", "coach", "fans", "league", "match", "win", "goal", "play", "played", "playing"],
  "politics, law and religion": ["president", "government", "vote", "voting", "election", "law", "police", "court", "tax", "taxes", "political", "politics", "liberal", "conservative", "democrat", "republican", "country", "[religion]", "god", "church"],
  "work, school and money": ["job", "work", "boss", "office", "school", "college", "teacher", "student", "money", "pay", "paid", "rent", "buy", "bought", "company", "business"],
  "body and health": ["doctor", "hospital", "sick", "pain", "health", "therapy", "therapist", "depression", "anxiety", "drug", "drugs", "cancer", "sleep", "weight", "died", "death"],
}; // prettier-ignore

/** The figures for texts of like length, and about like things. */
export function sliceFigures(
  texts: readonly string[],
  columns: readonly (LabelColumn & { readonly threshold: number })[],
  options: { readonly bootstrap: number; readonly seed: number },
): { readonly byLength: readonly SliceFigures[]; readonly byTopic: readonly SliceFigures[] } {
  const words = texts.map((text) => text.toLowerCase().match(/\[\w+\]|[\p{L}\p{N}'’]+/gu) ?? []);
  const figures = (slice: string, belongs: (own: readonly string[]) => boolean): SliceFigures => {
    const indices = words.flatMap((own, i) => (belongs(own) ? [i] : []));
    return figuresOf(slice, { indices, columns }, options);
  };
  const topics = Object.entries(TOPICS).map(([topic, list]) => [topic, new Set(list)] as const);
  return {
    byLength: LENGTHS.map(([slice, from, to]) =>
      figures(slice, (own) => own.length >= from && own.length < to),
    ),
    byTopic: [
      ...topics.map(([topic, list]) => figures(topic, (own) => own.some((word) => list.has(word)))),
      figures("none of these", (own) => !topics.some(([, list]) => own.some((word) => list.has(word)))),
    ],
  };
}

function figuresOf(
  slice: string,
  {
    indices,
    columns,
  }: {
    readonly indices: readonly number[];
    readonly columns: readonly (LabelColumn & { readonly threshold: number })[];
  },
  { bootstrap, seed }: { readonly bootstrap: number; readonly seed: number },
): SliceFigures {
  if (indices.length === 0) {
    return { slice, texts: 0, microF1: { value: undefined, interval: undefined }, brier: Number.NaN };
  }
  const named = indices.map((i) => columns.map((column) => (column.likelihoods[i] ?? 0) >= column.threshold));
  const present = indices.map((i) => columns.map((column) => column.outcomes[i] === true));
  const over = (rows: Iterable<number>): number => {
    const at = [...rows];
    const pick = (table: boolean[][]): boolean[][] => at.map((i) => table[i] ?? []);
    return microF1(f1Scores(pick(named), pick(present)));
  };
  let squares = 0;
  for (const { likelihoods, outcomes } of columns) {
    for (const i of indices) squares += ((likelihoods[i] ?? 0) - Number(outcomes[i])) ** 2;
  }
  return {
    slice,
    texts: indices.length,
    microF1: {
      value: over(indices.keys()),
      interval: bootstrapInterval(over, { cases: indices.length, resamples: bootstrap, seed }),
    },
    brier: squares / (indices.length * columns.length),
  };
}
