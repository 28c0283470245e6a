import { CATEGORIES } from "@openempathic/affect";
import type { CategoryId } from "@openempathic/affect";

/**
 * A category that speaks against another: of another group and, where the other has a side, of the other side. Asked
 * beside the one that a clip is thought to hold, it shows who says "yes" to everything.
 *
 * @param category The category that the clip is asked about.
 * @param chance A number in [0, 1) that picks among those that fit.
 * @throws {RangeError} For a chance outside [0, 1).
 *
 * @example
 * ```ts
 * import { contrastingCategory } from "@openempathic/collect";
 *
 * contrastingCategory("Sadness", 0); // => "Amusement"
 * ```
 */
export function contrastingCategory(category: CategoryId, chance: number): CategoryId {
  if (!(chance >= 0 && chance < 1)) {
    throw new RangeError(`contrastingCategory needs a chance in [0, 1); it got ${String(chance)}`);
  }
  const about = CATEGORIES.find(({ id }) => id === category);
  if (about === undefined) throw new RangeError(`contrastingCategory needs a category; it got ${category}`);
  const sides: Readonly<Record<string, string>> = { positive: "negative", negative: "positive" };
  const wanted = sides[about.valence];
  const fitting = CATEGORIES.filter(
    ({ group, valence }) => group !== about.group && (wanted === undefined || valence === wanted),
  );
  const chosen = fitting[Math.floor(chance * fitting.length)];
  if (chosen === undefined) throw new RangeError(`contrastingCategory found nothing against ${category}`);
  return chosen.id;
}
