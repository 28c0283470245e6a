import { LEARNING_FEELINGS } from "@openempathic/experiences/tutor";
import { z } from "zod";
import { idSchema, writtenText } from "../field.ts";
import { FRAME_PERSON_EVENTS } from "../frame-event-schema.ts";
import { courseSchema } from "./course-schema.ts";

/** How learning may feel. */
export const learningFeelingSchema = z.enum(LEARNING_FEELINGS);

/** What a learner can do, one schema each. */
export const TUTOR_PERSON_EVENTS = {
  courseChosen: z.strictObject({ kind: z.literal("course-chosen"), courseId: idSchema }),
  courseBrought: z.strictObject({ kind: z.literal("course-brought"), course: courseSchema }),
  lessonOpened: z.strictObject({ kind: z.literal("lesson-opened"), unitId: idSchema }),
  taskAsked: z.strictObject({ kind: z.literal("task-asked") }),
  answered: z.strictObject({ kind: z.literal("answered"), itemId: idSchema, answer: writtenText(500) }),
  hintAsked: z.strictObject({ kind: z.literal("hint-asked"), itemId: idSchema }),
  rewordingAsked: z.strictObject({ kind: z.literal("rewording-asked"), itemId: idSchema }),
  taskSkipped: z.strictObject({ kind: z.literal("task-skipped"), itemId: idSchema }),
  said: z.strictObject({ kind: z.literal("said"), text: writtenText(2_000) }),
  felt: z.strictObject({ kind: z.literal("felt"), feeling: learningFeelingSchema }),
  feelingsSwitched: z.strictObject({ kind: z.literal("feelings-switched"), on: z.boolean() }),
};

/** What a learner may add to a session. */
export const tutorPersonEventSchema = z.discriminatedUnion("kind", [
  FRAME_PERSON_EVENTS.noticesAcknowledged,
  FRAME_PERSON_EVENTS.languageChanged,
  FRAME_PERSON_EVENTS.countryChanged,
  TUTOR_PERSON_EVENTS.courseChosen,
  TUTOR_PERSON_EVENTS.courseBrought,
  TUTOR_PERSON_EVENTS.lessonOpened,
  TUTOR_PERSON_EVENTS.taskAsked,
  TUTOR_PERSON_EVENTS.answered,
  TUTOR_PERSON_EVENTS.hintAsked,
  TUTOR_PERSON_EVENTS.rewordingAsked,
  TUTOR_PERSON_EVENTS.taskSkipped,
  TUTOR_PERSON_EVENTS.said,
  TUTOR_PERSON_EVENTS.felt,
  TUTOR_PERSON_EVENTS.feelingsSwitched,
]);
