import { rawFaults } from "../script/raw-faults.ts";
import { ScriptBuilder } from "../script/script-builder.ts";
import type { ScriptReading } from "../script/script-fault.ts";
import { sourceLines } from "../script/source-lines.ts";
import { plainMapped } from "./mapped-text.ts";
import { readPassage } from "./passage-reader.ts";
import { moodsIn, readTweeHeader } from "./twee-header.ts";
import type { TweeHeader } from "./twee-header.ts";

/** Passages that hold no text of the story. */
const SPECIAL =
  /^(?:Story(?:Title|Data|Init|Author|Banner|Caption|DisplayTitle|Interface|Menu|Settings|Share|Subtitle)|Passage(?:Done|Footer|Header|Ready))$/u;
const SILENT_TAGS = ["script", "stylesheet", "widget", "init", "annotation", "Twine.private", "Twine.image"];

interface TweePassage extends TweeHeader {
  readonly start: number;
  readonly line: string;
  readonly bodyStart: number;
  readonly body: string;
}

/**
 * Reads a story in Twee 3 (github.com/iftechfoundation/twine-specs): passages with tags and metadata, links as choices,
 * StoryTitle, and the start from StoryData. Macros of story formats are not run: what stands between them is read in order.
 *
 * @returns the whole script, or every fault with its place: nothing is half imported
 * @example
 * ```ts
 * import { readTwee } from "@openempathic/experiences/story";
 *
 * readTwee(":: Start\nYou came back.\n[[Stay->Inside]]\n\n:: Inside\nIt is warm.").kind; // => "read"
 * readTwee(":: Start\n[[Stay->Inside]]"); // => { kind: "faulty", faults: [{ line: 2, column: 1, reason: "unknown-target", found: "Inside" }] }
 * ```
 */
export function readTwee(source: string): ScriptReading {
  const raw = rawFaults(source, "twee");
  if (raw.length > 0) return { kind: "faulty", faults: raw };
  const lines = sourceLines(source);
  const builder = new ScriptBuilder("twee", lines);
  const passages = cutPassages(source, builder);
  if (passages.length === 0) builder.fault(0, "no-passage");
  const title = passages.find(({ name }) => name === "StoryTitle");
  if (title !== undefined) builder.entitle(title.body);
  const start = startOf(passages, builder);
  const told = passages.filter(
    ({ name, tags }) => !SPECIAL.test(name) && !tags.some((tag) => SILENT_TAGS.includes(tag)),
  );
  const blocks = told.map(({ name, start: at }) => {
    const block = builder.block(builder.passage(name, at));
    builder.label(name, block, at);
    return block;
  });
  const first = told.findIndex(({ name }) => name === start.name);
  if (first >= 0) builder.startAt(blocks[first] ?? 0);
  else if (start.at !== undefined) builder.fault(start.at, "unknown-target", start.name);
  for (const [index, passage] of told.entries()) {
    const moods = moodsIn(passage.metadata);
    if (moods === undefined) builder.fault(passage.start, "bad-moods");
    readPassage(
      {
        block: blocks[index] ?? 0,
        body: plainMapped(passage.body, passage.bodyStart),
        tagAt: passage.start + passage.metadataAt,
        moods: moods ?? [],
      },
      builder,
    );
  }
  return builder.finish();
}

function cutPassages(source: string, builder: ScriptBuilder): readonly TweePassage[] {
  const heads = [...source.matchAll(/^(?:\ufeff)?::[^\r\n]*/gmu)];
  const before = source.slice(0, heads[0]?.index ?? source.length);
  if (before.replace("\ufeff", "").trim() !== "" && heads.length > 0)
    builder.fault(before.search(/[^\s\ufeff]/u), "before-passages");
  return heads.map((head, index) => {
    const line = head[0].replace("\ufeff", "");
    const start = head.index + head[0].length - line.length;
    const bodyStart = start + line.length;
    const header = readTweeHeader(line);
    if (header.fault !== undefined) builder.fault(start, header.fault, line);
    return { ...header, start, line, bodyStart, body: source.slice(bodyStart, heads[index + 1]?.index) };
  });
}

/** Where the story begins: as StoryData says, else in "Start". */
function startOf(
  passages: readonly TweePassage[],
  builder: ScriptBuilder,
): { readonly name: string; readonly at?: number } {
  const data = passages.filter(({ name }) => name === "StoryData");
  const [first, second] = data;
  if (second !== undefined) builder.fault(second.start, "name-twice", "StoryData");
  if (first === undefined) return { name: "Start" };
  try {
    const value: unknown = JSON.parse(first.body);
    if (typeof value !== "object" || value === null) throw new SyntaxError("StoryData is an object");
    const start = "start" in value ? value.start : undefined;
    return typeof start === "string" ? { name: start, at: first.start } : { name: "Start" };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    builder.fault(first.start, "bad-story-data");
    return { name: "Start" };
  }
}
