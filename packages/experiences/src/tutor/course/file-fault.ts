import type { ReplyLanguage } from "@openempathic/respond";
import type { Course } from "./course.ts";
import reasons from "./fault-reasons.json" with { type: "json" };

/** Why a line of a course file cannot be taken; the words for each are in fault-reasons.json. */
export type FaultReason = keyof typeof reasons;

/** One thing that is wrong in a course file. */
export interface FileFault {
  /** Counted from 1. */
  readonly line: number;
  readonly reason: FaultReason;
  /** What stands there, or what it is about; at most 60 letters. */
  readonly found?: string;
}

/** A course that could be read whole, or everything that stands in its way: nothing is ever half imported. */
export type CourseReading =
  | { readonly kind: "read"; readonly course: Course }
  | { readonly kind: "faulty"; readonly faults: readonly FileFault[] };

/** What a file does not say of its course. */
export interface CourseAbout {
  readonly title: string;
  readonly language: ReplyLanguage;
  readonly authors?: string;
  readonly licence?: string;
}

/** Makes a fault, with what was found cut to a size that can be shown. */
export function fileFault(line: number, reason: FaultReason, found?: string): FileFault {
  if (found === undefined) return { line, reason };
  const letters = Array.from(found.trim());
  return {
    line,
    reason,
    found: letters.length > 60 ? `${letters.slice(0, 59).join("")}…` : letters.join(""),
  };
}

/**
 * A fault in words, with its line.
 *
 * @example
 * ```ts
 * import { faultText } from "@openempathic/experiences/tutor";
 *
 * faultText({ line: 3, reason: "no-answer" }, "en"); // => "Line 3: the question has no answer that can be checked."
 * ```
 */
export function faultText({ line, reason, found }: FileFault, language: ReplyLanguage): string {
  const place = language === "de" ? "Zeile" : "Line";
  return `${place} ${String(line)}: ${reasons[reason][language]}${found === undefined ? "." : ` (${found}).`}`;
}
