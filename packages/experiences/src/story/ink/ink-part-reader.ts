import { moodIn } from "../script/mood-tag.ts";
import type { ScriptBuilder } from "../script/script-builder.ts";
import { SCRIPT_LIMITS } from "../script/script.ts";
import type { SourceLine } from "../script/source-lines.ts";
import { speakerOf } from "../script/speaker-of.ts";
import { inkBranches } from "./ink-branches.ts";
import { cutInkChoice } from "./ink-choice.ts";
import { inkSteps } from "./ink-divert.ts";
import type { InkScope } from "./ink-divert.ts";
import { cutInkLine } from "./ink-line.ts";
import { alternativesIn, closingBrace, countBraces, indexOutside, plainInk } from "./ink-text.ts";
import { InkWeave, tie } from "./ink-weave.ts";

const CHOICE = /^\s*((?:[*+]\s*)+)/u;
const GATHER = /^\s*((?:-(?!>)\s*)+)/u;
const LABEL = /^\s*\(\s*([\p{L}\p{N}_]+)\s*\)/u;

/** Reads the lines of one knot or stitch into blocks. */
export class InkPartReader {
  readonly #builder: ScriptBuilder;
  readonly #scope: InkScope;
  /** Numbers of lines with a brace of a block over several lines: a tag there would take it in. */
  readonly #untaggable = new Set<number>();
  readonly #part: { readonly lines: readonly SourceLine[]; readonly passage: number; readonly block: number };

  constructor(
    builder: ScriptBuilder,
    part: InkScope & { readonly lines: readonly SourceLine[] },
    first: { readonly passage: number; readonly block: number },
  ) {
    this.#builder = builder;
    this.#scope = { knot: part.knot, stitch: part.stitch };
    this.#part = { lines: part.lines, ...first };
  }

  /** What is loose at the end is an end of the story. */
  read(): void {
    const weave = new InkWeave(this.#builder, this.#part.passage, this.#part.block);
    this.#readLines(this.#part.lines, weave, 0);
  }

  #readLines(lines: readonly SourceLine[], weave: InkWeave, depth: number): void {
    for (let at = 0; at < lines.length; at += 1) {
      const line = lines[at];
      if (line === undefined || line.text.trim() === "") continue;
      const { depth: open, strayAt, isTooDeep } = countBraces(line.text);
      if (strayAt !== undefined) this.#builder.fault(line.start + strayAt, "stray-brace");
      else if (isTooDeep || depth > SCRIPT_LIMITS.depth) this.#builder.fault(line.start, "too-deep");
      else if (open === 0) this.#readLine(line, weave);
      else at = this.#readBlock(lines, at, { weave, depth });
    }
  }

  /** A block in braces over several lines. @returns the index of its last line */
  #readBlock(
    lines: readonly SourceLine[],
    from: number,
    { weave, depth }: { readonly weave: InkWeave; readonly depth: number },
  ): number {
    const head = lines[from] ?? { start: 0, text: "" };
    const openAt = indexOfOpen(head.text);
    let open = 0;
    let to = from;
    for (; to < lines.length; to += 1) {
      open = countBraces(lines[to]?.text ?? "", open).depth;
      if (open <= 0) break;
    }
    if (open !== 0) {
      this.#builder.fault(head.start + openAt, open > 0 ? "open-brace" : "stray-brace");
      return lines.length;
    }
    const before = { start: head.start, text: head.text.slice(0, openAt) };
    this.#untaggable.add(this.#builder.lineOf(before.start));
    if (before.text.trim() !== "") this.#readLine(before, weave);
    const inside = [...lines.slice(from, to + 1)];
    inside[0] = { start: head.start + openAt + 1, text: head.text.slice(openAt + 1) };
    const last = inside.at(-1) ?? head;
    const end = last.text.lastIndexOf("}");
    inside[inside.length - 1] = { start: last.start, text: last.text.slice(0, end) };
    this.#untaggable.add(this.#builder.lineOf(last.start));
    this.#readBranches(inside, weave, depth);
    const after = { start: last.start + end + 1, text: last.text.slice(end + 1) };
    if (after.text.trim() !== "") this.#readLine(after, weave);
    return to;
  }

  #readBranches(inside: readonly SourceLine[], weave: InkWeave, depth: number): void {
    const branches = inkBranches(inside);
    const at = inside[0]?.start ?? 0;
    if (branches.length === 0) this.#builder.fault(at, "no-branch");
    const from = weave.here();
    const join = this.#builder.block(this.#part.passage);
    for (const { condition, lines } of branches) {
      const block = this.#builder.block(this.#part.passage);
      this.#builder.exit(from, {
        kind: "condition",
        condition: condition === "" ? "…" : condition,
        to: block,
      });
      const inner = new InkWeave(this.#builder, this.#part.passage, block);
      this.#readLines(lines, inner, depth + 1);
      tie(this.#builder, inner.ends(), join);
    }
    if (!branches.some(({ condition }) => condition === "else"))
      this.#builder.exit(from, { kind: "condition", condition: "else", to: join });
    weave.goOnIn(join);
  }

  #readLine(line: SourceLine, weave: InkWeave): void {
    const choice = CHOICE.exec(line.text);
    if (choice?.[1] !== undefined) {
      const depth = choice[1].replace(/\s/gu, "").length;
      const rest = { start: line.start + choice[0].length, text: line.text.slice(choice[0].length) };
      this.#readChoice(rest, weave, depth);
      return;
    }
    const gather = GATHER.exec(line.text);
    if (gather?.[1] === undefined) {
      this.#readContent(line, weave);
      return;
    }
    const block = weave.gather(gather[1].replace(/\s/gu, "").length);
    const rest = this.#takeLabel(
      { start: line.start + gather[0].length, text: line.text.slice(gather[0].length) },
      block,
    );
    if (rest.text.trim() !== "") this.#readContent(rest, weave);
  }

  #takeLabel({ start, text }: SourceLine, block: number): SourceLine {
    const label = LABEL.exec(text);
    if (label?.[1] === undefined) return { start, text };
    const { knot, stitch } = this.#scope;
    const path = [knot, stitch, label[1]].filter((name) => name !== "").join(".");
    this.#builder.label(path, block, start);
    // From elsewhere in the knot, and from elsewhere in the story.
    if (stitch !== "") this.#builder.alias(`*.${knot}.${label[1]}`, block);
    this.#builder.alias(`*.${label[1]}`, block);
    return { start: start + label[0].length, text: text.slice(label[0].length) };
  }

  #readChoice(line: SourceLine, weave: InkWeave, depth: number): void {
    if (depth > SCRIPT_LIMITS.depth) {
      this.#builder.fault(line.start, "too-deep");
      return;
    }
    const { from, to } = weave.choice(depth);
    const { start, text } = this.#takeLabel(line, to);
    const cut = cutInkChoice(text);
    if (cut.fault !== undefined) {
      this.#builder.fault(start + cut.fault.at, cut.fault.reason);
      return;
    }
    const { shown, told, divert, divertAt } = cut;
    if (moodIn(shown.tags) === "") this.#builder.fault(start + shown.start, "empty-mood");
    if (shown.text === "") {
      // A fallback: taken where nothing else is left.
      if (divert === "") this.#builder.fault(start, "empty-choice");
      this.#builder.exit(from, { kind: "condition", condition: "else", to });
    } else {
      const mood = moodIn(shown.tags);
      this.#builder.choice(
        from,
        {
          text: shown.text,
          span: { start: start + shown.start, end: start + shown.end },
          tagAt: this.#mayTag(start) ? start + shown.tagAt : null,
          ...(mood === undefined ? {} : { mood }),
        },
        to,
      );
    }
    if (told !== undefined) this.#say({ start: start + told.at, ...told }, weave);
    if (divert !== "") this.#divert(divert, start + divertAt, weave);
  }

  #readContent({ start, text }: SourceLine, weave: InkWeave): void {
    const forked = this.#forkInline({ start, text }, weave);
    const { text: raw, tags, tagAt, divert, divertAt } = cutInkLine(forked.text);
    this.#say({ start: forked.start, raw, tags, tagAt }, weave);
    if (divert !== "") this.#divert(divert, forked.start + divertAt, weave);
  }

  #say(
    said: {
      readonly start: number;
      readonly raw: string;
      readonly tags: readonly string[];
      readonly tagAt: number;
    },
    weave: InkWeave,
  ): void {
    const { start, raw, tags, tagAt } = said;
    const mood = moodIn(tags);
    const lead = raw.length - raw.trimStart().length;
    if (mood === "") this.#builder.fault(start + lead, "empty-mood");
    const bracket = indexOutside(raw, /[[\]]/uy);
    if (raw[bracket] === "]") this.#builder.fault(start + bracket, "stray-bracket");
    const words = raw.trim();
    const speaker = speakerOf(words);
    const text = plainInk(speaker === undefined ? words : words.slice(speaker.length));
    if (text === "") return;
    const from = start + lead + (speaker?.length ?? 0);
    this.#builder.line(weave.here(), {
      kind: speaker === undefined ? "told" : "said",
      ...(speaker === undefined ? {} : { speaker: speaker.speaker }),
      text,
      span: { start: from, end: start + lead + words.length },
      tagAt: this.#mayTag(start) ? start + tagAt : null,
      ...(mood === undefined ? {} : { mood }),
    });
  }

  #mayTag(at: number): boolean {
    return !this.#untaggable.has(this.#builder.lineOf(at));
  }

  #divert(divert: string, at: number, weave: InkWeave): void {
    // `* [Go on] ->` goes on by itself.
    if (/^->\s*$/u.test(divert)) return;
    const steps = inkSteps(divert, at, this.#scope);
    if (steps === undefined) {
      this.#builder.fault(at, "bad-divert", divert);
      return;
    }
    for (const step of steps) {
      switch (step.kind) {
        case "thread":
          break;
        case "returns":
          this.#builder.exit(weave.here(), { kind: "returns", to: null });
          weave.stop();
          break;
        case "goes":
          this.#builder.exit(weave.here(), { kind: "goes", to: step.target });
          weave.stop();
          break;
        case "calls": {
          const back = this.#builder.block(this.#part.passage);
          this.#builder.exit(weave.here(), { kind: "calls", to: step.target, back });
          weave.goOnIn(back);
        }
      }
    }
  }

  /** Diverts within braces in a line, such as `{knows: -> cellar}`, are forks before the line's end. */
  #forkInline({ start, text }: SourceLine, weave: InkWeave): SourceLine {
    for (let at = text.indexOf("{"); at >= 0; at = text.indexOf("{", at + 1)) {
      const end = closingBrace(text, at);
      const { condition = "…", parts } = alternativesIn(text.slice(at + 1, end));
      for (const part of parts) {
        const cut = cutInkLine(part);
        const steps = cut.divert.startsWith("->") ? inkSteps(cut.divert, start + at, this.#scope) : undefined;
        const target = steps?.[0];
        if (cut.divert !== "" && steps === undefined)
          this.#builder.fault(start + at, "bad-divert", cut.divert);
        if (target?.kind !== "goes") continue;
        const from = weave.here();
        const next = this.#builder.block(this.#part.passage);
        this.#builder.exit(from, { kind: "condition", condition, to: target.target });
        this.#builder.exit(from, { kind: "condition", condition: "else", to: next });
        weave.goOnIn(next);
      }
      at = end;
    }
    return { start, text };
  }
}

function indexOfOpen(text: string): number {
  let depth = 0;
  let openAt = 0;
  for (const { 0: sign, index } of text.matchAll(/\\.|[{}]/gu)) {
    if (sign === "{" && (depth += 1) === 1) openAt = index;
    if (sign === "}") depth -= 1;
  }
  return openAt;
}
