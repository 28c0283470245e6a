/** How a datum's numbers may be read (Stevens 1946, doi:10.1126/science.103.2684.677); "text" is free words. */
export type DatumLevel = "nominal" | "ordinal" | "interval" | "ratio" | "text";

/** What 0 means: no such thing, nothing at all of it, neither the one nor the other, or just the lower end. */
export type ZeroPoint = "none" | "absence" | "middle" | "lower-end";

/** One recorded datum as it is declared: what is not declared is not recorded, so a codebook can never be missing. */
export interface Datum {
  /** Small letters, digits and underscores. */
  readonly name: string;
  /** One sentence for somebody who has only the file. */
  readonly description: string;
  readonly level: DatumLevel;
  /** Such as "ms", or "points"; absent where there is none. */
  readonly unit?: string;
  readonly zero: ZeroPoint;
  readonly minimum?: number;
  readonly maximum?: number;
  /** Only whole numbers. */
  readonly whole?: true;
  /** The only values there are, with their words. */
  readonly levels?: readonly { readonly value: number | string; readonly label: string }[];
  /** Of a text, in UTF-16 units. */
  readonly longest?: number;
}

/** A value of a datum; one that is missing was not given. */
export type DatumValue = number | string;

/**
 * Whether a value is one that the datum's declaration allows.
 *
 * @example
 * ```ts
 * import { fitsDatum } from "@openempathic/experiences/study";
 *
 * const datum = { name: "pleasure", description: "How pleasant.", level: "interval", zero: "lower-end", minimum: 0, maximum: 1 } as const;
 * fitsDatum(datum, 0.5); // => true
 * fitsDatum(datum, 1.5); // => false
 * fitsDatum(datum, "0.5"); // => false
 * ```
 */
export function fitsDatum(datum: Datum, value: DatumValue): boolean {
  if (datum.levels !== undefined) return datum.levels.some((level) => level.value === value);
  if (typeof value === "string") return datum.level === "text" && value.length <= (datum.longest ?? Infinity);
  if (datum.level === "text" || !Number.isFinite(value)) return false;
  if (datum.whole === true && !Number.isInteger(value)) return false;
  return value >= (datum.minimum ?? -Infinity) && value <= (datum.maximum ?? Infinity);
}
