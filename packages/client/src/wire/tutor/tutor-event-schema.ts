import { shownResourceSchema } from "@openempathic/experiences";
import { z } from "zod";
import { estimateSchema } from "../estimate-schema.ts";
import { maybe, seqSchema } from "../field.ts";
import { STAMP, STORED_FRAME_EVENTS } from "../frame-event-schema.ts";
import { riskJudgementSchema, riskLatchSchema } from "../reply-schema.ts";
import { TUTOR_PERSON_EVENTS } from "./tutor-person-event-schema.ts";

const hintSchema = { itemId: z.string(), level: z.int().positive() };

/** One stored event of a tutor's session, as it is read. */
export const tutorEventSchema = z.discriminatedUnion("kind", [
  ...STORED_FRAME_EVENTS,
  z.object({ ...STAMP, ...TUTOR_PERSON_EVENTS.courseChosen.shape }),
  z.object({ ...STAMP, ...TUTOR_PERSON_EVENTS.courseBrought.shape }),
  z.object({ ...STAMP, ...TUTOR_PERSON_EVENTS.lessonOpened.shape }),
  z.object({ ...STAMP, ...TUTOR_PERSON_EVENTS.taskAsked.shape }),
  z.object({ ...STAMP, ...TUTOR_PERSON_EVENTS.answered.shape, answer: z.string() }),
  z.object({ ...STAMP, ...TUTOR_PERSON_EVENTS.hintAsked.shape }),
  z.object({ ...STAMP, ...TUTOR_PERSON_EVENTS.rewordingAsked.shape }),
  z.object({ ...STAMP, ...TUTOR_PERSON_EVENTS.taskSkipped.shape }),
  z.object({ ...STAMP, ...TUTOR_PERSON_EVENTS.said.shape, text: z.string() }),
  z.object({ ...STAMP, ...TUTOR_PERSON_EVENTS.felt.shape }),
  z.object({ ...STAMP, ...TUTOR_PERSON_EVENTS.feelingsSwitched.shape }),
  z.object({
    ...STAMP,
    kind: z.literal("risk-judged"),
    of: seqSchema,
    judgement: riskJudgementSchema,
    latch: riskLatchSchema,
    care: maybe(z.object({ text: z.string(), resources: z.array(shownResourceSchema) })),
  }),
  z.object({ ...STAMP, kind: z.literal("estimated"), of: seqSchema, estimate: estimateSchema }),
  z.object({ ...STAMP, kind: z.literal("not-estimated"), of: seqSchema }),
  z.object({ ...STAMP, ...hintSchema, kind: z.literal("hint-worded"), text: z.string() }),
  z.object({
    ...STAMP,
    ...hintSchema,
    kind: z.literal("hint-not-worded"),
    trouble: z.enum(["no-model", "model-trouble", "unusable", "risk"]),
  }),
]);
