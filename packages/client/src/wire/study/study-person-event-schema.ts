import { PROTOCOL_LIMITS, studyProtocolSchema } from "@openempathic/experiences/study";
import { z } from "zod";
import { idSchema, maybe } from "../field.ts";
import { FRAME_PERSON_EVENTS } from "../frame-event-schema.ts";

const valueSchema = z.union([
  z.number(),
  z
    .string()
    .max(PROTOCOL_LIMITS.answerLength)
    .regex(/^[^\0\p{Surrogate}]*$/u, { error: "must be well-formed Unicode without NUL characters" }),
]);
const REF = { taskId: idSchema, promptId: maybe(idSchema) };
const timeZone = z
  .string()
  .regex(/^[\w+-]+(?:\/[\w+-]+)*$/u, { error: "must be an IANA time zone" })
  .max(64);

/** What a researcher or a participant can do, one schema each. */
export const STUDY_PERSON_EVENTS = {
  ...FRAME_PERSON_EVENTS,
  drafted: z.strictObject({ kind: z.literal("drafted"), protocol: studyProtocolSchema }),
  frozen: z.strictObject({ kind: z.literal("protocol-frozen") }),
  taskBegun: z.strictObject({ kind: z.literal("task-begun"), ...REF }),
  answered: z.strictObject({
    kind: z.literal("answered"),
    ...REF,
    values: z
      .record(idSchema, valueSchema)
      .refine((values) => Object.keys(values).length <= PROTOCOL_LIMITS.items, {
        error: "must not have more values than a questionnaire may have items",
      }),
  }),
  taskFinished: z.strictObject({ kind: z.literal("task-finished"), ...REF }),
  samplingBegun: z.strictObject({ kind: z.literal("sampling-begun"), timeZone }),
  timeZoneChanged: z.strictObject({ kind: z.literal("time-zone-changed"), timeZone }),
  promptShown: z.strictObject({ kind: z.literal("prompt-shown"), promptId: idSchema }),
  stopped: z.strictObject({ kind: z.literal("stopped") }),
};

/** What a person's own act may add to a study or a run. */
export const studyPersonEventSchema = z.discriminatedUnion("kind", [
  STUDY_PERSON_EVENTS.noticesAcknowledged,
  STUDY_PERSON_EVENTS.languageChanged,
  STUDY_PERSON_EVENTS.countryChanged,
  STUDY_PERSON_EVENTS.drafted,
  STUDY_PERSON_EVENTS.frozen,
  STUDY_PERSON_EVENTS.taskBegun,
  STUDY_PERSON_EVENTS.answered,
  STUDY_PERSON_EVENTS.taskFinished,
  STUDY_PERSON_EVENTS.samplingBegun,
  STUDY_PERSON_EVENTS.timeZoneChanged,
  STUDY_PERSON_EVENTS.promptShown,
  STUDY_PERSON_EVENTS.stopped,
]);
