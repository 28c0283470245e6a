import { rawFaults } from "../script/raw-faults.ts";
import { ScriptBuilder } from "../script/script-builder.ts";
import type { ScriptReading } from "../script/script-fault.ts";
import { sourceLines } from "../script/source-lines.ts";
import { YarnBodyReader } from "./yarn-body-reader.ts";
import { cutYarnLine } from "./yarn-line.ts";
import { yarnNodes } from "./yarn-nodes.ts";

/**
 * Reads a story in Yarn (Yarn Spinner 2 and 3): nodes, lines with speaker and tags, options, jumps, detours, conditions,
 * line groups. It is not run: conditions and line groups become forks, values are left out.
 *
 * @returns the whole script, or every fault with its place: nothing is half imported
 * @example
 * ```ts
 * import { readYarn } from "@openempathic/experiences/story";
 *
 * readYarn("title: Start\n---\nMara: You came back.\n-> Stay\n===\n").kind; // => "read"
 * readYarn("title: Start\n---\n<<jump Cellar>>\nHm.\n===\n"); // => { kind: "faulty", faults: [{ line: 3, column: 1, reason: "unknown-target", found: "Cellar" }] }
 * ```
 */
export function readYarn(source: string): ScriptReading {
  const raw = rawFaults(source, "yarn");
  if (raw.length > 0) return { kind: "faulty", faults: raw };
  const lines = sourceLines(source);
  const builder = new ScriptBuilder("yarn", lines);
  const nodes = yarnNodes(lines, builder);
  if (nodes.length === 0) builder.fault(0, "no-node");
  const firsts = nodes.map(({ title, at, hasWhen }) => {
    const passage = builder.passage(title, at);
    const block = builder.block(passage);
    if (hasWhen) builder.alias(title, block);
    else builder.label(title, block, at);
    if (title === "Start") builder.startAt(block);
    return { passage, block };
  });
  for (const [index, { lines: body }] of nodes.entries()) {
    const first = firsts[index];
    if (first === undefined) continue;
    const cut = body.map(cutYarnLine).filter((line) => line !== undefined);
    new YarnBodyReader(builder, first.passage, cut).read(first.block);
  }
  return builder.finish();
}
