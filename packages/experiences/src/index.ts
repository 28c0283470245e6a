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
  Memory,
  MemoryProposal,
  MessageEntry,
  NoticesEntry,
  Reply,
  ReplyAuthor,
} from "./companion/companion-state.ts";

// Companion: its parts
export { checkInGreeting } from "./companion/check-in.ts";
export { redactMemory } from "./companion/memory.ts";
export { smallFacts } from "./companion/small-facts.ts";
export { nextDailyTime } from "./companion/next-daily-time.ts";
export type { DailyTime } from "./companion/next-daily-time.ts";
export type { Chronicle } from "./companion/chronicle.ts";
