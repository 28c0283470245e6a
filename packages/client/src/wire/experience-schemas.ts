import type { CompanionEvent, PersonEvent, StoredEvent } from "@openempathic/experiences";
import type { CalmEvent, CalmPersonEvent } from "@openempathic/experiences/calm";
import { councilEventSchema, councilPersonEventSchema } from "@openempathic/experiences/council";
import type { CouncilEvent, CouncilPersonEvent } from "@openempathic/experiences/council";
import type { PlayEvent, PlayPersonEvent } from "@openempathic/experiences/play";
import type { StoryEvent, StoryPersonEvent } from "@openempathic/experiences/story";
import type { StudyEvent, StudyPersonEvent } from "@openempathic/experiences/study";
import type { TutorEvent, TutorPersonEvent } from "@openempathic/experiences/tutor";
import { z } from "zod";
import { calmEventSchema } from "./calm/calm-event-schema.ts";
import { calmPersonEventSchema } from "./calm/calm-person-event-schema.ts";
import { companionEventSchema } from "./companion/companion-event-schema.ts";
import { personEventSchema } from "./companion/person-event-schema.ts";
import { playEventSchema } from "./play/play-event-schema.ts";
import { playPersonEventSchema } from "./play/play-person-event-schema.ts";
import { storyEventSchema } from "./story/story-event-schema.ts";
import { storyPersonEventSchema } from "./story/story-person-event-schema.ts";
import { studyEventSchema } from "./study/study-event-schema.ts";
import { studyPersonEventSchema } from "./study/study-person-event-schema.ts";
import { tutorEventSchema } from "./tutor/tutor-event-schema.ts";
import { tutorPersonEventSchema } from "./tutor/tutor-person-event-schema.ts";

/** How the events of one experience travel. */
export interface ExperienceSchemas<PersonEvent extends { readonly kind: string }, Event extends StoredEvent> {
  /** What a person's own act may add: the body of `POST /api/sessions/:id/events`. */
  readonly personEvent: z.ZodType<PersonEvent>;
  /** One stored event, as it is read. */
  readonly event: z.ZodType<Event>;
}

/** Every experience that can be reached over the wire, by its id. One line each. */
export const EXPERIENCE_SCHEMAS = {
  companion: schemasOf<PersonEvent, CompanionEvent>(personEventSchema, companionEventSchema),
  calm: schemasOf<CalmPersonEvent, CalmEvent>(calmPersonEventSchema, calmEventSchema),
  council: schemasOf<CouncilPersonEvent, CouncilEvent>(councilPersonEventSchema, councilEventSchema),
  play: schemasOf<PlayPersonEvent, PlayEvent>(playPersonEventSchema, playEventSchema),
  story: schemasOf<StoryPersonEvent, StoryEvent>(storyPersonEventSchema, storyEventSchema),
  study: schemasOf<StudyPersonEvent, StudyEvent>(studyPersonEventSchema, studyEventSchema),
  tutor: schemasOf<TutorPersonEvent, TutorEvent>(tutorPersonEventSchema, tutorEventSchema),
};

/** An experience's id on the wire. */
export type ExperienceId = keyof typeof EXPERIENCE_SCHEMAS;

/** What a person's own act may add to a session of an experience. */
export type PersonEventOf<Id extends ExperienceId> =
  (typeof EXPERIENCE_SCHEMAS)[Id] extends ExperienceSchemas<infer Act, StoredEvent> ? Act : never;

/** One stored event of an experience. */
export type EventOf<Id extends ExperienceId> =
  (typeof EXPERIENCE_SCHEMAS)[Id] extends ExperienceSchemas<{ kind: string }, infer Event> ? Event : never;

/** The ids of all experiences. */
// The cast is safe: these are the table's own keys, and it is not empty.
export const EXPERIENCE_IDS = Object.keys(EXPERIENCE_SCHEMAS) as [ExperienceId, ...ExperienceId[]];

/** An experience's id. */
export const experienceIdSchema = z.enum(EXPERIENCE_IDS);

function schemasOf<Act extends { readonly kind: string }, Event extends StoredEvent>(
  personEvent: z.ZodType<Act>,
  event: z.ZodType<Event>,
): ExperienceSchemas<Act, Event> {
  return { personEvent, event };
}
