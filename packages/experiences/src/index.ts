/** Uses of the platform, each a pure fold over events. */

// The contract
export type { Experience, Step } from "./experience.ts";

// Companion: the fold
export { companion, replayCompanion } from "./companion/companion.ts";
export { pendingEffects } from "./companion/pending-effects.ts";
export type {
  CompanionEvent,
  PersonEvent,
  PlatformEvent,
  ShownResource,
  Stamp,
} from "./companion/companion-event.ts";
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

// Play: what characters feel
export { appraise } from "./play/emotion/appraise.ts";
export type { Cast } from "./play/emotion/appraise.ts";
export { makeCast, passTimeForAll } from "./play/emotion/cast.ts";
export { makeCharacter, ORDINARY_TEMPER } from "./play/emotion/character.ts";
export type {
  Belief,
  CarriedEmotion,
  Character,
  CharacterFields,
  Goal,
  Temper,
} from "./play/emotion/character.ts";
export { EMOTION_KINDS } from "./play/emotion/emotion-kind.ts";
export type { EmotionKind } from "./play/emotion/emotion-kind.ts";
export { expressionOf } from "./play/emotion/express.ts";
export type { Expression, ShownEmotion } from "./play/emotion/express.ts";
export type { Consequence, Happening } from "./play/emotion/happening.ts";
export { moodName, padOf } from "./play/emotion/pad.ts";
export type { MoodName, Pad } from "./play/emotion/pad.ts";
export { passTime } from "./play/emotion/pass-time.ts";
export { defaultMood, ORDINARY_PERSONALITY } from "./play/emotion/personality.ts";
export type { Personality } from "./play/emotion/personality.ts";

// Play: GAMYGDALA's interface over the same engine
export { Gamygdala } from "./play/emotion/gamygdala/gamygdala.ts";
export type { GamygdalaOptions } from "./play/emotion/gamygdala/gamygdala.ts";
export { GamygdalaAgent } from "./play/emotion/gamygdala/gamygdala-agent.ts";
export type { GamygdalaRelation } from "./play/emotion/gamygdala/gamygdala-agent.ts";
export { GamygdalaBelief, GamygdalaGoal } from "./play/emotion/gamygdala/gamygdala-parts.ts";
export type { GamygdalaBeliefFields, GamygdalaEmotion } from "./play/emotion/gamygdala/gamygdala-parts.ts";

// Play: difficulty, pace and tension for a player
export { adapt } from "./play/pacing/adapt.ts";
export { beginPacing, DIALS, GENTLE_BOUNDS } from "./play/pacing/pacing.ts";
export type {
  Dial,
  DialBounds,
  Dials,
  PacingEntry,
  PacingReason,
  PacingState,
  PlayerSignal,
  Wish,
} from "./play/pacing/pacing.ts";

// Play: for writers of ink and Yarn
export { bindInk } from "./play/story/bind-ink.ts";
export type { InkStory } from "./play/story/bind-ink.ts";
export { runYarnCommand, yarnFunctions } from "./play/story/bind-yarn.ts";
export { openStage } from "./play/story/stage.ts";
export type { Stage } from "./play/story/stage.ts";
export { storyFunctions } from "./play/story/story-functions.ts";
export type { StoryFunction, StoryValue } from "./play/story/story-functions.ts";
export { StoryScriptError } from "./play/story/story-script-error.ts";
