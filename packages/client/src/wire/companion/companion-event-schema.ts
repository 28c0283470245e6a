import { shownResourceSchema } from "@openempathic/experiences";
import { z } from "zod";
import { estimateSchema } from "../estimate-schema.ts";
import { maybe, seqSchema } from "../field.ts";
import { STAMP, STORED_FRAME_EVENTS } from "../frame-event-schema.ts";
import { checkReportSchema, planSchema, riskJudgementSchema, riskLatchSchema } from "../reply-schema.ts";
import { STORED_LIFE_EVENTS } from "./life-event-schema.ts";
import { PERSON_EVENTS } from "./person-event-schema.ts";

// Bounds on what a person writes hold where it is sent. What was stored is read as it is: forgetting a memory
// leaves an event with empty text, and later versions may add fields.
const STORED_TEXT = { text: z.string() };

/** One stored event of a companion session, as it is read. */
export const companionEventSchema = z.discriminatedUnion("kind", [
  ...STORED_FRAME_EVENTS,
  ...STORED_LIFE_EVENTS,
  z.object({ ...STAMP, ...PERSON_EVENTS.message.shape, ...STORED_TEXT }),
  z.object({ ...STAMP, ...PERSON_EVENTS.selfReported.shape, words: maybe(z.string()) }),
  z.object({ ...STAMP, ...PERSON_EVENTS.memoryAdded.shape, ...STORED_TEXT }),
  z.object({ ...STAMP, ...PERSON_EVENTS.memoryEdited.shape, ...STORED_TEXT }),
  z.object({ ...STAMP, ...PERSON_EVENTS.memoryForgotten.shape }),
  z.object({ ...STAMP, ...PERSON_EVENTS.checkInAsked.shape, timeZone: z.string() }),
  z.object({ ...STAMP, ...PERSON_EVENTS.checkInCancelled.shape }),
  z.object({ ...STAMP, ...PERSON_EVENTS.replyRetried.shape }),
  z.object({
    ...STAMP,
    kind: z.literal("risk-judged"),
    of: seqSchema,
    judgement: riskJudgementSchema,
    latch: riskLatchSchema,
  }),
  z.object({ ...STAMP, kind: z.literal("estimated"), of: seqSchema, estimate: estimateSchema }),
  z.object({ ...STAMP, kind: z.literal("planned"), of: seqSchema, plan: planSchema }),
  z.object({ ...STAMP, kind: z.literal("reply-part"), of: seqSchema, text: z.string() }),
  z.object({
    ...STAMP,
    kind: z.literal("replied"),
    of: seqSchema,
    text: z.string(),
    by: z.enum(["listener", "language-model", "crisis-script"]),
    modelTrouble: maybe(z.string()),
    checks: checkReportSchema,
    resources: z.array(shownResourceSchema),
  }),
  z.object({ ...STAMP, kind: z.literal("checked-in"), text: z.string() }),
  z.object({
    ...STAMP,
    kind: z.literal("memory-proposed"),
    memoryId: z.string(),
    of: seqSchema,
    text: z.string(),
  }),
]);
