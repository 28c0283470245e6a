import { CATEGORIES } from "@openempathic/affect";
import type { CategoryId } from "@openempathic/affect";
import { z } from "zod";
import type { CouncilItem } from "./council-item.ts";
import { ABSENT_PROMPTS, BIASES, LENSES, VALUES } from "./council-lists.ts";
import type { ValueName } from "./council-lists.ts";

/** The longest text of a thing in the record, in UTF-16 units, and the longest name or single point. */
export const COUNCIL_TEXT_MAX_LENGTH = 4000;
export const COUNCIL_NAME_MAX_LENGTH = 300;

/**
 * A field that may be missing. In JSON a field is there or it is not, so its type has no `undefined`; the plain
 * `optional` underneath is the one that OpenAPI generators understand.
 */
export function maybe<Schema extends z.ZodType>(schema: Schema): z.ZodExactOptional<Schema> {
  // The cast only narrows what the type says: JSON cannot carry an explicit undefined.
  return schema.optional() as unknown as z.ZodExactOptional<Schema>;
}

const WELL_FORMED = /^[^\0\p{Surrogate}]*$/u;

/** Text that may be empty. */
const text = z
  .string()
  .max(COUNCIL_TEXT_MAX_LENGTH, {
    error: `must be at most ${String(COUNCIL_TEXT_MAX_LENGTH)} characters long`,
  })
  .regex(WELL_FORMED, { error: "must be well-formed Unicode without NUL characters" });

/** Text with at least one letter or sign in it. */
export const writtenSchema: z.ZodString = text.regex(/\S/u, { error: "must not be empty" });
const name = writtenSchema.max(COUNCIL_NAME_MAX_LENGTH, {
  error: `must be at most ${String(COUNCIL_NAME_MAX_LENGTH)} characters long`,
});

/** An id that a program made. */
export const councilIdSchema: z.ZodString = z
  .string()
  .regex(/^[\w-]{1,64}$/u, { error: "must be 1 to 64 of A-Z a-z 0-9 _ -" });
const ids = z.array(councilIdSchema).max(40);
const day = z.string().regex(/^\d{4}-\d\d-\d\d$/u, { error: "must be a day, such as 2026-11-28" });
const points = z.array(name).max(20);

// An array of a union's members: zod wants a tuple's type, which only the compiler sees.
const category = z.enum(
  CATEGORIES.map(({ id }) => id) as readonly CategoryId[] as readonly [CategoryId, ...CategoryId[]],
);
const allValues = Object.values(VALUES).flat();

/** A value of either taxonomy. */
export const valueSchema = z.enum(allValues as readonly string[] as readonly [ValueName, ...ValueName[]]);

const choice = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("chosen"), optionId: councilIdSchema }),
  z.strictObject({ kind: z.literal("deferred"), why: writtenSchema, untilDay: maybe(day) }),
]);

/** One thing in the record of a decision, as it is sent and stored. */
export const councilItemSchema = z.discriminatedUnion("part", [
  z.strictObject({
    part: z.literal("frame"),
    question: writtenSchema,
    context: text,
    deadline: maybe(day),
    decider: text,
  }),
  z.strictObject({
    part: z.literal("option"),
    optionId: councilIdSchema,
    title: name,
    detail: text,
    upsides: points,
    downsides: points,
  }),
  z.strictObject({
    part: z.literal("stakeholder"),
    stakeholderId: councilIdSchema,
    name,
    relation: z.enum(["direct", "indirect"]),
    presence: z.enum(["present", "absent"]),
    vulnerable: z.boolean(),
    prompt: maybe(z.enum(ABSENT_PROMPTS)),
  }),
  z.strictObject({
    part: z.literal("impact"),
    stakeholderId: councilIdSchema,
    optionId: councilIdSchema,
    feelings: z.array(category).max(3),
    valence: maybe(z.number().min(-1).max(1)),
    arousal: maybe(z.number().min(-1).max(1)),
    basis: z.enum(["said", "inferred-from-text", "guessed"]),
    sureness: z.enum(["low", "medium", "high"]),
    evidence: maybe(writtenSchema),
    note: maybe(writtenSchema),
  }),
  z.strictObject({
    part: z.literal("value"),
    taxonomy: z.enum(["schwartz", "moral-foundations"]),
    value: valueSchema,
    upheldBy: ids,
    hurtBy: ids,
    note: maybe(writtenSchema),
  }),
  z.strictObject({
    part: z.literal("consequence"),
    consequenceId: councilIdSchema,
    optionId: councilIdSchema,
    text: writtenSchema,
    likelihood: z.enum([
      "very-unlikely",
      "unlikely",
      "about-as-likely-as-not",
      "likely",
      "very-likely",
      "unknown",
    ]),
    severity: z.enum(["slight", "moderate", "grave", "unknown"]),
    reversibility: z.enum(["easily", "with-effort", "never", "unknown"]),
    horizon: z.enum(["days", "months", "years", "generations", "unknown"]),
  }),
  z.strictObject({ part: z.literal("lens"), lens: z.enum(LENSES), text: writtenSchema }),
  z.strictObject({ part: z.literal("leaning"), optionId: councilIdSchema.nullable() }),
  z.strictObject({ part: z.literal("objection"), optionId: councilIdSchema, text: writtenSchema }),
  z.strictObject({
    part: z.literal("bias"),
    bias: z.enum(BIASES),
    applies: z.enum(["yes", "no", "unsure"]),
    note: maybe(writtenSchema),
  }),
  z.strictObject({ part: z.literal("flip"), stakeholderId: councilIdSchema, text: writtenSchema }),
  z.strictObject({
    part: z.literal("question"),
    questionId: councilIdSchema,
    text: writtenSchema,
    answer: maybe(writtenSchema),
  }),
  z.strictObject({ part: z.literal("reason"), text: writtenSchema }),
  z.strictObject({ part: z.literal("decision"), choice }),
  z.strictObject({ part: z.literal("revisit"), onDay: day }),
  z.strictObject({
    part: z.literal("outcome"),
    outcomeId: councilIdSchema,
    text: writtenSchema,
    asExpected: z.enum(["yes", "partly", "no", "unknown"]),
    learned: maybe(writtenSchema),
  }),
]) satisfies z.ZodType<CouncilItem>;
