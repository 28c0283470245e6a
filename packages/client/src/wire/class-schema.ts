import { z } from "zod";
import { countrySchema, idSchema, maybe, momentSchema, replyLanguageSchema, writtenText } from "./field.ts";
import { courseSchema } from "./tutor/course-schema.ts";

const percentSchema = z.record(z.string(), z.int().min(0).max(100));
const tokenSchema = z.string().regex(/^[\w-]{20,200}$/u, { error: "must be the token of an invitation" });
const bandSchema = z.enum([
  "under a quarter",
  "a quarter to a half",
  "a half to three quarters",
  "over three quarters",
]);

/** The body of `POST /api/classes`: a course that comes with the tutor, or one's own. */
export const newClassSchema = z.strictObject({
  title: writtenText(80),
  language: replyLanguageSchema,
  course: z.union([idSchema, courseSchema]),
});

/** A class in the teacher's list. */
export const classSummarySchema = z.object({
  id: z.string(),
  title: z.string(),
  course: z.string(),
  createdAtMs: momentSchema,
});

/** `{class}`. */
export const classAnswerSchema = z.object({ class: classSummarySchema });

/** `{classes}`, the latest first. */
export const classesAnswerSchema = z.object({ classes: z.array(classSummarySchema) });

/** `GET /api/classes/:id`: what a teacher sees. Groups have five learners or more; shares are in whole per cent. */
export const classViewSchema = z.object({
  class: classSummarySchema,
  skills: z.array(z.object({ id: z.string(), name: z.string() })),
  /** How many are in the class. */
  learners: z.int().nonnegative(),
  groups: z.array(z.object({ learners: z.int(), atMs: momentSchema, masteryPercent: percentSchema })),
  feelings: z.array(
    z.object({
      learners: z.int(),
      atMs: momentSchema,
      shares: z.object({
        engaged: bandSchema,
        confused: bandSchema,
        frustrated: bandSchema,
        bored: bandSchema,
      }),
    }),
  ),
  /** How many are in no group that is told. */
  uncounted: z.int().nonnegative(),
  /** Those who show how far they are, by the name they gave. */
  shown: z.array(z.object({ name: z.string(), masteryPercent: percentSchema })),
});

/** The body of `POST /api/classes/look`. */
export const classTokenSchema = z.strictObject({ token: tokenSchema });

/** What a link to a class leads to, before one joins. */
export const classInvitationSchema = z.object({
  title: z.string(),
  course: z.object({ title: z.string(), lead: z.string(), units: z.int(), items: z.int() }),
  /** The session of a learner who has joined already. */
  sessionId: maybe(z.string()),
});

const CHOICES = {
  /** What the teacher sees beside what is shown. */
  name: maybe(writtenText(60)),
  /** Whether the teacher sees how far this learner is; it takes a name. */
  showsProgress: z.boolean(),
  /** Whether how it usually felt may count in a group of five or more. */
  sharesFeelings: z.boolean(),
};

/** What a learner shows of themselves in a class. */
export const classChoicesSchema = z.strictObject(CHOICES);

/** The body of `POST /api/classes/join`. */
export const joinClassSchema = z.strictObject({
  token: tokenSchema,
  language: replyLanguageSchema,
  country: maybe(countrySchema),
  ...CHOICES,
});

/** `GET /api/sessions/:id/class`: the class that a session of one's own is in, if it is in one. */
export const classPlaceSchema = z.object({ place: maybe(z.object({ title: z.string(), ...CHOICES })) });
