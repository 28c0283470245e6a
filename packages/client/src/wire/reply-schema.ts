import { z } from "zod";
import { maybe, momentSchema, replyLanguageSchema } from "./field.ts";

/** How grave a risk of harm is, in rising order. */
export const riskLevelSchema = z.enum(["none", "concern", "passive", "active", "imminent"]);

const aboutSchema = z.enum(["self", "others"]).nullable();
const topicSchema = z.enum(["suicide", "self-harm", "overdose", "eating", "abuse", "violence", "distress"]);

/** What one message says about risk of harm. */
export const riskJudgementSchema = z.object({
  level: riskLevelSchema,
  about: aboutSchema,
  reason: z.string(),
  topic: maybe(topicSchema),
  safeAnswer: maybe(z.literal(true)),
});

/** The remembered risk of a session. */
export const riskLatchSchema = z.object({
  level: riskLevelSchema,
  about: aboutSchema,
  reason: z.string(),
  sinceMs: maybe(momentSchema),
  safeAnswers: z.int().nonnegative(),
  topic: maybe(topicSchema),
});

/** What to do next in a conversation, and why. */
export const planSchema = z.object({
  need: z.enum(["heard", "advice", "information", "joy", "company", "space"]),
  strategy: z.enum([
    "question",
    "restatement",
    "reflection-of-feelings",
    "affirmation-and-reassurance",
    "suggestion",
    "information",
    "celebration",
  ]),
  reason: z.string(),
  language: replyLanguageSchema,
  risk: riskLevelSchema,
});

/** What the check saw in one reply. */
export const checkReportSchema = z.object({
  sentences: z.int().nonnegative(),
  findings: z.array(
    z.object({
      rule: z.enum([
        "dismissal",
        "toxic-positivity",
        "feeling-as-fact",
        "diagnosis",
        "method-details",
        "invented-contact",
        "claims-to-be-human",
        "guilt-at-goodbye",
        "manipulation",
        "stereotype",
        "indignity",
        "pressure",
      ]),
      text: z.string(),
      outcome: z.enum(["regenerated", "replaced"]),
    }),
  ),
});
