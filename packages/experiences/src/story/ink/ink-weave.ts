import type { ScriptBuilder } from "../script/script-builder.ts";
import type { Exit } from "../script/script.ts";

/** A block whose end is not tied to anything yet, with what leads on from it. */
export interface LooseEnd {
  readonly block: number;
  readonly exit: Pick<Exit, "kind" | "condition">;
}

interface Level {
  /** The block that the choices of this level branch from. */
  readonly from: number;
  readonly loose: LooseEnd[];
}

const GOES = { kind: "goes" } as const;

/** Follows ink's weave: choices branch, gathers bring the loose ends of deeper lines together. */
export class InkWeave {
  readonly #builder: ScriptBuilder;
  readonly #passage: number;
  readonly #levels: (Level | undefined)[] = [];
  /** The block that lines are added to; `undefined` after a divert. */
  #current: number | undefined;

  constructor(builder: ScriptBuilder, passage: number, block: number) {
    this.#builder = builder;
    this.#passage = passage;
    this.#current = block;
  }

  /** The block to add to. What comes after a divert is in the script and cannot be reached. */
  here(): number {
    this.#current ??= this.#builder.block(this.#passage);
    return this.#current;
  }

  /** Nothing follows from here. */
  stop(): void {
    this.#current = undefined;
  }

  /** Goes on in another block that is tied already. */
  goOnIn(block: number): void {
    this.#current = block;
  }

  /** Opens a choice at a depth (from 1). @returns the block that chooses, and the one that the choice leads to */
  choice(depth: number): { readonly from: number; readonly to: number } {
    const deeper = this.#endsFrom(depth + 1);
    let level = this.#levels[depth];
    if (level === undefined) {
      level = { from: this.here(), loose: [] };
      this.#levels[depth] = level;
    } else if (this.#current !== undefined) level.loose.push({ block: this.#current, exit: GOES });
    level.loose.push(...deeper);
    const to = this.#builder.block(this.#passage);
    this.#current = to;
    return { from: level.from, to };
  }

  /** Gathers at a depth (from 1). */
  gather(depth: number): number {
    const loose = [...this.#endsFrom(depth)];
    if (this.#current !== undefined) loose.push({ block: this.#current, exit: GOES });
    const block = this.#builder.block(this.#passage);
    tie(this.#builder, loose, block);
    this.#current = block;
    return block;
  }

  /** Everything that is still loose, to be tied by whoever goes on. */
  ends(): readonly LooseEnd[] {
    const loose = [...this.#endsFrom(1)];
    if (this.#current !== undefined) loose.push({ block: this.#current, exit: GOES });
    this.#current = undefined;
    return loose;
  }

  #endsFrom(depth: number): readonly LooseEnd[] {
    const deeper = this.#levels.splice(depth);
    return deeper.flatMap((level) => level?.loose ?? []);
  }
}

/** Ties loose ends to a block. */
export function tie(builder: ScriptBuilder, loose: readonly LooseEnd[], to: number): void {
  for (const { block, exit } of loose) builder.exit(block, { ...exit, to });
}
