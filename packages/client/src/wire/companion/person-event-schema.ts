import { z } from "zod";
import { likelihoodsSchema } from "../estimate-schema.ts";
import { idSchema, maybe, MESSAGE_MAX_LENGTH, seqSchema, writtenText } from "../field.ts";
import { FRAME_PERSON_EVENTS } from "../frame-event-schema.ts";
import { LIFE_PERSON_EVENT_LIST } from "./life-event-schema.ts";
import { timeZoneSchema } from "./time-zone-schema.ts";

/** The longest memory, in UTF-16 units. */
export const MEMORY_MAX_LENGTH = 1000;

/** The shape of each kind of event that a person's own act may add. */
export const PERSON_EVENTS = {
  ...FRAME_PERSON_EVENTS,
  message: z.strictObject({ kind: z.literal("message"), text: writtenText(MESSAGE_MAX_LENGTH) }),
  selfReported: z.strictObject({
    kind: z.literal("self-reported"),
    of: maybe(seqSchema),
    likelihood: likelihoodsSchema,
    words: maybe(writtenText(2000)),
  }),
  memoryAdded: z.strictObject({
    kind: z.literal("memory-added"),
    memoryId: idSchema,
    text: writtenText(MEMORY_MAX_LENGTH),
  }),
  memoryEdited: z.strictObject({
    kind: z.literal("memory-edited"),
    memoryId: idSchema,
    text: writtenText(MEMORY_MAX_LENGTH),
  }),
  memoryForgotten: z.strictObject({ kind: z.literal("memory-forgotten"), memoryId: idSchema }),
  checkInAsked: z.strictObject({
    kind: z.literal("check-in-asked"),
    hour: z.int().min(0).max(23),
    minute: z.int().min(0).max(59),
    timeZone: timeZoneSchema,
  }),
  checkInCancelled: z.strictObject({ kind: z.literal("check-in-cancelled") }),
  replyRetried: z.strictObject({ kind: z.literal("reply-retried"), of: seqSchema }),
};

/** What a person's own act may add to a session: the body of `POST /api/sessions/:id/events`. */
export const personEventSchema = z.discriminatedUnion("kind", [
  PERSON_EVENTS.message,
  PERSON_EVENTS.noticesAcknowledged,
  PERSON_EVENTS.languageChanged,
  PERSON_EVENTS.countryChanged,
  PERSON_EVENTS.selfReported,
  PERSON_EVENTS.memoryAdded,
  PERSON_EVENTS.memoryEdited,
  PERSON_EVENTS.memoryForgotten,
  PERSON_EVENTS.checkInAsked,
  PERSON_EVENTS.checkInCancelled,
  PERSON_EVENTS.replyRetried,
  ...LIFE_PERSON_EVENT_LIST,
]);
