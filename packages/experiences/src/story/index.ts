/** Story: the emotional arc of a script, beside the arc that its writer intends. */

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
