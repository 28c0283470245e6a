import type { Figure } from "@openempathic/measure";
import type { ReplyLanguage } from "@openempathic/respond";
import { reportWords } from "./report-words.ts";

/**
 * A figure with its interval, or that it is not computable and why.
 *
 * @example
 * ```ts
 * import { figureText } from "@openempathic/experiences/study";
 *
 * figureText({ value: 0.812, interval: { low: 0.7, high: 0.9, level: 0.95 } }, "en"); // => "0.81 [0.70, 0.90]"
 * figureText({ value: undefined, why: "every person has the same sum" }, "en"); // => "not computable: every person has the same sum"
 * ```
 */
export function figureText(figure: Figure, language: ReplyLanguage): string {
  if (figure.value === undefined) return `${reportWords(language).notComputable}: ${figure.why}`;
  const text = (value: number): string => {
    const fixed = value.toFixed(2);
    return language === "de" ? fixed.replace(".", ",") : fixed;
  };
  const { interval } = figure;
  const between = language === "de" ? "; " : ", ";
  return interval === undefined
    ? text(figure.value)
    : `${text(figure.value)} [${text(interval.low)}${between}${text(interval.high)}]`;
}
