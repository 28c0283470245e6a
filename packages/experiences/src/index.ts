/**
 * Uses of the platform, each a pure fold over events. The companion and what all share are here; every other
 * experience is entered by its own name, such as `@openempathic/experiences/calm`.
 */

// The contract
export type { Experience, Step } from "./experience.ts";

// What the sessions of all experiences share
export {
  dueAmong,
  INITIAL_SESSION_FRAME,
  mayPerceiveText,
  noticesToShow,
  takeEvent,
  takeFrameEvent,
} from "./session/session-frame.ts";
export type { SessionFrame, ShowNotices, TakeRules } from "./session/session-frame.ts";
export type {
  FrameEvent,
  FramePersonEvent,
  FramePlatformEvent,
  Stamp,
  StoredEvent,
  Unstamped,
} from "./session/session-event.ts";
export { shownResourceSchema } from "./session/shown-resource-schema.ts";

// Companion: the fold
export { companion, replayCompanion } from "./companion/companion.ts";
export { pendingEffects } from "./companion/pending-effects.ts";
export type { CompanionEvent, PersonEvent, PlatformEvent } from "./companion/companion-event.ts";
export type { CompanionEffect, CompanionOutput, CompanionShow } from "./companion/companion-output.ts";

// Companion: reading its state
export {
  affectHistoryOf,
  conversationOf,
  memoriesOf,
  messageOf,
  titleOf,
  turnsOf,
} from "./companion/conversation.ts";
export { INITIAL_COMPANION_STATE } from "./companion/companion-state.ts";
export type {
  AffectPoint,
  CheckIn,
  CheckInEntry,
  CompanionState,
  ConversationEntry,
  LifeQuestionEntry,
  Memory,
  MemoryProposal,
  MessageEntry,
  NoticesEntry,
  Reply,
  ReplyAuthor,
  RoutineEntry,
  SelfReport,
} from "./companion/companion-state.ts";

// Companion: its parts
export { checkInGreeting } from "./companion/check-in.ts";
export { redactMemory } from "./companion/memory.ts";
export { smallFacts } from "./companion/small-facts.ts";
export { nextDailyTime } from "./companion/next-daily-time.ts";
export type { DailyTime } from "./companion/next-daily-time.ts";
export type { Chronicle } from "./companion/chronicle.ts";
export { rememberedFor } from "./companion/remembered-for.ts";

// Companion: a life story
export { isLifeChapter, LIFE_CHAPTERS } from "./companion/life/life-chapter.ts";
export type { LifeChapter } from "./companion/life/life-chapter.ts";
export { chaptersOf, EMPTY_LIFE_STORY } from "./companion/life/life-story.ts";
export type { LifeStory, Passage, PassageProposal } from "./companion/life/life-story.ts";
export { nextLifeQuestion } from "./companion/life/life-questions.ts";
export type { LifeQuestion } from "./companion/life/life-questions.ts";
export { chapterToldIn } from "./companion/life/told-of-life.ts";
export { PASSAGE_MAX_LENGTH, questionWishedIn } from "./companion/life/ask-of-life.ts";
export { bookTitle, chapterTitle, lifeBook, lifeMarkdown } from "./companion/life/life-book.ts";
export type { LifeBook } from "./companion/life/life-book.ts";

// Companion: routines and quiet hours
export { activeRoutines } from "./companion/routine/keep-routines.ts";
export { LATEST_MS, nextRoutineTime, SNOOZE_MINUTES } from "./companion/routine/routine.ts";
export type { Routine } from "./companion/routine/routine.ts";
export { afterQuietHours, isQuiet } from "./companion/routine/quiet-hours.ts";
export type { QuietHours } from "./companion/routine/quiet-hours.ts";
export { routineReminder } from "./companion/routine/routine-words.ts";

// Companion: people and what is given to a carer
export { suggestionAt } from "./companion/people/keep-people.ts";
export type { KeptPerson, NamedPeople, PersonSuggestion } from "./companion/people/named-people.ts";
export { draftDigest } from "./companion/digest/draft-digest.ts";
export type { DigestGroup, DigestLine, DigestPeriod } from "./companion/digest/draft-digest.ts";
export { digestText } from "./companion/digest/digest-words.ts";
export { excerpt } from "./companion/digest/excerpt.ts";
export { DIGEST_MAX_LENGTH } from "./companion/digest/digest.ts";
export type { Digest } from "./companion/digest/digest.ts";
