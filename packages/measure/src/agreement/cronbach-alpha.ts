import { fQuantile } from "../distributions/f-quantile.ts";
import { checkedConfidence } from "./figure.ts";
import type { ConfidenceOptions, Figure } from "./figure.ts";
import { checkedItems } from "./item-table.ts";
import { covarianceMatrix } from "./item-table.ts";

/**
 * Cronbach's alpha: how far the items of a scale vary together. Equal to the intraclass correlation 3,k. A lower bound
 * of reliability unless items share one factor equally; McDonald's omega asks for less.
 *
 * Cronbach 1951, doi:10.1007/BF02310555: k/(k − 1) · (1 − Σ s²_item / s²_sum), of raw scores. Interval: Feldt 1965,
 * doi:10.1007/BF02289499, by F with n − 1 and (n − 1)(k − 1) degrees of freedom.
 *
 * @param rows A row for each person, a column for each item, no cell empty.
 * @returns Without a value, and with the reason, where there are fewer than two persons or items, a cell is empty, or
 *   the sums do not vary.
 * @throws {RangeError} When rows differ in length, or the confidence lies outside (0, 1).
 * @example
 * ```ts
 * import { cronbachAlpha } from "@openempathic/measure";
 *
 * cronbachAlpha([[1, 1], [2, 3], [3, 2]]).value?.toFixed(6); // => "0.666667"
 * cronbachAlpha([[1, 2], [2, 1]]).why; // => "every person has the same sum"
 * ```
 */
export function cronbachAlpha(
  rows: readonly (readonly (number | undefined)[])[],
  options: ConfidenceOptions = {},
): Figure {
  const confidence = checkedConfidence("cronbachAlpha", options);
  const table = checkedItems("cronbachAlpha", rows);
  if (typeof table === "string") return { value: undefined, why: table };
  const n = rows.length;
  const k = table.columns;
  const covariance = covarianceMatrix(table);
  let all = 0;
  let own = 0;
  for (let i = 0; i < k; i++) {
    own += covariance[i * k + i] as number;
    for (let j = 0; j < k; j++) all += covariance[i * k + j] as number;
  }
  if (!(all > 1e-12 * own)) return { value: undefined, why: "every person has the same sum" };
  const value = (k / (k - 1)) * (1 - own / all);
  const degrees = [n - 1, (n - 1) * (k - 1)] as const;
  const tail = (1 - confidence) / 2;
  return {
    value,
    interval: {
      low: 1 - (1 - value) * fQuantile(1 - tail, ...degrees),
      high: 1 - (1 - value) * fQuantile(tail, ...degrees),
      level: confidence,
    },
  };
}
