import { shownResourceSchema } from "@openempathic/experiences";
import { studyProtocolSchema } from "@openempathic/experiences/study";
import { z } from "zod";
import { estimateSchema } from "../estimate-schema.ts";
import { idSchema, maybe, seqSchema } from "../field.ts";
import { STAMP, STORED_FRAME_EVENTS } from "../frame-event-schema.ts";
import { riskJudgementSchema, riskLatchSchema } from "../reply-schema.ts";
import { STUDY_PERSON_EVENTS } from "./study-person-event-schema.ts";

const REF = { taskId: z.string(), promptId: maybe(z.string()), of: z.string() };

/** One stored event of a study or a run, as it is read. */
export const studyEventSchema = z.discriminatedUnion("kind", [
  ...STORED_FRAME_EVENTS,
  z.object({ ...STAMP, ...STUDY_PERSON_EVENTS.drafted.shape }),
  z.object({ ...STAMP, ...STUDY_PERSON_EVENTS.frozen.shape }),
  z.object({ ...STAMP, ...STUDY_PERSON_EVENTS.taskBegun.shape }),
  z.object({ ...STAMP, ...STUDY_PERSON_EVENTS.answered.shape }),
  z.object({ ...STAMP, ...STUDY_PERSON_EVENTS.taskFinished.shape }),
  z.object({ ...STAMP, ...STUDY_PERSON_EVENTS.samplingBegun.shape }),
  z.object({ ...STAMP, ...STUDY_PERSON_EVENTS.timeZoneChanged.shape }),
  z.object({ ...STAMP, ...STUDY_PERSON_EVENTS.promptShown.shape }),
  z.object({ ...STAMP, ...STUDY_PERSON_EVENTS.stopped.shape }),
  z.object({
    ...STAMP,
    kind: z.literal("enrolled"),
    protocol: studyProtocolSchema,
    hash: z.string(),
    code: z.string(),
    number: z.int().positive(),
    consentVersion: z.string(),
  }),
  z.object({
    ...STAMP,
    kind: z.literal("risk-judged"),
    of: seqSchema,
    judgement: riskJudgementSchema,
    latch: riskLatchSchema,
    care: maybe(z.object({ text: z.string(), resources: z.array(shownResourceSchema) })),
  }),
  z.object({ ...STAMP, kind: z.literal("estimated"), ...REF, estimate: estimateSchema }),
  z.object({ ...STAMP, kind: z.literal("not-estimated"), ...REF }),
  z.object({ ...STAMP, kind: z.literal("prompt-closed"), promptId: idSchema }),
]);
