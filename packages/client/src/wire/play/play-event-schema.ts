import { shownResourceSchema } from "@openempathic/experiences";
import { z } from "zod";
import { estimateSchema } from "../estimate-schema.ts";
import { maybe, seqSchema } from "../field.ts";
import { STAMP, STORED_FRAME_EVENTS } from "../frame-event-schema.ts";
import { riskJudgementSchema, riskLatchSchema } from "../reply-schema.ts";
import { PLAY_ACTS } from "./play-person-event-schema.ts";

/** One stored event of a session of play, as it is read. */
export const playEventSchema = z.discriminatedUnion("kind", [
  ...STORED_FRAME_EVENTS,
  z.object({ ...STAMP, ...PLAY_ACTS.nightBegun.shape }),
  z.object({ ...STAMP, ...PLAY_ACTS.cupPoured.shape }),
  z.object({ ...STAMP, ...PLAY_ACTS.chosen.shape }),
  z.object({ ...STAMP, ...PLAY_ACTS.message.shape, text: z.string() }),
  z.object({ ...STAMP, ...PLAY_ACTS.meant.shape }),
  z.object({ ...STAMP, ...PLAY_ACTS.inkTold.shape }),
  z.object({ ...STAMP, ...PLAY_ACTS.dialWished.shape }),
  z.object({ ...STAMP, ...PLAY_ACTS.dialSet.shape }),
  z.object({ ...STAMP, ...PLAY_ACTS.adaptingSwitched.shape }),
  z.object({
    ...STAMP,
    kind: z.literal("risk-judged"),
    of: seqSchema,
    judgement: riskJudgementSchema,
    latch: riskLatchSchema,
  }),
  z.object({ ...STAMP, kind: z.literal("estimated"), of: seqSchema, estimate: estimateSchema }),
  z.object({
    ...STAMP,
    kind: z.literal("guest-answered"),
    of: seqSchema,
    text: maybe(z.string()),
    notWorded: maybe(z.enum(["model-trouble", "unusable", "unsafe"])),
  }),
  z.object({
    ...STAMP,
    kind: z.literal("care-given"),
    of: seqSchema,
    text: z.string(),
    resources: z.array(shownResourceSchema),
  }),
]);
