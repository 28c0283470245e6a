import { COURSE_LIMITS } from "@openempathic/experiences/tutor";
import { z } from "zod";
import { idSchema, maybe, replyLanguageSchema } from "../field.ts";

const textSchema = z
  .string()
  .max(COURSE_LIMITS.textLength)
  .regex(/^[^\0\p{Surrogate}]*$/u, { error: "must be well-formed Unicode without NUL characters" });
const nameSchema = textSchema.max(300);
const shareSchema = z.number().min(0).max(1);

const ITEM_FRAME = {
  id: idSchema,
  skill: idSchema,
  prompt: textSchema,
  hints: z.array(textSchema).max(10),
  solution: textSchema,
};

/** A course as it travels: the shape; whether it is whole is asked of `checkCourse`. */
export const courseSchema = z.strictObject({
  id: idSchema,
  language: replyLanguageSchema,
  title: nameSchema,
  lead: textSchema,
  authors: nameSchema,
  licence: nameSchema,
  skills: z
    .array(
      z.strictObject({
        id: idSchema,
        name: nameSchema,
        knowledge: maybe(
          z.strictObject({ known: shareSchema, learn: shareSchema, guess: shareSchema, slip: shareSchema }),
        ),
      }),
    )
    .max(COURSE_LIMITS.skills),
  units: z
    .array(
      z.strictObject({
        id: idSchema,
        title: nameSchema,
        skills: z.array(idSchema).max(COURSE_LIMITS.skills),
        lesson: z.string().max(50_000),
      }),
    )
    .min(1)
    .max(COURSE_LIMITS.units),
  items: z
    .array(
      z.discriminatedUnion("kind", [
        z.strictObject({
          ...ITEM_FRAME,
          kind: z.literal("choice"),
          choices: z.array(textSchema).min(2).max(20),
          right: z.int().nonnegative(),
        }),
        z.strictObject({
          ...ITEM_FRAME,
          kind: z.literal("number"),
          answer: z.number(),
          tolerance: z.number().nonnegative(),
        }),
        z.strictObject({
          ...ITEM_FRAME,
          kind: z.literal("text"),
          answers: z.array(textSchema).min(1).max(20),
        }),
      ]),
    )
    .min(1)
    .max(COURSE_LIMITS.items),
});
