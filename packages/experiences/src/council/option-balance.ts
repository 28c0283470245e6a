import type { CouncilOption } from "./council-item.ts";
import { wordsOfItem } from "./council-item.ts";

/** The largest ratio of room between two options: IPDAS v4 on balanced presentation, as the project's rules put it. */
export const MOST_ROOM_RATIO = 1.5;

/** Something that one option has less of than another. */
export interface Imbalance {
  readonly optionId: string;
  readonly lacks: "words" | "upsides" | "downsides";
  /** How many it has now, and how many it would take for equal room. */
  readonly has: number;
  readonly wants: number;
}

/** How much room the options have. */
export interface OptionBalance {
  /** The longest option's words by the shortest's; `undefined` while one has none. */
  readonly ratio: number | undefined;
  readonly isBalanced: boolean;
  /** What to add, by option; empty where all have equal room. */
  readonly imbalances: readonly Imbalance[];
}

/**
 * Whether options have equal room: words within a ratio of 1.5, and as many things for and against each. What is
 * missing is told as what to add, never as what to cut. A person may leave it unequal; it is theirs to see.
 *
 * Source: IPDAS v4 checklist, items on balanced presentation of options (Joseph-Williams et al. 2014,
 * doi:10.1177/0272989X13501721).
 *
 * @example
 * ```ts
 * import { optionBalance } from "@openempathic/experiences/council";
 *
 * const option = (optionId: string, detail: string) =>
 *   ({ part: "option", optionId, title: optionId, detail, upsides: [], downsides: [] }) as const;
 * optionBalance([option("a", "one two three"), option("b", "one two")]).isBalanced; // => true
 * optionBalance([option("a", "one two three four five"), option("b", "one")]).imbalances;
 * // => [{ optionId: "b", lacks: "words", has: 2, wants: 4 }]
 * ```
 */
export function optionBalance(options: readonly CouncilOption[]): OptionBalance {
  const lengths = options.map((option) => countWords(wordsOfItem(option)));
  const longest = Math.max(0, ...lengths);
  const shortest = Math.min(longest, ...lengths);
  const mostUp = Math.max(0, ...options.map(({ upsides }) => upsides.length));
  const mostDown = Math.max(0, ...options.map(({ downsides }) => downsides.length));
  const imbalances = options.flatMap(({ optionId, upsides, downsides }, index): Imbalance[] => [
    ...lacking(optionId, "words", { has: lengths[index] ?? 0, wants: Math.ceil(longest / MOST_ROOM_RATIO) }),
    ...lacking(optionId, "upsides", { has: upsides.length, wants: mostUp }),
    ...lacking(optionId, "downsides", { has: downsides.length, wants: mostDown }),
  ]);
  return {
    ratio: shortest === 0 ? undefined : longest / shortest,
    isBalanced: imbalances.length === 0,
    imbalances,
  };
}

function lacking(
  optionId: string,
  lacks: Imbalance["lacks"],
  { has, wants }: Pick<Imbalance, "has" | "wants">,
): Imbalance[] {
  return has < wants ? [{ optionId, lacks, has, wants }] : [];
}

function countWords(texts: readonly string[]): number {
  return texts.reduce(
    (sum, text) => sum + (text.match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu)?.length ?? 0),
    0,
  );
}
