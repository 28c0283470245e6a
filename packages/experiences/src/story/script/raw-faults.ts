import { SCRIPT_LIMITS } from "./script.ts";
import type { ScriptFormat } from "./script.ts";
import type { ScriptFault, ScriptFaultReason } from "./script-fault.ts";
import { placeIn, sourceLines } from "./source-lines.ts";

/** How files begin that are no text, or text of another program. */
const OTHER_FILES: readonly (readonly [start: RegExp, reason: ScriptFaultReason])[] = [
  [/^%PDF-/u, "is-pdf"],
  // eslint-disable-next-line no-control-regex -- so begins a ZIP file
  [/^PK\u0003\u0004/u, "is-zip"],
  [/^\{\\rtf/u, "is-rtf"],
  [/^<\?xml[^>]*>\s*<FinalDraft/iu, "is-final-draft"],
];

/** UTF-16 units of a line of the source, with all its markup. */
const LONGEST_LINE = 10_000;

/** What is wrong with a file before its format is looked at. */
export function rawFaults(source: string, format: ScriptFormat): readonly ScriptFault[] {
  const first = { line: 1, column: 1 };
  if (source.length > SCRIPT_LIMITS.source) return [{ ...first, reason: "too-large" }];
  for (const [start, reason] of OTHER_FILES) if (start.test(source)) return [{ ...first, reason }];
  if (format !== "twine" && /^\ufeff?\s*(?:<!doctype html|<html|<tw-storydata)/iu.test(source))
    return [{ ...first, reason: "is-html" }];
  // Control signs other than tab and line ends, halves of a pair, and what stands for a byte that was no UTF-8.
  // eslint-disable-next-line no-control-regex -- these are what is looked for
  const at = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffd]|\p{Surrogate}/u.exec(source);
  if (at !== null) {
    const { line, column } = placeIn(sourceLines(source), at.index);
    return [{ line, column, reason: "not-text" }];
  }
  const long =
    format === "twine" ? undefined : sourceLines(source).find(({ text }) => text.length > LONGEST_LINE);
  if (long !== undefined)
    return [{ line: placeIn(sourceLines(source), long.start).line, column: 1, reason: "long-line" }];
  return source.replace("\ufeff", "").trim() === "" ? [{ ...first, reason: "empty" }] : [];
}
