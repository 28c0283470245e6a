import { LinearScript, noteFaults } from "../plain/linear-script.ts";
import { blank, blankBetween } from "../script/blank-between.ts";
import { rawFaults } from "../script/raw-faults.ts";
import { ScriptBuilder } from "../script/script-builder.ts";
import type { ScriptReading } from "../script/script-fault.ts";
import { sourceLines } from "../script/source-lines.ts";
import type { SourceLine } from "../script/source-lines.ts";
import { fountainLines } from "./fountain-lines.ts";
import type { FountainLine } from "./fountain-lines.ts";

/**
 * Reads a screenplay in Fountain (fountain.io/syntax): title page, scenes, characters with their dialogue, action, lyrics.
 * Sections, synopses, transitions and directions in parentheses are kept in the source and not read for how they sound.
 *
 * @returns the whole script, or every fault with its place: nothing is half imported
 * @example
 * ```ts
 * import { readFountain } from "@openempathic/experiences/story";
 *
 * const reading = readFountain("INT. LIGHTHOUSE - NIGHT\n\nMARA\nYou came back.");
 * reading.kind === "read" ? reading.script.utterances[0]?.speaker : undefined; // => "MARA"
 * readFountain("@\nYou came back."); // => { kind: "faulty", faults: [{ line: 1, column: 1, reason: "no-speaker" }] }
 * ```
 */
export function readFountain(source: string): ScriptReading {
  const raw = rawFaults(source, "fountain");
  if (raw.length > 0) return { kind: "faulty", faults: raw };
  const lines = sourceLines(source);
  const builder = new ScriptBuilder("fountain", lines);
  noteFaults(source, builder);
  const kept = withoutBoneyard(source, builder);
  const shown = sourceLines(kept.replace(/\[\[[^[\]]*\]\]/gu, blank));
  const script = new LinearScript(builder, kept, withoutEmphasis);
  const body = titlePageEnd(shown, builder);
  const open: { lines: FountainLine[]; speaker?: string } = { lines: [] };
  const close = (): void => {
    const [first] = open.lines;
    const last = open.lines.at(-1);
    if (first === undefined || last === undefined) return;
    const { speaker } = open;
    const text = last.kind === "action" ? last.text.replace(/\s*<\s*$/u, "") : last.text;
    const end = last.start + text.length;
    script.add({ start: first.start + first.mark, end, ...(speaker === undefined ? {} : { speaker }) });
    open.lines = [];
  };
  for (const line of fountainLines(lines.slice(body), shown.slice(body), builder)) {
    if (line.kind !== "dialogue" && line.kind !== "action" && line.kind !== "lyric") close();
    if (line.kind === "dialogue" || line.kind === "action" || line.kind === "lyric") {
      if (line.kind !== "dialogue") delete open.speaker;
      open.lines.push(line);
    } else if (line.kind === "scene") script.passage(sceneName(line), line.start);
    else if (line.kind === "character") open.speaker = cueName(line);
  }
  close();
  return builder.finish();
}

function withoutBoneyard(source: string, builder: ScriptBuilder): string {
  let openAt: number | undefined;
  for (const { 0: sign, index } of source.matchAll(/\/\*|\*\//gu)) {
    if (sign === "*/" && openAt === undefined) builder.fault(index, "stray-comment");
    if (sign === "/*") openAt ??= index;
    else openAt = undefined;
  }
  if (openAt !== undefined) builder.fault(openAt, "open-comment");
  return blankBetween(source, [{ open: /\/\*/gu, close: "*/" }]).text;
}

/** The title page is `Key: value` from the first line on. @returns the index of the first line after it */
function titlePageEnd(lines: readonly SourceLine[], builder: ScriptBuilder): number {
  const first = lines.findIndex(({ text }) => text.trim() !== "");
  if (!/^[\p{L}][\p{L} ]*:/u.test(lines[first]?.text ?? "") || /TO:\s*$/u.test(lines[first]?.text ?? ""))
    return 0;
  let at = first;
  for (; at < lines.length; at += 1) {
    const { start, text } = lines[at] ?? { start: 0, text: "" };
    if (text.trim() === "") break;
    const [, key, value = ""] = /^([\p{L}][\p{L} ]*):(.*)$/u.exec(text) ?? [];
    if (key === undefined && !/^(?: {3,}|\t)/u.test(text)) builder.fault(start, "bad-header", text);
    if (/^title$/iu.test(key ?? ""))
      builder.entitle((value.trim() || (lines[at + 1]?.text.trim() ?? "")).replace(/[*_]/gu, ""));
  }
  return at;
}

function sceneName({ text, mark }: FountainLine): string {
  return text
    .slice(mark)
    .replace(/#[^#]*#\s*$/u, "")
    .replace(/\[\[[^[\]]*\]\]/gu, "")
    .trim();
}

function cueName({ text, mark }: FountainLine): string {
  return text
    .slice(mark)
    .replace(/\[\[[^[\]]*\]\]|\([^()]*\)|\^\s*$/gu, "")
    .trim();
}

function withoutEmphasis(text: string): string {
  return text.replace(/\\(.)|[*_]+/gu, (_whole, escaped: string | undefined) => escaped ?? "");
}
