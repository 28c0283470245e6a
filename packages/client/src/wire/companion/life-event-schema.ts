import {
  DIGEST_MAX_LENGTH,
  LIFE_CHAPTERS,
  PASSAGE_MAX_LENGTH,
  SNOOZE_MINUTES,
} from "@openempathic/experiences";
import { z } from "zod";
import { idSchema, maybe, momentSchema, seqSchema, writtenText } from "../field.ts";
import { STAMP } from "../frame-event-schema.ts";
import { timeZoneSchema } from "./time-zone-schema.ts";

const chapterSchema = z.enum(LIFE_CHAPTERS);
const minuteOfDaySchema = z.int().min(0).max(1439);

/** Text that may be left empty, at most `max` UTF-16 units, storable everywhere. */
function maybeEmpty(max: number): z.ZodString {
  return z
    .string()
    .max(max, { error: `must be at most ${String(max)} characters long` })
    .regex(/^[^\0\p{Surrogate}]*$/u, { error: "must be well-formed Unicode without NUL characters" });
}

const PASSAGE = { passageId: idSchema, chapter: chapterSchema, text: writtenText(PASSAGE_MAX_LENGTH) };

/** What a person's own act may add about their life, their days, their people, and what they give to a carer. */
export const LIFE_PERSON_EVENTS = {
  lifeAdded: z.strictObject({ kind: z.literal("life-added"), ...PASSAGE }),
  lifeEdited: z.strictObject({ kind: z.literal("life-edited"), ...PASSAGE }),
  lifeForgotten: z.strictObject({ kind: z.literal("life-forgotten"), passageId: idSchema }),
  lifeQuestionWished: z.strictObject({
    kind: z.literal("life-question-wished"),
    chapter: maybe(chapterSchema),
  }),
  routineSet: z.strictObject({
    kind: z.literal("routine-set"),
    routineId: idSchema,
    text: writtenText(200),
    hour: z.int().min(0).max(23),
    minute: z.int().min(0).max(59),
    timeZone: timeZoneSchema,
    days: z.array(z.int().min(1).max(7)).min(1).max(7),
  }),
  routineDone: z.strictObject({ kind: z.literal("routine-done"), routineId: idSchema }),
  routineSnoozed: z.strictObject({
    kind: z.literal("routine-snoozed"),
    routineId: idSchema,
    minutes: z.int().min(SNOOZE_MINUTES.least).max(SNOOZE_MINUTES.most),
  }),
  routineEnded: z.strictObject({ kind: z.literal("routine-ended"), routineId: idSchema }),
  quietHoursSet: z.strictObject({
    kind: z.literal("quiet-hours-set"),
    fromMinute: minuteOfDaySchema,
    toMinute: minuteOfDaySchema,
    timeZone: timeZoneSchema,
  }),
  quietHoursCleared: z.strictObject({ kind: z.literal("quiet-hours-cleared") }),
  personKept: z.strictObject({
    kind: z.literal("person-kept"),
    personId: idSchema,
    name: writtenText(80),
    relation: maybeEmpty(120),
    reach: maybeEmpty(300),
    maySuggest: z.boolean(),
  }),
  personForgotten: z.strictObject({ kind: z.literal("person-forgotten"), personId: idSchema }),
  suggestionWished: z.strictObject({ kind: z.literal("suggestion-wished") }),
  suggestionDismissed: z.strictObject({ kind: z.literal("suggestion-dismissed"), of: seqSchema }),
  digestApproved: z.strictObject({
    kind: z.literal("digest-approved"),
    digestId: idSchema,
    fromMs: momentSchema,
    toMs: momentSchema,
    text: writtenText(DIGEST_MAX_LENGTH),
  }),
  digestForgotten: z.strictObject({ kind: z.literal("digest-forgotten"), digestId: idSchema }),
};

/** All of them, to be spread into the union of a person's acts. */
export const LIFE_PERSON_EVENT_LIST = [
  LIFE_PERSON_EVENTS.lifeAdded,
  LIFE_PERSON_EVENTS.lifeEdited,
  LIFE_PERSON_EVENTS.lifeForgotten,
  LIFE_PERSON_EVENTS.lifeQuestionWished,
  LIFE_PERSON_EVENTS.routineSet,
  LIFE_PERSON_EVENTS.routineDone,
  LIFE_PERSON_EVENTS.routineSnoozed,
  LIFE_PERSON_EVENTS.routineEnded,
  LIFE_PERSON_EVENTS.quietHoursSet,
  LIFE_PERSON_EVENTS.quietHoursCleared,
  LIFE_PERSON_EVENTS.personKept,
  LIFE_PERSON_EVENTS.personForgotten,
  LIFE_PERSON_EVENTS.suggestionWished,
  LIFE_PERSON_EVENTS.suggestionDismissed,
  LIFE_PERSON_EVENTS.digestApproved,
  LIFE_PERSON_EVENTS.digestForgotten,
] as const;

// As it is read: forgetting leaves an event with other words, or none.
const STORED_TEXT = { text: z.string() };
const STORED_ZONE = { timeZone: z.string() };

/** The same as they are stored, with what the platform adds; to be spread into the companion's union. */
export const STORED_LIFE_EVENTS = [
  z.object({ ...STAMP, ...LIFE_PERSON_EVENTS.lifeAdded.shape, ...STORED_TEXT }),
  z.object({ ...STAMP, ...LIFE_PERSON_EVENTS.lifeEdited.shape, ...STORED_TEXT }),
  z.object({ ...STAMP, ...LIFE_PERSON_EVENTS.lifeForgotten.shape }),
  z.object({ ...STAMP, ...LIFE_PERSON_EVENTS.lifeQuestionWished.shape }),
  z.object({ ...STAMP, ...LIFE_PERSON_EVENTS.routineSet.shape, ...STORED_TEXT, ...STORED_ZONE }),
  z.object({ ...STAMP, ...LIFE_PERSON_EVENTS.routineDone.shape }),
  z.object({ ...STAMP, ...LIFE_PERSON_EVENTS.routineSnoozed.shape }),
  z.object({ ...STAMP, ...LIFE_PERSON_EVENTS.routineEnded.shape }),
  z.object({ ...STAMP, ...LIFE_PERSON_EVENTS.quietHoursSet.shape, ...STORED_ZONE }),
  z.object({ ...STAMP, ...LIFE_PERSON_EVENTS.quietHoursCleared.shape }),
  z.object({
    ...STAMP,
    ...LIFE_PERSON_EVENTS.personKept.shape,
    name: z.string(),
    relation: z.string(),
    reach: z.string(),
  }),
  z.object({ ...STAMP, ...LIFE_PERSON_EVENTS.personForgotten.shape }),
  z.object({ ...STAMP, ...LIFE_PERSON_EVENTS.suggestionWished.shape }),
  z.object({ ...STAMP, ...LIFE_PERSON_EVENTS.suggestionDismissed.shape }),
  z.object({ ...STAMP, ...LIFE_PERSON_EVENTS.digestApproved.shape, ...STORED_TEXT }),
  z.object({ ...STAMP, ...LIFE_PERSON_EVENTS.digestForgotten.shape }),
  z.object({ ...STAMP, kind: z.literal("routine-reminded"), routineId: z.string(), text: z.string() }),
  z.object({ ...STAMP, kind: z.literal("times-passed") }),
  z.object({
    ...STAMP,
    kind: z.literal("life-question"),
    of: seqSchema,
    questionId: z.string(),
    chapter: chapterSchema,
    text: z.string(),
  }),
  z.object({
    ...STAMP,
    kind: z.literal("life-proposed"),
    passageId: z.string(),
    of: seqSchema,
    chapter: chapterSchema,
    text: z.string(),
  }),
] as const;
