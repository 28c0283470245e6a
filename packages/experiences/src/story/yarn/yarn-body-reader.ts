import { moodIn } from "../script/mood-tag.ts";
import type { ScriptBuilder } from "../script/script-builder.ts";
import { SCRIPT_LIMITS } from "../script/script.ts";
import { speakerOf } from "../script/speaker-of.ts";
import type { YarnLine } from "./yarn-line.ts";

const ENDS_BRANCH = /^(?:elseif\b|else\b|endif\b|endonce\b)/u;

/** Reads the body of one node into blocks: options branch by their indent and come together after them. */
export class YarnBodyReader {
  readonly #builder: ScriptBuilder;
  readonly #passage: number;
  readonly #lines: readonly YarnLine[];
  #at = 0;
  #isTooDeep = false;

  constructor(builder: ScriptBuilder, passage: number, lines: readonly YarnLine[]) {
    this.#builder = builder;
    this.#passage = passage;
    this.#lines = lines;
  }

  /** What is left open at the end is an end of the story. */
  read(block: number): void {
    this.#readFrom(block, { indent: 0, depth: 0 });
    const line = this.#lines[this.#at];
    if (line !== undefined) this.#builder.fault(line.at, "stray-command", line.text);
  }

  /** Reads on while lines are at least as far in. @returns the block at the end; `undefined` after a jump */
  #readFrom(
    start: number | undefined,
    { indent, depth }: { readonly indent: number; readonly depth: number },
  ): number | undefined {
    let block = start;
    for (let line = this.#lines[this.#at]; line !== undefined; line = this.#lines[this.#at]) {
      if (line.indent < indent || (line.kind === "command" && ENDS_BRANCH.test(line.text))) return block;
      if (depth > SCRIPT_LIMITS.depth) {
        this.#isTooDeep = true;
        this.#builder.fault(line.at, "too-deep");
        this.#at = this.#lines.length;
        return block;
      }
      block ??= this.#builder.block(this.#passage);
      if (line.fault !== undefined) this.#builder.fault(line.at, line.fault, line.text);
      if (line.kind === "command") block = this.#readCommand(block, line, depth);
      else if (line.kind === "line") {
        this.#say(block, line);
        this.#at += 1;
      } else block = this.#readGroup(block, line, depth);
    }
    return block;
  }

  /** Options (or line groups) that stand together. */
  #readGroup(from: number, first: YarnLine, depth: number): number {
    const join = this.#builder.block(this.#passage);
    for (let line = this.#lines[this.#at]; line !== undefined; line = this.#lines[this.#at]) {
      if (line.kind !== first.kind || line.indent !== first.indent) break;
      if (line.fault !== undefined && line !== first) this.#builder.fault(line.at, line.fault, line.text);
      const branch = this.#builder.block(this.#passage);
      if (line.kind === "option") this.#choose(from, line, branch);
      else {
        this.#builder.exit(from, { kind: "condition", condition: line.condition ?? "…", to: branch });
        this.#say(branch, line);
      }
      this.#at += 1;
      const end = this.#readFrom(branch, { indent: first.indent + 1, depth: depth + 1 });
      if (end !== undefined) this.#builder.exit(end, { kind: "goes", to: join });
    }
    return join;
  }

  #readCommand(block: number, line: YarnLine, depth: number): number | undefined {
    const [word = "", ...rest] = line.text.split(/\s+/u);
    this.#at += 1;
    switch (word) {
      case "if":
      case "once":
        return this.#readIf(block, line, depth);
      case "jump":
      case "detour":
        return this.#jump(block, line, { word, to: rest.join(" ") });
      case "stop":
      case "return":
        this.#builder.exit(
          block,
          word === "stop" ? { kind: "goes", to: null } : { kind: "returns", to: null },
        );
        return undefined;
      case "":
        this.#builder.fault(line.at, "empty-command");
        return block;
      default:
        return block;
    }
  }

  #jump(
    block: number,
    line: YarnLine,
    { word, to }: { readonly word: "jump" | "detour"; readonly to: string },
  ): number | undefined {
    const isComputed = /^\{.*\}$/u.test(to);
    if (!isComputed && !/^[\p{L}\p{N}_.]+$/u.test(to)) this.#builder.fault(line.at, "bad-divert", line.text);
    const target = isComputed ? null : { names: [to], shown: to, at: line.at };
    if (word === "jump") {
      this.#builder.exit(block, { kind: "goes", to: target });
      return undefined;
    }
    const back = this.#builder.block(this.#passage);
    this.#builder.exit(block, { kind: "calls", to: target, back });
    return back;
  }

  #readIf(from: number, open: YarnLine, depth: number): number {
    const isOnce = open.text.startsWith("once");
    const join = this.#builder.block(this.#passage);
    let condition = isOnce ? "once" : open.text.replace(/^if\s*/u, "");
    let isElse = false;
    let at = open.at;
    for (;;) {
      if (condition === "") this.#builder.fault(at, "empty-condition");
      const branch = this.#builder.block(this.#passage);
      this.#builder.exit(from, {
        kind: "condition",
        condition: condition === "" ? "…" : condition,
        to: branch,
      });
      const end = this.#readFrom(branch, { indent: 0, depth: depth + 1 });
      if (end !== undefined) this.#builder.exit(end, { kind: "goes", to: join });
      const line = this.#lines[this.#at];
      if (line === undefined) {
        if (!this.#isTooDeep) this.#builder.fault(open.at, "open-if", open.text);
        return join;
      }
      this.#at += 1;
      at = line.at;
      if (line.text === (isOnce ? "endonce" : "endif")) break;
      if (isElse || (isOnce && !line.text.startsWith("else")) || /^end/u.test(line.text))
        this.#builder.fault(line.at, "stray-command", line.text);
      isElse = line.text === "else";
      condition = isElse ? "else" : line.text.replace(/^elseif\s*/u, "");
    }
    if (!isElse) this.#builder.exit(from, { kind: "condition", condition: "else", to: join });
    return join;
  }

  #choose(from: number, line: YarnLine, to: number): void {
    const mood = this.#moodOf(line);
    if (line.text === "") this.#builder.fault(line.at, "empty-choice");
    else {
      this.#builder.choice(
        from,
        {
          text: line.text,
          span: { start: line.textAt, end: line.textEnd },
          tagAt: line.tagAt,
          ...(mood === undefined ? {} : { mood }),
        },
        to,
      );
    }
  }

  #say(block: number, line: YarnLine): void {
    const mood = this.#moodOf(line);
    const speaker = speakerOf(line.text);
    const text = speaker === undefined ? line.text : line.text.slice(speaker.length);
    if (text === "") return;
    this.#builder.line(block, {
      kind: speaker === undefined ? "told" : "said",
      ...(speaker === undefined ? {} : { speaker: speaker.speaker }),
      text,
      span: { start: line.textAt + (speaker?.length ?? 0), end: line.textEnd },
      tagAt: line.tagAt,
      ...(mood === undefined ? {} : { mood }),
    });
  }

  #moodOf(line: YarnLine): string | undefined {
    const mood = moodIn(line.tags);
    if (mood === "") this.#builder.fault(line.at, "empty-mood");
    return mood;
  }
}
