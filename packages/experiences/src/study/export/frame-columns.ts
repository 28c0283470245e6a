import type { Datum } from "../protocol/datum.ts";

/** A text column. */
export function textColumn(name: string, description: string): Datum {
  return { name, description, level: "text", zero: "none" };
}

/** A column with these words as its only values. */
export function namedColumn(
  name: string,
  description: string,
  values: readonly (readonly [string, string])[],
): Datum {
  const levels = values.map(([value, label]) => ({ value, label }));
  return { name, description, level: "nominal", zero: "none", levels };
}

/** A column of seconds. */
export function secondsColumn(name: string, description: string): Datum {
  return { name, description, level: "ratio", zero: "absence", unit: "s", minimum: 0 };
}

/** A column of moments, as text by ISO 8601 in UTC. */
export function momentColumn(name: string, description: string): Datum {
  return textColumn(name, `${description} (ISO 8601, UTC).`);
}

/** Who a row is of. */
export const PARTICIPANT_COLUMN: Datum = textColumn(
  "participant_id",
  "A code made at random for this study; it is kept apart from everything that could name the person.",
);

/** A moment as it stands in files. */
export function momentText(atMs: number): string {
  return new Date(atMs).toISOString();
}

/** Seconds between two moments, to the millisecond that they were measured to. */
export function secondsBetween(fromMs: number, toMs: number): number {
  return (toMs - fromMs) / 1000;
}
