import { expressionOf } from "../emotion/express.ts";
import { DIALS } from "../pacing/pacing.ts";
import type { Stage } from "./stage.ts";
import { storyFunctions } from "./story-functions.ts";
import type { StoryValue } from "./story-functions.ts";

/** What is used of inkjs's `Story`; any engine with these will do. */
export interface InkStory {
  // The names are those of inkjs.
  BindExternalFunction(
    name: string,
    run: (...values: StoryValue[]) => unknown,
    lookaheadSafe?: boolean,
  ): void;
  readonly variablesState: {
    GlobalVariableExistsWithName(name: string): boolean;
    $(name: string, value: StoryValue): unknown;
  };
}

/**
 * Gives an ink story the characters' feelings: every function of {@link storyFunctions} as an EXTERNAL function, and,
 * where the story declares them with VAR, variables that follow the stage: `difficulty`, `pace`, `tension`, and for each
 * character `<id>_feels` (the strongest emotion, or "none"), `<id>_mood` (its name) and `<id>_pleasure`, `<id>_arousal`,
 * `<id>_dominance` (-1 to 1).
 *
 * @param story made by inkjs, before its first `Continue`
 * @returns `sync`, which brings the variables up to date: call it before each `Continue`
 *
 * @example
 * ```ts
 * import { bindInk, makeCast, openStage } from "@openempathic/experiences/play";
 *
 * const bound: string[] = [];
 * const variablesState = { GlobalVariableExistsWithName: () => false, $: () => undefined };
 * bindInk({ BindExternalFunction: (name) => bound.push(name), variablesState }, openStage(makeCast([])));
 * bound.includes("emotion"); // => true
 * ```
 */
export function bindInk(story: InkStory, stage: Stage): { readonly sync: () => void } {
  for (const [name, { acts, run }] of Object.entries(storyFunctions(stage))) {
    // ink looks a line ahead; what acts must not run before the reader is there.
    story.BindExternalFunction(name, (...values) => run(values), !acts);
  }
  const sync = (): void => {
    for (const [name, value] of variablesOf(stage)) {
      if (story.variablesState.GlobalVariableExistsWithName(name)) story.variablesState.$(name, value);
    }
  };
  sync();
  return { sync };
}

function variablesOf(stage: Stage): readonly (readonly [name: string, value: StoryValue])[] {
  const dials = stage.dials();
  return [
    ...DIALS.map((dial) => [dial, dials[dial]] as const),
    ...Object.values(stage.cast()).flatMap((character) => {
      const { pad, mood, emotions } = expressionOf(character);
      const { id } = character;
      return [
        [`${id}_feels`, emotions[0]?.kind ?? "none"],
        [`${id}_mood`, mood.name],
        [`${id}_pleasure`, pad.pleasure],
        [`${id}_arousal`, pad.arousal],
        [`${id}_dominance`, pad.dominance],
      ] as const;
    }),
  ];
}
