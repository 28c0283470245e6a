/**
 * Calm: a place to breathe. Exercises as scripts, composed for a person, played to the sample, taken along as a file;
 * and what one's own history says, as far as it can.
 */

// Calm: the fold
export { calm, replayCalm } from "./calm.ts";
export { calmCare } from "./calm-care.ts";
export { positionOf } from "./sitting.ts";
export { INITIAL_CALM_STATE } from "./calm-state.ts";
export type { CalmNote, CalmState, Sitting, SittingWords } from "./calm-state.ts";
export type { CalmEvent, CalmPersonEvent, CalmPlatformEvent, SegmentWords } from "./calm-event.ts";
export type { CalmEffect } from "./calm-effect.ts";

// Calm: before and after
export { AFFECTIVE_SLIDER_CREDIT, isAffectiveSlider } from "./affective-slider.ts";
export type { AffectiveSlider } from "./affective-slider.ts";
export { calmHistory } from "./history/calm-history.ts";
export type { CalmChange, CalmHistory, PastSitting } from "./history/calm-history.ts";
export { LEAST_SESSIONS, meanChange } from "./history/mean-change.ts";
export type { MeanChange } from "./history/mean-change.ts";

// Calm: the library of techniques
export { CAUTIONS, TECHNIQUE_IDS } from "./calm-lists.ts";
export type { CautionId, TechniqueId } from "./calm-lists.ts";
export {
  cautionText,
  strengthText,
  techniqueById,
  TECHNIQUES,
  techniqueText,
} from "./technique/techniques.ts";
export type {
  EvidenceStrength,
  Technique,
  TechniqueEvidence,
  TechniquePart,
  TechniqueText,
} from "./technique/techniques.ts";
export { speakingSeconds } from "./technique/speaking-seconds.ts";

// Calm: composing
export { CALM_AIMS } from "./calm-lists.ts";
export type { CalmAim } from "./calm-lists.ts";
export { chooseTechnique } from "./compose/choose-technique.ts";
export type { CalmReason, TechniqueChoice, TechniqueWish } from "./compose/choose-technique.ts";
export { composeCalm } from "./compose/compose-calm.ts";
export type { CalmTaste, CalmWish, ComposedCalm } from "./compose/compose-calm.ts";
export { fitSpeech, MOST_SPEECH_RATE } from "./words/fit-speech.ts";
export type { SpeechFit } from "./words/fit-speech.ts";
export { takeWords } from "./words/take-words.ts";
export type { WordsTaken } from "./words/take-words.ts";
export { wordSlots } from "./words/word-slots.ts";
export type { WordSlot } from "./words/word-slots.ts";

// Calm: the script and its time
export { SOUNDSCAPES } from "./calm-lists.ts";
export type { SoundscapeKind } from "./calm-lists.ts";
export { CALM_SCRIPT_SCHEMA } from "./script/calm-script.ts";
export type {
  BellSegment,
  BreathPattern,
  BreathSegment,
  CalmLanguage,
  CalmScript,
  CalmSegment,
  SilenceSegment,
  Soundscape,
  WordsSegment,
} from "./script/calm-script.ts";
export { InvalidCalmScriptError } from "./script/invalid-calm-script-error.ts";
export { readCalmScript } from "./script/read-calm-script.ts";
export { scriptDurationMs, segmentDurationMs } from "./script/segment-duration.ts";
export { calmTimeline } from "./timeline/calm-timeline.ts";
export type {
  BellEvent,
  BreathPhase,
  CalmTimeline,
  PhaseEvent,
  TimelineEvent,
  WordsEvent,
} from "./timeline/calm-timeline.ts";
export { momentAt } from "./timeline/moment-at.ts";
export type { CalmMoment } from "./timeline/moment-at.ts";

// Calm: its sound
export { bellSound } from "./sound/bell.ts";
export { breathSound } from "./sound/breath-sound.ts";
export { prepareSounds } from "./sound/prepare-sounds.ts";
export type { CalmSounds } from "./sound/prepare-sounds.ts";
export { renderCalm } from "./sound/render-calm.ts";
export type { CalmPiece, SampleSpan } from "./sound/render-calm.ts";
export { soundscapeLoop } from "./sound/soundscape-loop.ts";
export type { SoundShape } from "./sound/soundscape-loop.ts";

// Calm: to take along
export { calmPack } from "./pack/calm-pack.ts";
export type { SoundForm } from "./pack/calm-pack.ts";
export { opusBlocks } from "./pack/opus-blocks.ts";
export type { OpusFrames } from "./pack/opus-blocks.ts";
export { PHASE_WORDS, toWebVtt } from "./pack/to-web-vtt.ts";
export { wavBlocks } from "./pack/wav-blocks.ts";
export { zipStore } from "./pack/zip-store.ts";
export type { ZipEntry } from "./pack/zip-store.ts";
