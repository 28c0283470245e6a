/** A standard deviation made of another: `exp(slope · ln(sd) + offset)`. */
export interface SpreadScale {
  readonly slope: number;
  readonly offset: number;
}

/**
 * Fits how a model's own standard deviations must be stretched to match its errors: maximum likelihood of a normal
 * distribution, by Newton steps with Fisher's information (for the logarithm of the standard deviation it is 2).
 * The heteroscedastic form of Nix and Weigend 1994, doi:10.1109/ICNN.1994.374138.
 *
 * @param logSds Natural logarithms of the model's standard deviations.
 * @param errors What was rated less what was told, as many.
 * @throws {RangeError} When there are not as many errors as deviations, or fewer than two.
 * @example
 * ```ts
 * import { fitSpread } from "@openempathic/learn";
 *
 * const { slope, offset } = fitSpread([0, 0, 1, 1], [1, -1, Math.E, -Math.E]);
 * Math.round(100 * slope) / 100; // => 1
 * Math.abs(offset) < 0.01; // => true
 * ```
 */
export function fitSpread(logSds: readonly number[], errors: readonly number[]): SpreadScale {
  const count = errors.length;
  if (count < 2 || logSds.length !== count) {
    throw new RangeError(
      `fitSpread needs an error for each of two or more deviations, got ${count} and ${logSds.length}`,
    );
  }
  const center = logSds.reduce((sum, value) => sum + value, 0) / count;
  const spread = logSds.reduce((sum, value) => sum + (value - center) ** 2, 0) / count;
  const meanSquare = errors.reduce((sum, error) => sum + error * error, 0) / count;
  let slope = 0;
  // Around the centre slope and level do not depend on each other.
  let level = Math.log(Math.max(meanSquare, 1e-12)) / 2;
  for (let step = 0; step < 100; step++) {
    let byLevel = 0;
    let bySlope = 0;
    for (let i = 0; i < count; i++) {
      const x = (logSds[i] as number) - center;
      const surplus = ((errors[i] as number) / Math.exp(slope * x + level)) ** 2 - 1;
      byLevel += surplus / (2 * count);
      bySlope += (surplus * x) / (2 * count * Math.max(spread, 1e-9));
    }
    const cut = Math.min(1, 0.5 / Math.max(Math.abs(byLevel), Math.abs(bySlope), 1e-12));
    level += cut * byLevel;
    slope += cut * bySlope;
    if (Math.max(Math.abs(byLevel), Math.abs(bySlope)) < 1e-10) break;
  }
  return { slope, offset: level - slope * center };
}
