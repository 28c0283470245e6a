import type { Stage } from "./stage.ts";
import { storyFunctions } from "./story-functions.ts";
import type { StoryValue } from "./story-functions.ts";
import { StoryScriptError } from "./story-script-error.ts";

/**
 * The functions for expressions in a Yarn story, such as `<<if emotion("lin", "fear") > 0.3>>`: those of
 * {@link storyFunctions} that only look. Made for the `functions` option of yarn-bound (npm), and for any runner that
 * takes functions by name.
 *
 * @example
 * ```ts
 * import { makeCast, openStage, yarnFunctions } from "@openempathic/experiences/play";
 *
 * const functions = yarnFunctions(openStage(makeCast([{ id: "lin", relations: { pim: 0.4 } }])));
 * functions["likes"]?.("lin", "pim"); // => 0.4
 * ```
 */
export function yarnFunctions(
  stage: Stage,
): Readonly<Record<string, (...values: StoryValue[]) => StoryValue>> {
  return Object.fromEntries(
    Object.entries(storyFunctions(stage))
      .filter(([, { acts }]) => !acts)
      .map(([name, { run }]) => [name, (...values: StoryValue[]) => run(values) ?? ""]),
  );
}

/**
 * Runs a command of a Yarn story, such as `<<goal_is play 0.8 keeper>>`: those of {@link storyFunctions} that make
 * something happen. A word with spaces stands in double quotes. For yarn-bound, call it from `handleCommand` with the
 * result's `command`.
 *
 * @returns whether the command was one of ours; `false` leaves it to the game, which may have commands of its own
 * @throws StoryScriptError where it is ours and cannot be meant
 *
 * @example
 * ```ts
 * import { makeCast, openStage, runYarnCommand } from "@openempathic/experiences/play";
 *
 * const stage = openStage(makeCast([{ id: "lin", goals: { play: 1 } }]));
 * runYarnCommand(stage, "goal_is play 0.9"); // => true
 * runYarnCommand(stage, "play_music rain"); // => false
 * ```
 */
export function runYarnCommand(stage: Stage, command: string): boolean {
  const [name = "", ...words] = wordsOf(command);
  const functions = storyFunctions(stage);
  const found = Object.hasOwn(functions, name) ? functions[name] : undefined;
  if (found?.acts !== true) return false;
  if (words.length > found.parameters.length) {
    throw new StoryScriptError(
      name,
      `needs at most ${found.parameters.length} words (${found.parameters.join(", ")}); it got ${words.length}`,
    );
  }
  found.run(words);
  return true;
}

function wordsOf(command: string): readonly string[] {
  return [...command.matchAll(/"([^"]*)"|(\S+)/gu)].map(([, quoted, plain]) => quoted ?? plain ?? "");
}
