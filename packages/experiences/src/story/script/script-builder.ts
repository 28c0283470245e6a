import { SCRIPT_LIMITS } from "./script.ts";
import type { Block, Exit, Passage, Script, ScriptFormat, Utterance } from "./script.ts";
import type { ScriptFault, ScriptFaultReason, ScriptReading } from "./script-fault.ts";
import { shownFound } from "./script-fault.ts";
import { placeIn } from "./source-lines.ts";
import type { SourceLine } from "./source-lines.ts";

/** The most faults that are told at once. */
const MOST_FAULTS = 100;

/** Where an exit leads: a block, the end (`null`), or the first of these names that there is. */
export type Target =
  number | null | { readonly names: readonly string[]; readonly shown: string; readonly at: number };

interface OpenExit extends Omit<Exit, "to" | "back"> {
  readonly to: Target;
  readonly back?: Target;
}

interface OpenBlock {
  readonly passage: number;
  readonly lines: number[];
  readonly exits: OpenExit[];
}

/** Puts a script together while a source is read, and finds what the formats have in common to find. */
export class ScriptBuilder {
  readonly #format: ScriptFormat;
  readonly #lines: readonly SourceLine[];
  readonly #passages: Passage[] = [];
  readonly #blocks: OpenBlock[] = [];
  readonly #utterances: Utterance[] = [];
  readonly #labels = new Map<string, number>();
  readonly #elsewhere = new Set<string>();
  readonly #faults: ScriptFault[] = [];
  #title: string | undefined;
  #start = 0;

  constructor(format: ScriptFormat, lines: readonly SourceLine[]) {
    this.#format = format;
    this.#lines = lines;
  }

  /** Notes what is wrong at an offset. */
  fault(at: number, reason: ScriptFaultReason, found?: string): void {
    if (this.#faults.length >= MOST_FAULTS) return;
    const { line, column } = placeIn(this.#lines, at);
    this.#faults.push({ line, column, reason, ...(found === undefined ? {} : { found: shownFound(found) }) });
  }

  /** The number of the line at an offset, from 1. */
  lineOf(at: number): number {
    return placeIn(this.#lines, at).line;
  }

  entitle(title: string): void {
    if (title.trim() !== "") this.#title = title.trim().slice(0, SCRIPT_LIMITS.name);
  }

  startAt(block: number): void {
    this.#start = block;
  }

  passage(name: string, at: number): number {
    if (name.length > SCRIPT_LIMITS.name) this.fault(at, "long-name", name);
    if (this.#passages.length === SCRIPT_LIMITS.passages) this.fault(at, "too-many-passages");
    return this.#passages.push({ name, place: placeIn(this.#lines, at) }) - 1;
  }

  block(passage: number): number {
    return this.#blocks.push({ passage, lines: [], exits: [] }) - 1;
  }

  /** Gives a block a name that exits can lead to. */
  label(name: string, block: number, at: number): void {
    if (this.#labels.has(name)) this.fault(at, "name-twice", name);
    else this.#labels.set(name, block);
  }

  /** Another name for a block, where it is still free. */
  alias(name: string, block: number): void {
    if (!this.#labels.has(name)) this.#labels.set(name, block);
  }

  /** A name that is no place of this script and may stand as a target all the same, such as a variable. */
  allow(name: string): void {
    this.#elsewhere.add(name);
  }

  /** Adds a line to a block. */
  line(block: number, utterance: Omit<Utterance, "id" | "passage" | "place">): void {
    const id = this.#utter(block, utterance);
    this.#blocks[block]?.lines.push(id);
  }

  /** Adds a choice to a block. */
  choice(block: number, utterance: Omit<Utterance, "id" | "passage" | "place" | "kind">, to: Target): void {
    const id = this.#utter(block, { ...utterance, kind: "choice" });
    this.#blocks[block]?.exits.push({ kind: "choice", choice: id, to });
  }

  exit(block: number, exit: OpenExit): void {
    this.#blocks[block]?.exits.push(exit);
  }

  hasExits(block: number): boolean {
    return (this.#blocks[block]?.exits.length ?? 0) > 0;
  }

  /** The whole script, or its faults. */
  finish(): ScriptReading {
    const blocks = this.#blocks.map((block) => this.#closed(block));
    if (this.#utterances.length === 0 && this.#faults.length === 0) this.fault(0, "nothing-to-read");
    this.#checkSizes(blocks);
    if (this.#faults.length > 0) {
      return {
        kind: "faulty",
        faults: this.#faults.toSorted((a, b) => a.line - b.line || a.column - b.column),
      };
    }
    const script: Script = {
      format: this.#format,
      ...(this.#title === undefined ? {} : { title: this.#title }),
      passages: this.#passages,
      blocks,
      start: this.#start,
      utterances: this.#utterances,
    };
    return { kind: "read", script };
  }

  #utter(block: number, utterance: Omit<Utterance, "id" | "passage" | "place">): number {
    const { start } = utterance.span;
    if (utterance.text.length > SCRIPT_LIMITS.utterance) this.fault(start, "long-line");
    if (this.#utterances.length === SCRIPT_LIMITS.utterances) {
      this.fault(start, "too-many-lines");
      return SCRIPT_LIMITS.utterances;
    }
    const id = this.#utterances.length + 1;
    const passage = this.#blocks[block]?.passage ?? 0;
    this.#utterances.push({ ...utterance, id, passage, place: placeIn(this.#lines, start) });
    return id;
  }

  #closed({ passage, lines, exits }: OpenBlock): Block {
    return {
      passage,
      lines,
      exits: exits.map(({ to, back, ...exit }) => ({
        ...exit,
        to: this.#resolved(to),
        ...(back === undefined ? {} : { back: this.#resolved(back) }),
      })),
    };
  }

  #resolved(target: Target): number | null {
    if (target === null || typeof target === "number") return target;
    const name = target.names.find((each) => this.#labels.has(each));
    if (name !== undefined) return this.#labels.get(name) ?? null;
    if (!target.names.some((each) => this.#elsewhere.has(each)))
      this.fault(target.at, "unknown-target", target.shown);
    return null;
  }

  #checkSizes(blocks: readonly Block[]): void {
    const exits = blocks.reduce((sum, block) => sum + block.exits.length, 0);
    if (blocks.length > SCRIPT_LIMITS.blocks || exits > SCRIPT_LIMITS.exits) this.fault(0, "too-many-forks");
    const speakers = new Map<string, number>();
    for (const { speaker, span } of this.#utterances) {
      if (speaker === undefined || speakers.has(speaker)) continue;
      speakers.set(speaker, span.start);
      if (speakers.size === SCRIPT_LIMITS.speakers + 1) this.fault(span.start, "too-many-speakers", speaker);
    }
  }
}
