/**
 * The log-odds of a probability, ln(p / (1 - p)), in nats: the scale on which evidence adds up.
 * -Infinity for 0 and Infinity for 1.
 *
 * @param probability in [0, 1]
 *
 * @example
 * ```ts
 * import { logOddsOf } from "@openempathic/affect";
 *
 * logOddsOf(0.5); // => 0
 * ```
 */
export function logOddsOf(probability: number): number {
  if (!(probability >= 0 && probability <= 1)) {
    throw new RangeError(`logOddsOf needs a probability in [0, 1], got ${probability}`);
  }
  return Math.log(probability) - Math.log1p(-probability);
}

/**
 * The probability that has these log-odds: the inverse of {@link logOddsOf}.
 *
 * @param logOdds in nats; infinities give 0 and 1
 *
 * @example
 * ```ts
 * import { probabilityOf } from "@openempathic/affect";
 *
 * probabilityOf(0); // => 0.5
 * ```
 */
export function probabilityOf(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}
