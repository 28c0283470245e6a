import { z } from "zod";
import { seqSchema } from "../field.ts";
import { STAMP, STORED_FRAME_EVENTS } from "../frame-event-schema.ts";
import { riskJudgementSchema, riskLatchSchema } from "../reply-schema.ts";
import { CALM_PERSON_EVENTS } from "./calm-person-event-schema.ts";

/** One stored event of a calm session, as it is read. */
export const calmEventSchema = z.discriminatedUnion("kind", [
  ...STORED_FRAME_EVENTS,
  z.object({ ...STAMP, ...CALM_PERSON_EVENTS.sittingAsked.shape }),
  z.object({ ...STAMP, ...CALM_PERSON_EVENTS.sittingBegun.shape }),
  z.object({ ...STAMP, ...CALM_PERSON_EVENTS.sittingPaused.shape }),
  z.object({ ...STAMP, ...CALM_PERSON_EVENTS.sittingResumed.shape }),
  z.object({ ...STAMP, ...CALM_PERSON_EVENTS.sittingEnded.shape }),
  z.object({ ...STAMP, ...CALM_PERSON_EVENTS.sittingRated.shape }),
  z.object({ ...STAMP, ...CALM_PERSON_EVENTS.sittingForgotten.shape }),
  z.object({ ...STAMP, ...CALM_PERSON_EVENTS.noteWritten.shape, text: z.string() }),
  z.object({
    ...STAMP,
    kind: z.literal("risk-judged"),
    of: seqSchema,
    judgement: riskJudgementSchema,
    latch: riskLatchSchema,
  }),
  z.object({
    ...STAMP,
    kind: z.literal("words-written"),
    of: seqSchema,
    words: z.array(z.object({ segment: z.int().nonnegative(), text: z.string() })),
  }),
  z.object({ ...STAMP, kind: z.literal("words-not-written"), of: seqSchema, trouble: z.string() }),
]);
