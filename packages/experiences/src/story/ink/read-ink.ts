import { rawFaults } from "../script/raw-faults.ts";
import { ScriptBuilder } from "../script/script-builder.ts";
import type { ScriptReading } from "../script/script-fault.ts";
import { sourceLines } from "../script/source-lines.ts";
import { blankComments } from "./blank-comments.ts";
import { InkPartReader } from "./ink-part-reader.ts";
import { inkParts } from "./ink-parts.ts";
import type { InkPart } from "./ink-parts.ts";

/**
 * Reads a story in ink (inkle's language, github.com/inkle/ink): knots and stitches, weave with choices, gathers and
 * labels, diverts, tunnels, tags, alternatives and conditions. Ink is not run: of alternatives in a line the first is read,
 * a condition over several lines becomes a fork, variables are left out, threads are not followed.
 *
 * @returns the whole script, or every fault with its place: nothing is half imported
 * @example
 * ```ts
 * import { readInk } from "@openempathic/experiences/story";
 *
 * readInk("Mara: You came back.\n* [Stay] -> END\n* [Leave] -> END").kind; // => "read"
 * readInk("Hello.\n-> cellar"); // => { kind: "faulty", faults: [{ line: 2, column: 1, reason: "unknown-target", found: "cellar" }] }
 * ```
 */
export function readInk(source: string): ScriptReading {
  const raw = rawFaults(source, "ink");
  if (raw.length > 0) return { kind: "faulty", faults: raw };
  const { text, openAt } = blankComments(source);
  const lines = sourceLines(text);
  const builder = new ScriptBuilder("ink", lines);
  if (openAt !== undefined) builder.fault(openAt, "open-comment");
  const title = /^\s*#\s*title\s*:\s*(.+)$/imu.exec(text)?.[1];
  if (title !== undefined) builder.entitle(title);
  const parts = inkParts(lines, builder).filter(
    (part) => part.knot !== "" || part.lines.some(({ text: words }) => hasContent(words)),
  );
  const firsts = parts.map((part) => openPart(part, builder));
  enterFirstStitches(parts, firsts, builder);
  for (const [index, part] of parts.entries()) {
    const first = firsts[index];
    if (first !== undefined) new InkPartReader(builder, part, first).read();
  }
  return builder.finish();
}

interface OpenPart {
  readonly passage: number;
  readonly block: number;
}

function hasContent(text: string): boolean {
  return text.trim() !== "" && !/^\s*#/u.test(text);
}

function openPart({ knot, stitch, at }: InkPart, builder: ScriptBuilder): OpenPart {
  const name = stitch === "" ? knot : `${knot}.${stitch}`;
  const passage = builder.passage(name, at);
  const block = builder.block(passage);
  if (name !== "") builder.label(name, block, at);
  return { passage, block };
}

/** A knot that begins with a stitch goes on in it. */
function enterFirstStitches(
  parts: readonly InkPart[],
  firsts: readonly OpenPart[],
  builder: ScriptBuilder,
): void {
  for (const [index, part] of parts.entries()) {
    const next = parts[index + 1];
    const [from, to] = [firsts[index], firsts[index + 1]];
    if (part.stitch !== "" || next === undefined || next.stitch === "" || from === undefined) continue;
    if (next.knot === part.knot && to !== undefined && !part.lines.some(({ text }) => hasContent(text)))
      builder.exit(from.block, { kind: "goes", to: to.block });
  }
}
