import { bootstrapInterval } from "../bootstrap-interval.ts";
import type { Interval } from "../bootstrap-interval.ts";
import { fQuantile } from "../distributions/f-quantile.ts";
import { checkedConfidence } from "./figure.ts";
import type { Agreement, BootstrapRequest, ConfidenceOptions } from "./figure.ts";
import { twoWayMeanSquares } from "./two-way-mean-squares.ts";
import type { MeanSquares } from "./two-way-mean-squares.ts";

/**
 * Shrout and Fleiss' six: the first number is the design (1: each unit has raters of its own; 2: the raters are a
 * sample of all; 3: these raters are all there are), the second whether one rating or the mean of the k is meant.
 */
export type IntraclassForm = "1,1" | "2,1" | "3,1" | "1,k" | "2,k" | "3,k";

export const INTRACLASS_FORMS: readonly IntraclassForm[] = ["1,1", "2,1", "3,1", "1,k", "2,k", "3,k"];

export interface IntraclassCorrelationOptions extends ConfidenceOptions {
  /** Which of the six; there is no default, for they answer different questions. */
  readonly form: IntraclassForm;
  /** Asks for the bootstrap over units instead of the interval by F. */
  readonly bootstrap?: BootstrapRequest;
}

/**
 * The intraclass correlation: which share of the variance of ratings is due to the units rated.
 *
 * Shrout and Fleiss 1979, doi:10.1037/0033-2909.86.2.420, all six forms, with their F intervals (for 2,1 and 2,k the
 * approximation of Satterthwaite that they give, after Fleiss and Shrout 1978, doi:10.1007/BF02293867).
 *
 * @param rows A row for each unit, a column for each rater, no cell empty.
 * @returns Without a value, and with the reason, where a cell is empty, there are fewer than two units or raters, or
 *   there is nothing to divide by.
 * @throws {RangeError} When rows differ in length, or the confidence lies outside (0, 1).
 * @example
 * ```ts
 * import { intraclassCorrelation } from "@openempathic/measure";
 *
 * intraclassCorrelation([[1, 2], [2, 3], [3, 4]], { form: "3,1" }).value; // => 1
 * intraclassCorrelation([[1, 2], [2, undefined]], { form: "3,1" }).why; // => "the intraclass correlation needs every rater to have rated every unit; a cell is empty"
 * ```
 */
export function intraclassCorrelation(
  rows: readonly (readonly (number | undefined)[])[],
  options: IntraclassCorrelationOptions,
): Agreement {
  const confidence = checkedConfidence("intraclassCorrelation", options);
  const { form, bootstrap } = options;
  const raters = rows[0]?.length ?? 0;
  if (rows.some((row) => row.length !== raters)) {
    throw new RangeError("intraclassCorrelation needs rows of one length, got different ones");
  }
  const base = { units: rows.length, pairable: rows.length * raters };
  const refuse = (why: string): Agreement => ({ ...base, value: undefined, why });
  if (rows.length < 2 || raters < 2) {
    return refuse("the intraclass correlation needs at least two units and two raters");
  }
  const complete = rows.flatMap((row) => row.filter((cell) => cell !== undefined));
  if (complete.length !== base.pairable) {
    return refuse("the intraclass correlation needs every rater to have rated every unit; a cell is empty");
  }
  const of = (units: ArrayLike<number>): MeanSquares =>
    twoWayMeanSquares({ cells: complete, columns: raters }, units);
  const squares = of(Int32Array.from(rows, (_, i) => i));
  const value = correlationOf(squares, form);
  if (value === undefined) return refuse("the ratings do not vary in a way that this form could divide by");
  const interval = bootstrap
    ? bootstrapInterval((units) => correlationOf(of(units), form), {
        ...bootstrap,
        cases: rows.length,
        level: confidence,
      })
    : fInterval(squares, form, { confidence, value });
  return { ...base, value, interval };
}

function correlationOf(squares: MeanSquares, form: IntraclassForm): number | undefined {
  const { rows: b, columns: j, error: e, within: w, units: n, raters: k } = squares;
  const [above, below] = ((): readonly [number, number] => {
    switch (form) {
      case "1,1":
        return [b - w, b + (k - 1) * w];
      case "2,1":
        return [b - e, b + (k - 1) * e + (k * (j - e)) / n];
      case "3,1":
        return [b - e, b + (k - 1) * e];
      case "1,k":
        return [b - w, b];
      case "2,k":
        return [b - e, b + (j - e) / n];
      case "3,k":
        return [b - e, b];
    }
  })();
  return below <= squares.rounding ? undefined : above / below;
}

function fInterval(
  squares: MeanSquares,
  form: IntraclassForm,
  { confidence, value }: { readonly confidence: number; readonly value: number },
): Interval | undefined {
  const { rows: b, error: e, within: w, units: n, raters: k } = squares;
  const upper = 0.5 + confidence / 2;
  if (form === "2,1" || form === "2,k") return sampledRaters(squares, form, { confidence, value });
  const isOneWay = form === "1,1" || form === "1,k";
  const error = isOneWay ? w : e;
  if (error <= squares.rounding) return { low: value, high: value, level: confidence };
  const degrees = isOneWay ? n * (k - 1) : (n - 1) * (k - 1);
  const low = b / error / fQuantile(upper, n - 1, degrees);
  const high = (b / error) * fQuantile(upper, degrees, n - 1);
  const single = form === "1,1" || form === "3,1";
  const of = (f: number): number => (single ? (f - 1) / (f + k - 1) : 1 - 1 / f);
  return { low: of(low), high: of(high), level: confidence };
}

function sampledRaters(
  squares: MeanSquares,
  form: "2,1" | "2,k",
  { confidence, value }: { readonly confidence: number; readonly value: number },
): Interval | undefined {
  const { rows: b, columns: j, error: e, units: n, raters: k } = squares;
  if (e <= squares.rounding)
    return j <= squares.rounding ? { low: value, high: value, level: confidence } : undefined;
  // The degrees of freedom belong to the single rating's correlation, whichever form is asked.
  const single = (b - e) / (b + (k - 1) * e + (k * (j - e)) / n);
  const f = j / e;
  const a = k * single * f;
  const c = n * (1 + (k - 1) * single) - k * single;
  const degrees = ((k - 1) * (n - 1) * (a + c) ** 2) / ((n - 1) * a * a + c * c);
  const upper = 0.5 + confidence / 2;
  const lowF = fQuantile(upper, n - 1, degrees);
  const highF = fQuantile(upper, degrees, n - 1);
  const rest = k * j + (k * n - k - n) * e;
  const low = (n * (b - lowF * e)) / (lowF * rest + n * b);
  const high = (n * (highF * b - e)) / (rest + n * highF * b);
  const of = (one: number): number => (form === "2,1" ? one : (one * k) / (1 + one * (k - 1)));
  return { low: of(low), high: of(high), level: confidence };
}
