import german from "./tea-words.de.json" with { type: "json" };
import english from "./tea-words.en.json" with { type: "json" };
import type { TeaWordKey } from "./night.ts";

/**
 * One text of the night.
 *
 * @example
 * ```ts
 * import { teaText } from "@openempathic/experiences/play";
 *
 * teaText("title", "de"); // => "Tee im Regen"
 * ```
 */
export function teaText(key: TeaWordKey, language: "en" | "de"): string {
  return (language === "de" ? german : english)[key];
}
