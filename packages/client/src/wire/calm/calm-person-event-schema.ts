import { CALM_AIMS, CAUTIONS, SOUNDSCAPES, TECHNIQUE_IDS } from "@openempathic/experiences/calm";
import { z } from "zod";
import { maybe, seqSchema, writtenText } from "../field.ts";
import { FRAME_PERSON_EVENTS } from "../frame-event-schema.ts";

/** The longest note, in UTF-16 units. */
export const NOTE_MAX_LENGTH = 2000;

const unitSchema = z.number().min(0).max(1);
const sliderSchema = z.strictObject({ valence: unitSchema, arousal: unitSchema });
const placeSchema = z.number().min(0).max(7200);

const tasteSchema = z.strictObject({
  soundscape: maybe(z.enum(SOUNDSCAPES)),
  level: maybe(unitSchema),
  bells: maybe(z.boolean()),
  breathSound: maybe(z.boolean()),
  holds: maybe(z.boolean()),
});

/** The shape of each kind of event that a person's own act may add. */
export const CALM_PERSON_EVENTS = {
  ...FRAME_PERSON_EVENTS,
  sittingAsked: z.strictObject({
    kind: z.literal("sitting-asked"),
    minutes: z.number().min(0.5).max(60),
    technique: maybe(z.enum(TECHNIQUE_IDS)),
    aim: maybe(z.enum(CALM_AIMS)),
    before: maybe(sliderSchema),
    cautions: maybe(z.array(z.enum(CAUTIONS)).max(CAUTIONS.length)),
    hour: maybe(z.int().min(0).max(23)),
    taste: maybe(tasteSchema),
    writeWords: maybe(z.boolean()),
  }),
  sittingBegun: z.strictObject({ kind: z.literal("sitting-begun"), of: seqSchema }),
  sittingPaused: z.strictObject({ kind: z.literal("sitting-paused"), of: seqSchema, atSeconds: placeSchema }),
  sittingResumed: z.strictObject({
    kind: z.literal("sitting-resumed"),
    of: seqSchema,
    atSeconds: placeSchema,
  }),
  sittingEnded: z.strictObject({
    kind: z.literal("sitting-ended"),
    of: seqSchema,
    atSeconds: placeSchema,
    how: z.enum(["finished", "stopped"]),
  }),
  sittingRated: z.strictObject({ kind: z.literal("sitting-rated"), of: seqSchema, after: sliderSchema }),
  sittingForgotten: z.strictObject({ kind: z.literal("sitting-forgotten"), of: seqSchema }),
  noteWritten: z.strictObject({ kind: z.literal("note-written"), text: writtenText(NOTE_MAX_LENGTH) }),
};

/** What a person's own act may add to a calm session. */
export const calmPersonEventSchema = z.discriminatedUnion("kind", [
  CALM_PERSON_EVENTS.noticesAcknowledged,
  CALM_PERSON_EVENTS.languageChanged,
  CALM_PERSON_EVENTS.countryChanged,
  CALM_PERSON_EVENTS.sittingAsked,
  CALM_PERSON_EVENTS.sittingBegun,
  CALM_PERSON_EVENTS.sittingPaused,
  CALM_PERSON_EVENTS.sittingResumed,
  CALM_PERSON_EVENTS.sittingEnded,
  CALM_PERSON_EVENTS.sittingRated,
  CALM_PERSON_EVENTS.sittingForgotten,
  CALM_PERSON_EVENTS.noteWritten,
]);
