import type { Ratings, RatingValue } from "../ratings/ratings.ts";
import type { MeasurementLevel } from "./disagreement.ts";

/**
 * Where each value of the ratings stands. Numbers stand where they are, so that points of a scale that nobody used
 * keep their room; on a declared scale a value stands at its place, counted from 0 (ordinal), or, being a number, at
 * itself.
 */
export function scalePositions<Value extends RatingValue>(
  { values }: Pick<Ratings<Value>, "values">,
  level: MeasurementLevel,
  scale?: readonly Value[],
): Float64Array {
  const missing = scale === undefined ? undefined : values.find((value) => !scale.includes(value));
  if (missing !== undefined) {
    throw new RangeError(`scalePositions needs every value on the scale, got ${JSON.stringify(missing)}`);
  }
  const text = values.find((value) => typeof value !== "number");
  if (scale !== undefined && (level === "ordinal" || level === "nominal")) {
    return Float64Array.from(values, (value) => scale.indexOf(value));
  }
  if (text !== undefined) {
    const need = level === "ordinal" ? "numbers, or a scale that orders the values" : "numbers";
    throw new TypeError(`scalePositions needs ${need} for the ${level} level, got ${JSON.stringify(text)}`);
  }
  return Float64Array.from(values, Number);
}
