import { moodIn } from "../script/mood-tag.ts";
import type { ScriptBuilder } from "../script/script-builder.ts";

/** Lines of a source that make one utterance, from and to (exclusive), without its label. */
export interface Piece {
  readonly start: number;
  readonly end: number;
  readonly speaker?: string;
}

const NOTE = /\[\[([^[\]]*)\]\]/gu;

/** Adds to a script that has no forks: one block a passage, each leading to the next. */
export class LinearScript {
  readonly #builder: ScriptBuilder;
  readonly #source: string;
  readonly #clean: (text: string) => string;
  #block: number | undefined;

  /** @param clean takes the format's markup out */
  constructor(builder: ScriptBuilder, source: string, clean: (text: string) => string) {
    this.#builder = builder;
    this.#source = source;
    this.#clean = clean;
  }

  /** Begins a passage. */
  passage(name: string, at: number): void {
    const block = this.#builder.block(this.#builder.passage(name, at));
    if (this.#block !== undefined) this.#builder.exit(this.#block, { kind: "goes", to: block });
    this.#block = block;
  }

  /** Adds an utterance; a mood that its notes tell is kept, other notes are left out. */
  add({ start, end, speaker }: Piece): void {
    const raw = this.#source.slice(start, end);
    const tags = [...raw.matchAll(NOTE)].map(([, note]) => note ?? "");
    const mood = moodIn(tags);
    const words = raw.replace(NOTE, " ").trimEnd();
    if (mood === "") this.#builder.fault(start, "empty-mood");
    const text = this.#clean(words).replace(/\s+/gu, " ").trim();
    if (text === "") return;
    if (this.#block === undefined) this.passage("", start);
    const bare = raw.replace(/(?:\s*\[\[[^[\]]*\]\])+\s*$/u, "").trimEnd();
    this.#builder.line(this.#block ?? 0, {
      kind: speaker === undefined ? "told" : "said",
      ...(speaker === undefined ? {} : { speaker }),
      text,
      span: { start, end: start + bare.length },
      tagAt: start + raw.trimEnd().length,
      ...(mood === undefined ? {} : { mood }),
    });
  }
}

/** Finds notes that do not open or close, or lie in each other. */
export function noteFaults(source: string, builder: ScriptBuilder): void {
  let openAt: number | undefined;
  for (const { 0: sign, index } of source.matchAll(/\[\[|\]\]/gu)) {
    if (sign === "[[" && openAt !== undefined) builder.fault(openAt, "open-note");
    if (sign === "]]" && openAt === undefined) builder.fault(index, "stray-note");
    openAt = sign === "[[" ? index : undefined;
  }
  if (openAt !== undefined) builder.fault(openAt, "open-note");
}
