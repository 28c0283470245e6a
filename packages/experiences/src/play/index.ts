/** Play: characters that feel, a game that adapts to its player, and a night in a tea house. */

// The fold
export { play } from "./play.ts";
export type { PlayEffect } from "./play.ts";
export type { NotWorded, PlayEvent, PlayPersonEvent, PlayPlatformEvent, Teller } from "./play-event.ts";
export { brewOf, HOME_DIALS, INITIAL_PLAY_STATE, isCareFirst, maySpeak, spokenTurns } from "./play-state.ts";
export type { PlayState, SpokenMessage } from "./play-state.ts";

// The night in the tea house
export { brewAt, cupQuality, scoreBrew, teaFor, TEAS } from "./tea/brew.ts";
export type { Brew, Tea } from "./tea/brew.ts";
export { GUESTS, guestsAtDusk, KEEPER } from "./tea/guests.ts";
export type { Guest } from "./tea/guests.ts";
export { guestOf, MOMENTS, nightfall } from "./tea/night.ts";
export type { Cup, TeaLine, TeaNight, TeaWordKey } from "./tea/night.ts";
export { beginNight } from "./tea/tell.ts";
export { teaInk } from "./tea/tea-ink.ts";
export { teaText } from "./tea/tea-text.ts";
export { TONES, toneOf } from "./tea/tone.ts";
export type { Tone } from "./tea/tone.ts";

// What characters feel
export { appraise } from "./emotion/appraise.ts";
export type { Cast } from "./emotion/appraise.ts";
export { makeCast, passTimeForAll } from "./emotion/cast.ts";
export { makeCharacter, ORDINARY_TEMPER } from "./emotion/character.ts";
export type {
  Belief,
  CarriedEmotion,
  Character,
  CharacterFields,
  Goal,
  Temper,
} from "./emotion/character.ts";
export { EMOTION_KINDS } from "./emotion/emotion-kind.ts";
export type { EmotionKind } from "./emotion/emotion-kind.ts";
export { expressionOf } from "./emotion/express.ts";
export type { Expression, ShownEmotion } from "./emotion/express.ts";
export type { Consequence, Happening } from "./emotion/happening.ts";
export { moodName, padOf } from "./emotion/pad.ts";
export type { MoodName, Pad } from "./emotion/pad.ts";
export { passTime } from "./emotion/pass-time.ts";
export { defaultMood, ORDINARY_PERSONALITY } from "./emotion/personality.ts";
export type { Personality } from "./emotion/personality.ts";

// GAMYGDALA's interface over the same engine
export { Gamygdala } from "./emotion/gamygdala/gamygdala.ts";
export type { GamygdalaOptions } from "./emotion/gamygdala/gamygdala.ts";
export { GamygdalaAgent } from "./emotion/gamygdala/gamygdala-agent.ts";
export type { GamygdalaRelation } from "./emotion/gamygdala/gamygdala-agent.ts";
export { GamygdalaBelief, GamygdalaGoal } from "./emotion/gamygdala/gamygdala-parts.ts";
export type { GamygdalaBeliefFields, GamygdalaEmotion } from "./emotion/gamygdala/gamygdala-parts.ts";

// Difficulty, pace and tension for a player
export { adapt } from "./pacing/adapt.ts";
export { beginPacing, DIALS, GENTLE_BOUNDS } from "./pacing/pacing.ts";
export type {
  Dial,
  DialBounds,
  Dials,
  PacingEntry,
  PacingReason,
  PacingState,
  PlayerSignal,
  Wish,
} from "./pacing/pacing.ts";

// For writers of ink and Yarn
export { bindInk } from "./story/bind-ink.ts";
export type { InkStory } from "./story/bind-ink.ts";
export { runYarnCommand, yarnFunctions } from "./story/bind-yarn.ts";
export { openStage } from "./story/stage.ts";
export type { Stage } from "./story/stage.ts";
export { storyFunctions } from "./story/story-functions.ts";
export type { StoryFunction, StoryValue } from "./story/story-functions.ts";
export { StoryScriptError } from "./story/story-script-error.ts";
export { tellInk } from "./story/ink-turn.ts";
export type { InkGoingOn, InkTurn, TellableStory } from "./story/ink-turn.ts";

// The line to a game outside
export { describePlay, EMPTY_LINE, hearOnLine, PLAY_PROTOCOL, takePlayMessage } from "./line/play-line.ts";
export type { PlayAnswer, PlayMessage, PlaySave } from "./line/play-line.ts";
