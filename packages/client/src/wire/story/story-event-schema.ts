import { shownResourceSchema } from "@openempathic/experiences";
import { z } from "zod";
import { estimateSchema } from "../estimate-schema.ts";
import { maybe, seqSchema } from "../field.ts";
import { STAMP, STORED_FRAME_EVENTS } from "../frame-event-schema.ts";
import { STORY_PERSON_EVENTS } from "./story-person-event-schema.ts";

const draftSchema = z.object({
  words: z.array(z.object({ of: seqSchema, text: z.string() })),
  gap: z.number().nullable(),
});

/** One stored event of a writer's session, as it is read. */
export const storyEventSchema = z.discriminatedUnion("kind", [
  ...STORED_FRAME_EVENTS,
  z.object({
    ...STAMP,
    ...STORY_PERSON_EVENTS.scriptBrought.shape,
    name: z.string(),
    source: z.string(),
  }),
  z.object({ ...STAMP, ...STORY_PERSON_EVENTS.forkPicked.shape }),
  z.object({ ...STAMP, ...STORY_PERSON_EVENTS.moodSet.shape }),
  z.object({ ...STAMP, ...STORY_PERSON_EVENTS.arcIntended.shape }),
  z.object({ ...STAMP, ...STORY_PERSON_EVENTS.arcUndone.shape }),
  z.object({ ...STAMP, ...STORY_PERSON_EVENTS.readerDescribed.shape }),
  z.object({ ...STAMP, ...STORY_PERSON_EVENTS.sceneAsked.shape }),
  z.object({ ...STAMP, ...STORY_PERSON_EVENTS.sceneDecided.shape }),
  z.object({ ...STAMP, ...STORY_PERSON_EVENTS.wordsUndone.shape }),
  z.object({
    ...STAMP,
    kind: z.literal("lines-read"),
    script: seqSchema,
    readings: z.array(z.object({ of: seqSchema, estimate: estimateSchema })),
  }),
  z.object({ ...STAMP, kind: z.literal("lines-not-read"), script: seqSchema, of: z.array(seqSchema) }),
  z.object({
    ...STAMP,
    kind: z.literal("scene-written"),
    of: seqSchema,
    drafts: z.array(draftSchema),
    best: z.int().nonnegative(),
    gapBefore: z.number().nullable(),
    model: z.string(),
    perceiver: z.string(),
  }),
  z.object({
    ...STAMP,
    kind: z.literal("scene-not-written"),
    of: seqSchema,
    trouble: z.enum(["no-model", "model-trouble", "unusable", "unsafe", "risk"]),
    care: maybe(z.object({ text: z.string(), resources: z.array(shownResourceSchema) })),
  }),
]);
