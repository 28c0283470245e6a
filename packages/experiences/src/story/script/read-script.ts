import { readFountain } from "../fountain/read-fountain.ts";
import { readInk } from "../ink/read-ink.ts";
import { readText } from "../plain/read-text.ts";
import { readTwee } from "../twee/read-twee.ts";
import { readTwine } from "../twee/read-twine.ts";
import { readYarn } from "../yarn/read-yarn.ts";
import type { ScriptFormat } from "./script.ts";
import type { ScriptReading } from "./script-fault.ts";

const READERS: Readonly<Record<ScriptFormat, (source: string) => ScriptReading>> = {
  ink: readInk,
  twee: readTwee,
  twine: readTwine,
  yarn: readYarn,
  fountain: readFountain,
  text: readText,
};

/** Reads a script in a format; the readers' own pages say what of each is taken. Total: it never throws. */
export function readScript(source: string, format: ScriptFormat): ScriptReading {
  return READERS[format](source);
}

const ENDINGS: readonly (readonly [ending: RegExp, format: ScriptFormat])[] = [
  [/\.ink$/iu, "ink"],
  [/\.(?:twee|tw|tw2)$/iu, "twee"],
  [/\.html?$/iu, "twine"],
  [/\.yarn$/iu, "yarn"],
  [/\.(?:fountain|spmd)$/iu, "fountain"],
  [/\.(?:txt|md|text)$/iu, "text"],
];

/**
 * The format that a file is probably in, by its ending or else by what stands in it; the writer can say otherwise.
 *
 * @example
 * ```ts
 * import { guessFormat } from "@openempathic/experiences/story";
 *
 * guessFormat("=== cellar ===\nIt is dark.\n* [Light a match] -> END"); // => "ink"
 * guessFormat("", "Lamp.fountain"); // => "fountain"
 * ```
 */
export function guessFormat(source: string, fileName = ""): ScriptFormat {
  const byName = ENDINGS.find(([ending]) => ending.test(fileName))?.[1];
  if (byName !== undefined) return byName;
  const head = source.slice(0, 20_000);
  if (/<tw-storydata/iu.test(head)) return "twine";
  if (/^::\s*\S/mu.test(head)) return "twee";
  if (/^title:\s*\S/imu.test(head) && /^---\s*$/mu.test(head)) return "yarn";
  if (/^\s*={2,3}\s*\w|^\s*[*+]\s.*(?:\[|->)|^\s*->\s*\w/mu.test(head)) return "ink";
  if (/^(?:INT|EXT|EST|I\/E)[. ]/mu.test(head)) return "fountain";
  return "text";
}
