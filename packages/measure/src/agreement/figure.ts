import type { Interval } from "../bootstrap-interval.ts";

/** A figure that was worked out, or why there is none: nothing is ever filled in. */
export type Figure =
  | {
      readonly value: number;
      /** `undefined` where none was asked for, or the cases are too few for one. */
      readonly interval: Interval | undefined;
      readonly why?: undefined;
    }
  | {
      readonly value: undefined;
      readonly interval?: undefined;
      /** One sentence that says why the figure is not defined for these ratings. */
      readonly why: string;
    };

/** A figure of agreement, with how much it rests on. */
export type Agreement = Figure & {
  /** Units that counted. */
  readonly units: number;
  /** Ratings that counted: those of a unit with another to compare with. */
  readonly pairable: number;
};

/** A bootstrap over units that was asked for. */
export interface BootstrapRequest {
  readonly resamples: number;
  /** Any integer; the same seed gives the same interval. */
  readonly seed: number;
}

/** How sure an interval is to be. */
export interface ConfidenceOptions {
  /** Inside (0, 1); 0.95 unless told. */
  readonly confidence?: number;
}

/** @throws {RangeError} When a confidence lies outside (0, 1); `name` is the function that was called. */
export function checkedConfidence(name: string, { confidence = 0.95 }: ConfidenceOptions): number {
  if (confidence > 0 && confidence < 1) return confidence;
  throw new RangeError(`${name} needs a confidence inside (0, 1), got ${confidence}`);
}
