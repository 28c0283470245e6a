import { keyedAnswer } from "./instrument.ts";
import type { Instrument, InstrumentScale, ScoreBand } from "./instrument.ts";

/** A score, or why there is none. */
export type ScaleScore =
  | {
      readonly value: number;
      readonly answered: number;
      /** Items that were not answered and for which the mean of the others stands. */
      readonly filledIn: number;
      readonly band?: ScoreBand;
      readonly why?: undefined;
    }
  | { readonly value: undefined; readonly answered: number; readonly why: string };

/**
 * One score of a questionnaire. Reversed items are turned round by the range of the answers; where items are missing
 * the scale's own rule decides, and nothing is filled in beyond it.
 *
 * @param answers by item id; an item that is missing was not answered
 *
 * @example
 * ```ts
 * import { openInstruments, scoreScale } from "@openempathic/experiences/study";
 *
 * const gad = openInstruments("en").find(({ id }) => id === "gad-2");
 * const [scale] = gad?.scales ?? [];
 * gad && scale && scoreScale(gad, scale, { gad1: 2, gad2: 3 }).value; // => 5
 * gad && scale && scoreScale(gad, scale, { gad1: 2 }).why; // => "1 of 2 items is missing, and none may be"
 * ```
 */
export function scoreScale(
  instrument: Instrument,
  scale: InstrumentScale,
  answers: Readonly<Record<string, number | string>>,
): ScaleScore {
  const items = scale.items.flatMap((id) => instrument.items.find((item) => item.id === id) ?? []);
  const keyed = items.flatMap((item) => {
    const answer = Object.hasOwn(answers, item.id) ? answers[item.id] : undefined;
    return typeof answer === "number" ? [keyedAnswer(instrument, item, answer)] : [];
  });
  const answered = keyed.length;
  const missing = scale.items.length - answered;
  if (answered === 0 || missing > scale.mostMissing) {
    return { value: undefined, answered, why: whyMissing(missing, scale) };
  }
  const mean = keyed.reduce((sum, value) => sum + value, 0) / answered;
  const raw = missing === 0 ? keyed.reduce((sum, value) => sum + value, 0) : mean * scale.items.length;
  const value = (scale.score === "sum" ? raw : raw / scale.items.length) * (scale.times ?? 1);
  const band = scale.bands?.find(({ from }, index, all) => {
    const next = all[index + 1];
    // A score with filled-in items can lie between two whole numbers: it belongs to the range that it has reached.
    return value >= from && (next === undefined || value < next.from);
  });
  return { value, answered, filledIn: missing, ...(band === undefined ? {} : { band }) };
}

/** The lowest and highest score that a scale can have. */
export function scoreRange(
  instrument: Instrument,
  scale: InstrumentScale,
): { readonly low: number; readonly high: number } {
  const values = instrument.responses.map(({ value }) => value);
  const factor = (scale.score === "sum" ? scale.items.length : 1) * (scale.times ?? 1);
  return { low: Math.min(...values) * factor, high: Math.max(...values) * factor };
}

function whyMissing(missing: number, { items, mostMissing }: InstrumentScale): string {
  const allowed = mostMissing === 0 ? "none may be" : `at most ${String(mostMissing)} may be`;
  return `${String(missing)} of ${String(items.length)} items ${missing === 1 ? "is" : "are"} missing, and ${allowed}`;
}
