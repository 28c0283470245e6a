import { z } from "zod";
import { maybe } from "../field.ts";

/** The name of a character, goal, belief or thing: a writer's word, and none that JavaScript has a meaning for. */
export const storyNameSchema = z
  .string()
  .min(1)
  .max(120)
  .regex(/^(?!__proto__$)[^\0\p{Surrogate}]*$/u, { error: "must be a name of well-formed Unicode" });

const shareSchema = z.number().min(0).max(1);
const signedSchema = z.number().min(-1).max(1);

/** Something that happens in a story, as it is appraised. */
export const happeningSchema = z.strictObject({
  consequences: maybe(
    z
      .array(
        z.discriminatedUnion("kind", [
          z.strictObject({
            kind: z.literal("belief"),
            belief: storyNameSchema,
            likelihood: shareSchema,
            bearsOn: z.record(storyNameSchema, signedSchema),
          }),
          z.strictObject({ kind: z.literal("goal"), goal: storyNameSchema, likelihood: shareSchema }),
        ]),
      )
      .max(20),
  ),
  by: maybe(storyNameSchema),
  approval: maybe(signedSchema),
  object: maybe(z.strictObject({ id: storyNameSchema, appeal: signedSchema })),
  seenBy: maybe(z.array(storyNameSchema).max(1000)),
});

const personalitySchema = z.strictObject({
  openness: signedSchema,
  conscientiousness: signedSchema,
  extraversion: signedSchema,
  agreeableness: signedSchema,
  neuroticism: signedSchema,
});

const goalSchema = z.strictObject({
  utility: signedSchema,
  likelihood: shareSchema,
  recurring: maybe(z.boolean()),
});

const halfLifeSchema = z.number().positive().max(31_536_000_000);

/** A character as a game describes them; a number for a goal is short for one whose outcome is open. */
export const characterFieldsSchema = z.strictObject({
  id: storyNameSchema,
  personality: maybe(personalitySchema),
  temper: maybe(
    z
      .strictObject({
        emotionHalfLifeMs: halfLifeSchema,
        moodHalfLifeMs: halfLifeSchema,
        bonding: shareSchema,
      })
      .partial()
      .transform((temper) =>
        Object.fromEntries(Object.entries(temper).filter(([, value]) => value !== undefined)),
      ),
  ),
  goals: maybe(z.record(storyNameSchema, z.union([signedSchema, goalSchema]))),
  relations: maybe(z.record(storyNameSchema, signedSchema)),
  attitudes: maybe(z.record(storyNameSchema, signedSchema)),
});

/** A dial of the pacing, and a setting of all of them. */
export const dialSchema = z.enum(["difficulty", "pace", "tension"]);
export const dialsSchema = z.strictObject({
  difficulty: shareSchema,
  pace: shareSchema,
  tension: shareSchema,
});
export const wishSchema = z.enum(["less", "right", "more"]);
