import { CATEGORIES } from "@openempathic/affect";
import { z } from "zod";
import { categoryIdSchema } from "./estimate-schema.ts";
import { idSchema, maybe, momentSchema, writtenText } from "./field.ts";

/** Under which a clip may be used by others, as SPDX names it. */
export const LICENCES = ["CC0-1.0", "CC-BY-4.0", "CC-BY-SA-4.0"] as const;

/** The longest text that is taken as a clip, in UTF-16 units. */
const CLIP_MAX_LENGTH = 5_000;

const languageSchema = z
  .string()
  .regex(/^[a-z]{2,3}$/, { error: 'must be a language as ISO 639, such as "de"' });

/** The body of `POST /api/clips`. */
export const newClipSchema = z.strictObject({
  text: writtenText(CLIP_MAX_LENGTH),
  language: languageSchema,
  licence: z.enum(LICENCES),
  /** The id of a standing consent of one's own: purpose "collection", modality "text", this version. */
  consent: idSchema,
  /** What one meant to express; absent where one did not mean any one thing. */
  intended: maybe(categoryIdSchema),
});

/** A clip of one's own. */
export const clipSchema = z.object({
  id: idSchema,
  kind: z.enum(["text"]),
  /** Where it stands in its life, such as "annotatable" or "revoked". */
  state: z.string(),
  /** A code for why it stands there, such as "risk-passive"; absent where nothing has to be said. */
  reason: maybe(z.string()),
  language: z.string(),
  licence: z.string(),
  /** Null once it was withdrawn. */
  text: z.string().nullable(),
  /** The number of the last release that holds it; 0 while none does. */
  release: z.int().nonnegative(),
  createdAtMs: momentSchema,
});

/** What somebody gave, under which consent and licence; the digest is that of the text, in UTF-8. */
export const clipReceiptSchema = z.object({
  schema: z.literal("open-empathic/clip-receipt/1"),
  clip: idSchema,
  consent: idSchema,
  licence: z.string(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  atMs: momentSchema,
});

/** `{clip, receipt}`. */
export const newClipAnswerSchema = z.object({ clip: clipSchema, receipt: clipReceiptSchema });

/** `{clip}`. */
export const clipAnswerSchema = z.object({ clip: clipSchema });

/** `{clips}`, newest first. */
export const clipsAnswerSchema = z.object({ clips: z.array(clipSchema) });

const wordingSchema = z.object({ en: z.string(), de: z.string() });

/** One question of a task. What else a kind has (steps, options, poles) stands beside these fields. */
export const questionSchema = z.looseObject({
  kind: z.string(),
  id: z.string(),
  about: z.string().nullable(),
  prompt: wordingSchema,
});

const regionSchema = z.strictObject({ start: z.number(), end: z.number(), label: z.string().max(64) });

/**
 * One answer: a value, or one of the three ways of having none that somebody can choose. A question that was not asked
 * has no answer at all.
 */
export const answerSchema = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("value"),
    value: z.union([
      z.string().max(10_000),
      z.number(),
      z.array(z.string().max(64)).max(CATEGORIES.length),
      z.array(z.number()).max(144_000),
      z.array(regionSchema).max(1_000),
    ]),
  }),
  z.strictObject({ kind: z.literal("not-present") }),
  z.strictObject({ kind: z.literal("cant-tell") }),
  z.strictObject({
    kind: z.literal("skipped"),
    reason: z.enum(["distressing", "unclear", "broken", "language", "knows-person", "other"]),
  }),
]);

const answersSchema = z.record(z.string().max(64), answerSchema);

/** A claim on one place of a task: sent back with the answers, before it ends. */
export const leaseSchema = z.strictObject({ place: z.int().positive(), token: z.int().positive() });

/** A task in one's hands. */
export const taskSchema = z.object({
  id: idSchema,
  lease: leaseSchema.extend({ untilMs: momentSchema }),
  clip: z.object({ id: idSchema, kind: z.enum(["text"]), language: z.string(), text: z.string() }),
  questions: z.array(questionSchema),
  /** What one had answered here when the time ran out; null where nothing was kept. */
  draft: answersSchema.nullable(),
});

/** `GET /api/tasks/next`: null where there is nothing for this person now. */
export const taskAnswerSchema = z.object({ task: taskSchema.nullable() });

/** The body of `POST /api/annotations`: answers to a task that one holds, or better ones than one's own before. */
export const newAnnotationSchema = z.union([
  z.strictObject({ task: idSchema, lease: leaseSchema, answers: answersSchema }),
  z.strictObject({ supersedes: idSchema, answers: answersSchema }),
]);

/** `{annotation}`. */
export const annotationAnswerSchema = z.object({ annotation: z.object({ id: idSchema }) });

const countsSchema = z.record(z.string(), z.int().nullable());

/** `GET /api/stats`: figures of the collection. A count below five is null. */
export const statsSchema = z.object({
  schema: z.literal("open-empathic/stats/1"),
  clips: z.object({ byState: countsSchema, byLanguage: countsSchema }),
  annotations: z.int().nullable(),
  raters: z.int().nullable(),
});
