import { bootstrapInterval } from "../bootstrap-interval.ts";
import { checkedConfidence } from "./figure.ts";
import type { BootstrapRequest, ConfidenceOptions, Figure } from "./figure.ts";
import { checkedItems, covarianceMatrix } from "./item-table.ts";
import { fitOneFactor } from "./one-factor.ts";

export interface McDonaldOmegaOptions extends ConfidenceOptions {
  /** Whether items are first brought to one variance; raw scores unless told. */
  readonly standardised?: boolean;
  /** Asks for an interval: a bootstrap over persons. There is none by formula. */
  readonly bootstrap?: BootstrapRequest;
}

/**
 * McDonald's omega: which share of the variance of a sum of items is due to the one factor that they share. Unlike
 * Cronbach's alpha it lets items load differently.
 *
 * McDonald 1999, Test Theory, equation 6.20: (Σλ)² / ((Σλ)² + Σψ), one factor, fitted by maximum likelihood. This is
 * "omega total" of a one-factor model, neither the hierarchical omega nor that of a model with group factors.
 *
 * @param rows A row for each person, a column for each item (at least three), no cell empty. Items are all to be keyed
 *   in one direction: an item that loads negatively lowers the sum of loadings, as it lowers the reliability of the sum.
 * @returns Without a value, and with the reason, where one factor can't be fitted: fewer than three items, an empty
 *   cell, an item that does not vary, or a unique variance that goes to 0 (a Heywood case).
 * @throws {RangeError} When rows differ in length, or the confidence lies outside (0, 1).
 * @example
 * ```ts
 * import { mcDonaldOmega } from "@openempathic/measure";
 *
 * mcDonaldOmega([[1, 2], [2, 3]]).why; // => "one factor needs at least three items, got 2"
 * ```
 */
export function mcDonaldOmega(
  rows: readonly (readonly (number | undefined)[])[],
  options: McDonaldOmegaOptions = {},
): Figure {
  const confidence = checkedConfidence("mcDonaldOmega", options);
  const { standardised = false, bootstrap } = options;
  const table = checkedItems("mcDonaldOmega", rows);
  if (typeof table === "string") return { value: undefined, why: table };
  if (table.columns < 3) {
    return { value: undefined, why: `one factor needs at least three items, got ${String(table.columns)}` };
  }
  const of = (chosen?: ArrayLike<number>): number | string =>
    omegaOf(covarianceMatrix(table, chosen), standardised);
  const value = of();
  if (typeof value === "string") return { value: undefined, why: value };
  const interval =
    bootstrap &&
    bootstrapInterval(
      (persons) => {
        const figure = of(persons);
        return typeof figure === "string" ? undefined : figure;
      },
      { ...bootstrap, cases: rows.length, level: confidence },
    );
  return { value, interval };
}

function omegaOf(covariance: Float64Array, standardised: boolean): number | string {
  const fit = fitOneFactor(covariance);
  if (typeof fit === "string") return fit;
  let loadings = 0;
  let unique = 0;
  for (let i = 0; i < fit.loadings.length; i++) {
    const variance = standardised ? (covariance[i * fit.loadings.length + i] as number) : 1;
    loadings += (fit.loadings[i] as number) / Math.sqrt(variance);
    unique += (fit.unique[i] as number) / variance;
  }
  return loadings ** 2 / (loadings ** 2 + unique);
}
