import type { ReplyLanguage } from "@openempathic/respond";
import reasons from "./fault-reasons.json" with { type: "json" };
import type { Script } from "./script.ts";

/** Why a place in a script cannot be taken; the words for each are in fault-reasons.json. */
export type ScriptFaultReason = keyof typeof reasons;

/** One thing that is wrong in a script. */
export interface ScriptFault {
  /** Counted from 1, as is the column. */
  readonly line: number;
  readonly column: number;
  readonly reason: ScriptFaultReason;
  /** What stands there, or what it is about; at most 60 letters. */
  readonly found?: string;
}

/** A script that could be read whole, or what stands in its way: nothing is ever half imported. */
export type ScriptReading =
  | { readonly kind: "read"; readonly script: Script }
  | { readonly kind: "faulty"; readonly faults: readonly ScriptFault[] };

/** What was found, cut to a size that can be shown; control signs become spaces. */
export function shownFound(found: string): string {
  const letters = Array.from(found.replace(/[\p{Cc}\p{Cs}]+/gu, " ").trim());
  return letters.length > 60 ? `${letters.slice(0, 59).join("")}…` : letters.join("");
}

/**
 * A fault in words, with its place.
 *
 * @example
 * ```ts
 * import { scriptFaultText } from "@openempathic/experiences/story";
 *
 * scriptFaultText({ line: 3, column: 4, reason: "unknown-target", found: "cellar" }, "en"); // => "Line 3, column 4: this leads to a place that is not in the script (cellar)."
 * ```
 */
export function scriptFaultText(
  { line, column, reason, found }: ScriptFault,
  language: ReplyLanguage,
): string {
  const place =
    language === "de"
      ? `Zeile ${String(line)}, Spalte ${String(column)}`
      : `Line ${String(line)}, column ${String(column)}`;
  const about = found === undefined || found === "" ? "" : ` (${found})`;
  return `${place}: ${reasons[reason][language]}${about}.`;
}
