import { rawFaults } from "../script/raw-faults.ts";
import { ScriptBuilder } from "../script/script-builder.ts";
import type { ScriptReading } from "../script/script-fault.ts";
import { sourceLines } from "../script/source-lines.ts";
import { htmlMapped, unescapeHtml } from "./mapped-text.ts";
import { readPassage } from "./passage-reader.ts";
import { moodsIn } from "./twee-header.ts";

const SILENT_TAGS = /(?:^|\s)(?:script|stylesheet|widget|Twine\.private|annotation)(?:\s|$)/u;

interface TwineElement {
  readonly at: number;
  /** Where an attribute can be put in: before the tag's end. */
  readonly attributeAt: number;
  readonly attributes: ReadonlyMap<string, string>;
  readonly bodyStart: number;
  readonly body: string;
}

/**
 * Reads a story as Twine 2 publishes or archives it: HTML with one `tw-storydata`. Macros are not run: what stands between
 * them is read in order.
 *
 * @returns the whole script, or every fault with its place: nothing is half imported
 * @example
 * ```ts
 * import { readTwine } from "@openempathic/experiences/story";
 *
 * const passage = '<tw-passagedata pid="1" name="Start">You came back.</tw-passagedata>';
 * readTwine(`<tw-storydata name="Lamp" startnode="1">${passage}</tw-storydata>`).kind; // => "read"
 * readTwine("<html></html>"); // => { kind: "faulty", faults: [{ line: 1, column: 1, reason: "no-story" }] }
 * ```
 */
export function readTwine(source: string): ScriptReading {
  const raw = rawFaults(source, "twine");
  if (raw.length > 0) return { kind: "faulty", faults: raw };
  const builder = new ScriptBuilder("twine", sourceLines(source));
  const stories = elementsOf(source, "tw-storydata", { from: 0, builder });
  const [story, second] = stories;
  if (story === undefined) builder.fault(0, "no-story");
  else if (second !== undefined) builder.fault(second.at, "several-stories");
  else readStory(source.slice(0, story.bodyStart + story.body.length), story, builder);
  return builder.finish();
}

function readStory(source: string, story: TwineElement, builder: ScriptBuilder): void {
  builder.entitle(story.attributes.get("name") ?? "");
  const all = elementsOf(source, "tw-passagedata", { from: story.bodyStart, builder });
  if (all.length === 0) builder.fault(story.at, "no-passage");
  const told = all.filter(({ attributes }) => !SILENT_TAGS.test(attributes.get("tags") ?? ""));
  const blocks = told.map(({ attributes, at }) => {
    const name = attributes.get("name") ?? "";
    if (name.trim() === "") builder.fault(at, "no-title");
    const block = builder.block(builder.passage(name, at));
    builder.label(name, block, at);
    return block;
  });
  const start = story.attributes.get("startnode");
  const first = told.findIndex(({ attributes }) => attributes.get("pid") === start);
  if (start !== undefined && first < 0) builder.fault(story.at, "unknown-target", start);
  builder.startAt(blocks[Math.max(0, first)] ?? 0);
  for (const [index, passage] of told.entries()) {
    const moods = moodsOf(passage.attributes.get("data-moods"));
    if (moods === undefined) builder.fault(passage.at, "bad-moods");
    readPassage(
      {
        block: blocks[index] ?? 0,
        body: htmlMapped(passage.body, passage.bodyStart),
        tagAt: passage.attributeAt,
        moods: moods ?? [],
      },
      builder,
    );
  }
}

function moodsOf(attribute: string | undefined): readonly (string | null)[] | undefined {
  if (attribute === undefined) return [];
  try {
    return moodsIn({ moods: JSON.parse(attribute) as unknown });
  } catch {
    return undefined;
  }
}

/** Elements of a name that do not lie in each other, as those of Twine. */
function elementsOf(
  source: string,
  name: string,
  { from, builder }: { readonly from: number; readonly builder: ScriptBuilder },
): readonly TwineElement[] {
  const elements: TwineElement[] = [];
  const closing = `</${name}>`;
  for (let at = source.indexOf(`<${name}`, from); at >= 0;) {
    const head = attributesAt(source, at + name.length + 1);
    if (head === undefined) {
      builder.fault(at, "open-tag", `<${name}`);
      return elements;
    }
    const end = source.indexOf(closing, head.end);
    const next = source.indexOf(`<${name}`, head.end);
    if (end < 0 || (next >= 0 && next < end)) {
      builder.fault(at, "open-element", `<${name}`);
      return elements;
    }
    const body = source.slice(head.end, end);
    const { attributes, end: bodyStart } = head;
    if (head.twice !== undefined) builder.fault(at, "attribute-twice", head.twice);
    elements.push({ at, attributeAt: bodyStart - 1, attributes, bodyStart, body });
    at = source.indexOf(`<${name}`, end);
  }
  return elements;
}

/** The attributes from an index on, up to the tag's end; `undefined` where it has none. */
function attributesAt(
  source: string,
  from: number,
):
  | { readonly attributes: ReadonlyMap<string, string>; readonly end: number; readonly twice?: string }
  | undefined {
  const attributes = new Map<string, string>();
  const next = /\s*(?:([^\s=<>"'/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+)))?|(\/?>))/uy;
  let twice: string | undefined;
  next.lastIndex = from;
  for (let found = next.exec(source); found !== null; found = next.exec(source)) {
    if (found[5] !== undefined)
      return { attributes, end: next.lastIndex, ...(twice === undefined ? {} : { twice }) };
    const key = (found[1] ?? "").toLowerCase();
    if (attributes.has(key)) twice = key;
    attributes.set(key, unescapeHtml(found[2] ?? found[3] ?? found[4] ?? ""));
  }
  return undefined;
}
