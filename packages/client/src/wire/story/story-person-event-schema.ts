import { ARC_POINTS, SCRIPT_FORMATS, SCRIPT_LIMITS } from "@openempathic/experiences/story";
import { z } from "zod";
import { categoryIdSchema } from "../estimate-schema.ts";
import { maybe, seqSchema, writtenText } from "../field.ts";
import { FRAME_PERSON_EVENTS } from "../frame-event-schema.ts";

/** Words that may be empty. */
const words = (max: number) =>
  z
    .string()
    .max(max)
    .regex(/^[^\0\p{Surrogate}]*$/u, { error: "must be well-formed Unicode without NUL characters" });

const index = z.int().nonnegative();
const speaker = maybe(writtenText(SCRIPT_LIMITS.name));

/** What a writer can do, one schema each. */
export const STORY_PERSON_EVENTS = {
  scriptBrought: z.strictObject({
    kind: z.literal("script-brought"),
    name: writtenText(SCRIPT_LIMITS.name),
    format: z.enum(SCRIPT_FORMATS),
    source: writtenText(SCRIPT_LIMITS.source),
  }),
  forkPicked: z.strictObject({ kind: z.literal("fork-picked"), block: index, visit: index, exit: index }),
  moodSet: z.strictObject({
    kind: z.literal("mood-set"),
    of: seqSchema,
    mood: z.union([categoryIdSchema, z.enum(["none", "as-read"])]),
  }),
  arcIntended: z.strictObject({
    kind: z.literal("arc-intended"),
    speaker,
    drawing: z.array(z.number().min(-1).max(1)).length(ARC_POINTS).nullable(),
  }),
  arcUndone: z.strictObject({ kind: z.literal("arc-undone"), speaker }),
  readerDescribed: z.strictObject({
    kind: z.literal("reader-described"),
    likes: words(500),
    avoids: words(500),
  }),
  sceneAsked: z.strictObject({
    kind: z.literal("scene-asked"),
    from: seqSchema,
    to: seqSchema,
    task: z.enum(["rewrite", "anew"]),
    wish: words(1000),
    forReader: z.boolean(),
  }),
  sceneDecided: z.strictObject({ kind: z.literal("scene-decided"), of: seqSchema, take: z.boolean() }),
  wordsUndone: z.strictObject({ kind: z.literal("words-undone") }),
};

/** What a writer may add to a session. */
export const storyPersonEventSchema = z.discriminatedUnion("kind", [
  FRAME_PERSON_EVENTS.noticesAcknowledged,
  FRAME_PERSON_EVENTS.languageChanged,
  FRAME_PERSON_EVENTS.countryChanged,
  STORY_PERSON_EVENTS.scriptBrought,
  STORY_PERSON_EVENTS.forkPicked,
  STORY_PERSON_EVENTS.moodSet,
  STORY_PERSON_EVENTS.arcIntended,
  STORY_PERSON_EVENTS.arcUndone,
  STORY_PERSON_EVENTS.readerDescribed,
  STORY_PERSON_EVENTS.sceneAsked,
  STORY_PERSON_EVENTS.sceneDecided,
  STORY_PERSON_EVENTS.wordsUndone,
]);
