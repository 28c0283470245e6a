import { Compiler } from "inkjs/full";
import { describe, expect, it } from "vitest";
import YarnBound from "yarn-bound";
import { makeCast } from "../emotion/cast.ts";
import { bindInk } from "./bind-ink.ts";
import { runYarnCommand, yarnFunctions } from "./bind-yarn.ts";
import { openStage } from "./stage.ts";
import type { Stage } from "./stage.ts";
import { storyFunctions } from "./story-functions.ts";
import { StoryScriptError } from "./story-script-error.ts";

function stageWithLin(): Stage {
  const dials = { difficulty: 0.3, pace: 0.4, tension: 0.6 };
  return openStage(
    makeCast([
      { id: "lin", goals: { play: 1 }, relations: { pim: 0.5 }, temper: { bonding: 0.5 } },
      { id: "pim", relations: { lin: 0.5 } },
    ]),
    dials,
  );
}

const INK = `
EXTERNAL emotion(who, kind)
EXTERNAL strongest(who)
EXTERNAL likes(who, other)
EXTERNAL believe(belief, likelihood, goal, weight, by)
EXTERNAL dial(name)
VAR lin_feels = "none"
VAR lin_pleasure = 0.0
VAR difficulty = 0.0
Difficulty {difficulty}, tension {dial("tension")}, Lin feels {lin_feels}.
* [Tell her that the bus comes]
  ~ believe("the bus comes", 1, "play", 0.6, "pim")
  Lin feels {strongest("lin")}, {emotion("lin", "hope") > 0.2: strongly|faintly}.
  {likes("lin", "pim") > 0.5: She smiles at Pim.}
* [Tell her that it does not]
  ~ believe("the bus comes", 0, "play", 0.6, "")
  Lin feels {strongest("lin")}.
- -> END
`;

/** Reads an ink story to its end, taking one choice: the lines. */
function readInk(ink: string, stage: Stage, choice: number): readonly string[] {
  const story = new Compiler(ink).Compile();
  const { sync } = bindInk(story, stage);
  const lines: string[] = [];
  for (;;) {
    while (story.canContinue) {
      sync();
      lines.push((story.Continue() ?? "").trim());
    }
    if (story.currentChoices.length === 0) return lines;
    story.ChooseChoiceIndex(choice);
  }
}

describe("S1 ink", () => {
  it("S1.1: a story written in ink reads feelings and dials, and makes things happen", () => {
    const stage = stageWithLin();
    expect(readInk(INK, stage, 0)).toEqual([
      "Difficulty 0.3, tension 0.6, Lin feels none.",
      "Lin feels hope, strongly.",
      "She smiles at Pim.",
    ]);
    expect(stage.cast()["pim"]?.emotions.map(({ kind }) => kind)).toEqual(["happy-for", "gratification"]);
    expect(readInk(INK, stageWithLin(), 1).at(-1)).toBe("Lin feels fear.");
  });

  it("S1.2: what is not declared in the story is left alone, and what acts does not run ahead of the reader", () => {
    const ink = `
EXTERNAL goal_is(goal, likelihood, by)
First.
~ goal_is("play", 0.9, "")
Second.
`;
    const stage = stageWithLin();
    const story = new Compiler(ink).Compile();
    bindInk(story, stage);
    story.Continue();
    expect(stage.cast()["lin"]?.emotions).toEqual([]);
    story.Continue();
    expect(stage.cast()["lin"]?.emotions.map(({ kind }) => kind)).toEqual(["hope"]);
  });
});

const YARN = `title: Start
---
<<if likes("lin", "pim") > 0.4>>
Lin likes Pim.
<<endif>>
<<believe "the bus comes" 1 play 0.6 pim>>
<<play_music rain>>
<<if emotion("lin", "hope") > 0.2>>
Lin hopes.
<<else>>
Lin does not hope.
<<endif>>
===
`;

describe("S2 Yarn", () => {
  it("S2.1: a story written in Yarn reads feelings, makes things happen, and keeps its own commands", () => {
    const stage = stageWithLin();
    const own: string[] = [];
    const runner = new YarnBound({
      dialogue: YARN,
      functions: yarnFunctions(stage),
      handleCommand: ({ command }: { command: string }) => {
        if (!runYarnCommand(stage, command)) own.push(command);
      },
    });
    const lines: string[] = [];
    for (let step = 0; step < 10 && runner.currentResult !== undefined; step += 1) {
      if (runner.currentResult.text !== undefined) lines.push((runner.currentResult.text ?? "").trim());
      if (runner.currentResult.isDialogueEnd === true) break;
      runner.advance();
    }
    expect(lines).toEqual(["Lin likes Pim.", "Lin hopes."]);
    expect(own).toEqual(["play_music rain"]);
  });
});

describe("S3 what a writer gets wrong", () => {
  const wrong: readonly [call: string, values: (string | number)[], says: RegExp][] = [
    ["mood", ["lim", "pleasure"], /character of the cast \(lin, pim\); it got "lim"/u],
    ["mood", ["lin", "joy"], /one of pleasure, arousal, dominance; it got "joy"/u],
    ["emotion", ["lin", "happy"], /it got "happy"/u],
    ["goal", ["lin", "win"], /a goal of lin; it got "win"/u],
    ["dial", ["speed"], /difficulty, pace, tension/u],
    ["goal_is", ["play", 3, ""], /a number from 0 to 1; it got 3/u],
    ["goal_is", ["", 1, ""], /a name; it got ""/u],
    ["goal_is", ["__proto__", 1, ""], /a name/u],
    ["believe", ["b", 1, "play", -2, ""], /a number from -1 to 1; it got -2/u],
    ["deed", ["pim", "much"], /a number from -1 to 1; it got "much"/u],
    ["wait", [-1], /seconds/u],
  ];
  it.each(wrong)("S3.1: %s%j says what it needs", (call, values, says) => {
    const run = (): unknown => storyFunctions(stageWithLin())[call]?.run(values);
    expect(run).toThrow(StoryScriptError);
    expect(run).toThrow(says);
  });

  it("S3.2: a command with too many words says which it takes", () => {
    expect(() => runYarnCommand(stageWithLin(), "goal_is play 1 pim really")).toThrow(
      /goal, likelihood, by/u,
    );
  });

  it("S3.3: a wrong call changes nothing", () => {
    const stage = stageWithLin();
    const before = stage.cast();
    expect(() => runYarnCommand(stage, "goal_is play 7")).toThrow(StoryScriptError);
    expect(stage.cast()).toBe(before);
  });
});
