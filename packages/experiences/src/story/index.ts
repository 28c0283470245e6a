/** Story: the emotional arc of a script, beside the arc that its writer intends. */

// The fold
export { replayStory, story } from "./story.ts";
export { INITIAL_STORY_STATE, intendedKey } from "./story-state.ts";
export type { IntendedArc, Scene, StoryEffect, StoryState, StoryWork } from "./story-state.ts";
export { SCENE_LINES, sceneLines } from "./scene-acts.ts";
export type {
  SceneDraft,
  SceneTask,
  SceneTrouble,
  StoryEvent,
  StoryPersonEvent,
  StoryPlatformEvent,
} from "./story-event.ts";

// Scripts
export { SCRIPT_FORMATS, SCRIPT_LIMITS } from "./script/script.ts";
export type { Block, Exit, Passage, Script, ScriptFormat, ScriptPlace, Utterance } from "./script/script.ts";
export { scriptFaultText } from "./script/script-fault.ts";
export type { ScriptFault, ScriptFaultReason, ScriptReading } from "./script/script-fault.ts";
export { guessFormat, readScript } from "./script/read-script.ts";
export { readFountain } from "./fountain/read-fountain.ts";
export { readInk } from "./ink/read-ink.ts";
export { readText } from "./plain/read-text.ts";
export { readTwee } from "./twee/read-twee.ts";
export { readTwine } from "./twee/read-twine.ts";
export { readYarn } from "./yarn/read-yarn.ts";
export { STORY_SAMPLES } from "./samples/story-samples.ts";

// A way through a script
export { followPath } from "./arc/follow-path.ts";
export type { Fork, Path, Picks } from "./arc/follow-path.ts";

// Arcs
export { heardOn, clearFeeling } from "./arc/line-feeling.ts";
export type { FeelingSide } from "./arc/line-feeling.ts";
export { smoothArc } from "./arc/smooth-arc.ts";
export type { ArcSample } from "./arc/smooth-arc.ts";
export { speakersOf, storyArc } from "./arc/story-arc.ts";
export type { ArcOf, ArcPoint, Readings } from "./arc/story-arc.ts";
export { ARC_POINTS, ARC_REACH, ARC_SHAPES, drawingAt, drawShape, shapeAt } from "./arc/intended-arc.ts";
export type { ArcDrawing, ArcShape } from "./arc/intended-arc.ts";
export { nearestShapes } from "./arc/nearest-shape.ts";
export type { ShapeFit } from "./arc/nearest-shape.ts";
export { findJumps } from "./arc/find-jumps.ts";
export type { Jump } from "./arc/find-jumps.ts";
export { findFlat } from "./arc/find-flat.ts";
export type { FlatStretch } from "./arc/find-flat.ts";
export { sceneGap } from "./arc/scene-gap.ts";
export type { SceneSample } from "./arc/scene-gap.ts";

// Other words
export { isReplaceable, replaceLines } from "./write/replace-lines.ts";
export type { NewWords } from "./write/replace-lines.ts";

// Writing back and out
export { moodFor } from "./write/mood-for.ts";
export { tagScript } from "./write/tag-script.ts";
export type { MoodOf } from "./write/tag-script.ts";
export { writeSsml } from "./write/write-ssml.ts";
export { writeActingNotes } from "./write/write-acting-notes.ts";
export type { ActingNotes } from "./write/write-acting-notes.ts";
export { STORY_SCHEMA, storyExport } from "./write/story-export.ts";

// Faces
export {
  EXPRESSIONS,
  EXPRESSIONS_SCHEMA,
  expressionFor,
  expressionManifest,
  fallbackFor,
  pictureFor,
} from "./faces/expression-manifest.ts";
export type { ExpressionManifest } from "./faces/expression-manifest.ts";
export { readSpritePack, SPRITE_LIMITS, writeSpritePack } from "./faces/sprite-pack.ts";
export type { Sprite, SpriteFault, SpriteReading } from "./faces/sprite-pack.ts";
