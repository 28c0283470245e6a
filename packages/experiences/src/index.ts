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

// Companion: the fold
export { companion, replayCompanion } from "./companion/companion.ts";
export { pendingEffects } from "./companion/pending-effects.ts";
export type {
  CompanionEvent,
  PersonEvent,
  PlatformEvent,
  ShownResource,
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

// Calm: the fold
export { calm, replayCalm } from "./calm/calm.ts";
export { calmCare, pendingCalmEffects } from "./calm/calm-outputs.ts";
export { positionOf } from "./calm/sitting.ts";
export { INITIAL_CALM_STATE } from "./calm/calm-state.ts";
export type { CalmNote, CalmState, Sitting, SittingWords } from "./calm/calm-state.ts";
export type { CalmEvent, CalmPersonEvent, CalmPlatformEvent, SegmentWords } from "./calm/calm-event.ts";
export type { CalmEffect, CalmOutput, CalmShow } from "./calm/calm-output.ts";

// Calm: before and after
export { AFFECTIVE_SLIDER_CREDIT, isAffectiveSlider } from "./calm/affective-slider.ts";
export type { AffectiveSlider } from "./calm/affective-slider.ts";
export { calmHistory } from "./calm/history/calm-history.ts";
export type { CalmChange, CalmHistory, PastSitting } from "./calm/history/calm-history.ts";
export { LEAST_SESSIONS, meanChange } from "./calm/history/mean-change.ts";
export type { MeanChange } from "./calm/history/mean-change.ts";

// Calm: the library of techniques
export {
  CAUTIONS,
  cautionText,
  strengthText,
  techniqueById,
  TECHNIQUES,
  techniqueText,
} from "./calm/technique/techniques.ts";
export type {
  CautionId,
  EvidenceStrength,
  Technique,
  TechniqueEvidence,
  TechniquePart,
  TechniqueText,
} from "./calm/technique/techniques.ts";
export { speakingSeconds } from "./calm/technique/speaking-seconds.ts";

// Calm: composing
export { CALM_AIMS, chooseTechnique } from "./calm/compose/choose-technique.ts";
export type { CalmAim, CalmReason, TechniqueChoice, TechniqueWish } from "./calm/compose/choose-technique.ts";
export { composeCalm } from "./calm/compose/compose-calm.ts";
export type { CalmTaste, CalmWish, ComposedCalm } from "./calm/compose/compose-calm.ts";
export { takeWords } from "./calm/words/take-words.ts";
export type { WordsTaken } from "./calm/words/take-words.ts";
export { wordSlots } from "./calm/words/word-slots.ts";
export type { WordSlot } from "./calm/words/word-slots.ts";

// Calm: the script and its time
export { CALM_SCRIPT_SCHEMA } from "./calm/script/calm-script.ts";
export type {
  BellSegment,
  BreathPattern,
  BreathSegment,
  CalmLanguage,
  CalmScript,
  CalmSegment,
  SilenceSegment,
  Soundscape,
  SoundscapeKind,
  TechniqueId,
  WordsSegment,
} from "./calm/script/calm-script.ts";
export { InvalidCalmScriptError } from "./calm/script/invalid-calm-script-error.ts";
export { readCalmScript } from "./calm/script/read-calm-script.ts";
export { scriptDurationMs, segmentDurationMs } from "./calm/script/segment-duration.ts";
export { calmTimeline } from "./calm/timeline/calm-timeline.ts";
export type {
  BellEvent,
  BreathPhase,
  CalmTimeline,
  PhaseEvent,
  TimelineEvent,
  WordsEvent,
} from "./calm/timeline/calm-timeline.ts";
export { momentAt } from "./calm/timeline/moment-at.ts";
export type { CalmMoment } from "./calm/timeline/moment-at.ts";

// Calm: its sound
export { bellSound } from "./calm/sound/bell.ts";
export { breathSound } from "./calm/sound/breath-sound.ts";
export { prepareSounds } from "./calm/sound/prepare-sounds.ts";
export type { CalmSounds } from "./calm/sound/prepare-sounds.ts";
export { renderCalm } from "./calm/sound/render-calm.ts";
export type { CalmPiece, SampleSpan } from "./calm/sound/render-calm.ts";
export { soundscapeLoop } from "./calm/sound/soundscape-loop.ts";
export type { SoundShape } from "./calm/sound/soundscape-loop.ts";

// Calm: to take along
export { calmPack } from "./calm/pack/calm-pack.ts";
export { PHASE_WORDS, toWebVtt } from "./calm/pack/to-web-vtt.ts";
export { wavBlocks } from "./calm/pack/wav-blocks.ts";
export { zipStore } from "./calm/pack/zip-store.ts";
export type { ZipEntry } from "./calm/pack/zip-store.ts";
