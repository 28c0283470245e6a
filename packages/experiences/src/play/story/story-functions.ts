import type { Character } from "../emotion/character.ts";
import { EMOTION_KINDS } from "../emotion/emotion-kind.ts";
import { expressionOf } from "../emotion/express.ts";
import type { Happening } from "../emotion/happening.ts";
import { DIALS } from "../pacing/pacing.ts";
import type { Stage } from "./stage.ts";
import { StoryScriptError } from "./story-script-error.ts";

/** What ink and Yarn hand over and take back. */
export type StoryValue = string | number | boolean;

/** One function that a writer can call. Those that only look give a value; those that make something happen do not. */
export interface StoryFunction {
  readonly parameters: readonly string[];
  /** Whether it makes something happen; then it is for its own line, and never called ahead of the reader. */
  readonly acts: boolean;
  readonly run: (values: readonly StoryValue[]) => StoryValue | undefined;
}

/**
 * The functions that a writer can use, by name, the same in ink and in Yarn.
 *
 * Looking: `emotion(who, kind)` how strong, 0 to 1; `strongest(who)` the strongest emotion, or "none"; `mood(who, axis)`
 * with axis pleasure, arousal or dominance, -1 to 1; `mood_name(who)`; `likes(who, other)` -1 to 1; `goal(who, goal)` how
 * likely they think it is, 0 to 1; `dial(name)` with difficulty, pace or tension, 0 to 1.
 *
 * Making something happen, where `by` is who did it and "" nobody: `goal_is(goal, likelihood, by)`;
 * `believe(belief, likelihood, goal, weight, by)`; `deed(by, approval)`; `meet(thing, appeal)`; `wait(seconds)`.
 *
 * A wrong name or number throws a `StoryScriptError` that says what was needed.
 *
 * @example
 * ```ts
 * import { makeCast, openStage, storyFunctions } from "@openempathic/experiences/play";
 *
 * const stage = openStage(makeCast([{ id: "lin", goals: { play: 1 } }]));
 * const functions = storyFunctions(stage);
 * functions["goal_is"]?.run(["play", 0.9, ""]);
 * functions["strongest"]?.run(["lin"]); // => "hope"
 * ```
 */
export function storyFunctions(stage: Stage): Readonly<Record<string, StoryFunction>> {
  return { ...lookingFunctions(stage), ...actingFunctions(stage) };
}

function lookingFunctions(stage: Stage): Readonly<Record<string, StoryFunction>> {
  const look = (
    parameters: readonly string[],
    run: (values: readonly StoryValue[]) => StoryValue,
  ): StoryFunction => ({ parameters, acts: false, run });
  const who = (call: string, value: StoryValue | undefined): Character => characterOf(stage, call, value);
  return {
    emotion: look(["who", "kind"], ([name, kind]) => {
      const wanted = oneOf("emotion", kind, EMOTION_KINDS);
      const shown = expressionOf(who("emotion", name), 0).emotions.filter(
        (emotion) => emotion.kind === wanted,
      );
      return Math.max(0, ...shown.map(({ intensity }) => intensity));
    }),
    strongest: look(["who"], ([name]) => expressionOf(who("strongest", name)).emotions[0]?.kind ?? "none"),
    mood: look(["who", "axis"], ([name, axis]) => {
      const wanted = oneOf("mood", axis, ["pleasure", "arousal", "dominance"] as const);
      return expressionOf(who("mood", name)).pad[wanted];
    }),
    mood_name: look(["who"], ([name]) => expressionOf(who("mood_name", name)).mood.name),
    likes: look(["who", "other"], ([name, other]) => who("likes", name).relations[text("likes", other)] ?? 0),
    goal: look(["who", "goal"], ([name, goal]) => {
      const held = who("goal", name).goals[text("goal", goal)];
      if (held === undefined) {
        throw new StoryScriptError("goal", `needs a goal of ${String(name)}; it got ${JSON.stringify(goal)}`);
      }
      return held.likelihood;
    }),
    dial: look(["name"], ([name]) => stage.dials()[oneOf("dial", name, DIALS)]),
  };
}

function actingFunctions(stage: Stage): Readonly<Record<string, StoryFunction>> {
  const act = (
    parameters: readonly string[],
    run: (values: readonly StoryValue[]) => void,
  ): StoryFunction => ({
    parameters,
    acts: true,
    run: (values) => {
      run(values);
      return undefined;
    },
  });
  const happen = (happening: Happening, by: StoryValue | undefined): void => {
    const name = by === undefined ? "" : String(by);
    stage.happen(name === "" ? happening : { ...happening, by: name });
  };
  return {
    goal_is: act(["goal", "likelihood", "by"], ([goal, likelihood, by]) => {
      const consequence = {
        kind: "goal",
        goal: text("goal_is", goal),
        likelihood: between("goal_is", likelihood, 0),
      } as const;
      happen({ consequences: [consequence] }, by);
    }),
    believe: act(
      ["belief", "likelihood", "goal", "weight", "by"],
      ([belief, likelihood, goal, weight, by]) => {
        const consequence = {
          kind: "belief",
          belief: text("believe", belief),
          likelihood: between("believe", likelihood, 0),
          bearsOn: { [text("believe", goal)]: between("believe", weight, -1) },
        } as const;
        happen({ consequences: [consequence] }, by);
      },
    ),
    deed: act(["by", "approval"], ([by, approval]) =>
      happen({ approval: between("deed", approval, -1) }, text("deed", by)),
    ),
    meet: act(["thing", "appeal"], ([thing, appeal]) =>
      stage.happen({ object: { id: text("meet", thing), appeal: between("meet", appeal, -1) } }),
    ),
    wait: act(["seconds"], ([seconds]) => {
      const span = Number(seconds);
      if (!(span >= 0 && span <= 86_400)) {
        throw new StoryScriptError(
          "wait",
          `needs seconds from 0 to 86400; it got ${JSON.stringify(seconds)}`,
        );
      }
      stage.wait(span * 1000);
    }),
  };
}

function characterOf(stage: Stage, call: string, value: StoryValue | undefined): Character {
  const cast = stage.cast();
  const name = String(value);
  const character = Object.hasOwn(cast, name) ? cast[name] : undefined;
  if (character !== undefined) return character;
  const known = Object.keys(cast).join(", ");
  throw new StoryScriptError(
    call,
    `needs a character of the cast (${known}); it got ${JSON.stringify(value)}`,
  );
}

function oneOf<Name extends string>(
  call: string,
  value: StoryValue | undefined,
  names: readonly Name[],
): Name {
  const found = names.find((name) => name === value);
  if (found !== undefined) return found;
  throw new StoryScriptError(call, `needs one of ${names.join(", ")}; it got ${JSON.stringify(value)}`);
}

function text(call: string, value: StoryValue | undefined): string {
  if (typeof value === "string" && value !== "" && value !== "__proto__") return value;
  throw new StoryScriptError(call, `needs a name; it got ${JSON.stringify(value)}`);
}

function between(call: string, value: StoryValue | undefined, low: number): number {
  const number = typeof value === "string" && value.trim() === "" ? Number.NaN : Number(value);
  if (number >= low && number <= 1) return number;
  throw new StoryScriptError(call, `needs a number from ${low} to 1; it got ${JSON.stringify(value)}`);
}
