import type { Block, Exit, Script } from "../script/script.ts";

/** What the reader (or the story) takes where it forks: for each block, one exit for each time that it is reached. */
export type Picks = Readonly<Record<number, readonly number[]>>;

/** A fork on the way, and what was taken. */
export interface Fork {
  readonly block: number;
  /** How often the block has been reached before. */
  readonly visit: number;
  /** What there is to take here: indexes of the block's exits. */
  readonly open: readonly number[];
  readonly taken: number;
  /** How many utterances were read before it. */
  readonly after: number;
}

/** One way through a script. */
export interface Path {
  /** The utterances in the order in which they are read, the choices that were taken among them. */
  readonly utterances: readonly number[];
  readonly forks: readonly Fork[];
  /** Blocks in the order in which they were reached. */
  readonly blocks: readonly number[];
  /** Where a block begins, in utterances; as long as `blocks`. */
  readonly starts: readonly number[];
  readonly end: "end" | "taken-all" | "too-long";
}

/** Blocks on one way; a story that goes round in rings stops here. */
const MOST_STEPS = 5_000;

/**
 * One way through a script. Where it forks and nothing is picked, the first exit is taken that has not been taken before;
 * once all have been, the way ends there, so that a ring is left.
 *
 * @example
 * ```ts
 * import { followPath, readInk } from "@openempathic/experiences/story";
 *
 * const reading = readInk("Hello.\n* [Stay] We stay.\n* [Go] We go.\n- Night.");
 * const script = reading.kind === "read" ? reading.script : undefined;
 * const words = (path) => path.utterances.map((id) => script.utterances[id - 1].text).join(" ");
 * words(followPath(script, { 0: [1] })); // => "Hello. Go We go. Night."
 * ```
 */
export function followPath(script: Script, picks: Picks = {}): Path {
  const walk = new Walk(script, picks);
  let next: number | null = script.start;
  while (next !== null) next = walk.step(next);
  return walk.path();
}

class Walk {
  readonly #script: Script;
  readonly #picks: Picks;
  readonly #utterances: number[] = [];
  readonly #forks: Fork[] = [];
  readonly #blocks: number[] = [];
  readonly #starts: number[] = [];
  readonly #visits = new Map<number, number[]>();
  readonly #backs: (number | null)[] = [];
  #end: Path["end"] = "end";

  constructor(script: Script, picks: Picks) {
    this.#script = script;
    this.#picks = picks;
  }

  path(): Path {
    return {
      utterances: this.#utterances,
      forks: this.#forks,
      blocks: this.#blocks,
      starts: this.#starts,
      end: this.#end,
    };
  }

  /** Reads a block. @returns the next one; `null` at the end */
  step(index: number): number | null {
    const block = this.#script.blocks[index];
    if (block === undefined) return null;
    if (this.#blocks.length >= MOST_STEPS) {
      this.#end = "too-long";
      return null;
    }
    this.#blocks.push(index);
    this.#starts.push(this.#utterances.length);
    this.#utterances.push(...block.lines);
    if (block.exits.length === 0) return this.#backs.pop() ?? null;
    const exit = this.#take(index, block);
    if (exit === undefined) {
      this.#end = "taken-all";
      return null;
    }
    if (exit.choice !== undefined) this.#utterances.push(exit.choice);
    if (exit.kind === "returns") return this.#backs.pop() ?? null;
    if (exit.kind === "calls" && this.#backs.length < MOST_STEPS) this.#backs.push(exit.back ?? null);
    return exit.to;
  }

  #take(index: number, block: Block): Exit | undefined {
    const taken = this.#visits.get(index) ?? [];
    this.#visits.set(index, taken);
    // Where there are choices, the conditions beside them are fallbacks, for when none is left.
    const hasChoices = block.exits.some(({ kind }) => kind === "choice");
    const open = block.exits.flatMap(({ kind }, at) => (hasChoices && kind !== "choice" ? [] : [at]));
    const fallbacks = block.exits.flatMap((_exit, at) => (open.includes(at) ? [] : [at]));
    const visit = taken.length;
    const picked = this.#picks[index]?.[visit];
    const chosen =
      picked !== undefined && open.includes(picked)
        ? picked
        : [...open, ...fallbacks].find((at) => !taken.includes(at));
    if (chosen === undefined) return undefined;
    taken.push(chosen);
    if (open.length > 1 || hasChoices)
      this.#forks.push({ block: index, visit, open, taken: chosen, after: this.#utterances.length });
    return block.exits[chosen];
  }
}
