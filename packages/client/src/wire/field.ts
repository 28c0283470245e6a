import { z } from "zod";

/**
 * A field that may be missing. In JSON a field is there or it is not, so its type has no `undefined`; the plain
 * `optional` underneath is the one that OpenAPI generators understand.
 */
export function maybe<Schema extends z.ZodType>(schema: Schema): z.ZodExactOptional<Schema> {
  // The cast only narrows what the type says: JSON cannot carry an explicit undefined.
  return schema.optional() as unknown as z.ZodExactOptional<Schema>;
}

/** The longest message, in UTF-16 units. */
export const MESSAGE_MAX_LENGTH = 20_000;

/** Text that a person wrote: at least one letter or sign, at most `max` UTF-16 units, storable everywhere. */
export function writtenText(max: number): z.ZodString {
  return z
    .string()
    .max(max, { error: `must be at most ${String(max)} characters long` })
    .regex(/\S/u, { error: "must not be empty" })
    .regex(/^[^\0\p{Surrogate}]*$/u, { error: "must be well-formed Unicode without NUL characters" });
}

/** The number of an event within its session, from 1. */
export const seqSchema = z.int().positive();

/** A moment in milliseconds since the epoch. */
export const momentSchema = z.number().nonnegative();

/** An id that a program made: letters, digits, hyphen, underscore. */
export const idSchema = z.string().regex(/^[\w-]{1,64}$/, { error: "must be 1 to 64 of A-Z a-z 0-9 _ -" });

/** A country as ISO 3166-1 alpha-2, such as "DE". */
export const countrySchema = z.string().regex(/^[A-Z]{2}$/, { error: 'must be two capitals, such as "DE"' });

/** A language that replies, notices and crisis answers are written in. */
export const replyLanguageSchema = z.enum(["en", "de"]);
