import { type Estimate, fromLabelSet, makeEstimate } from "@openempathic/affect";
import type { Perceiver, TextSignal } from "@openempathic/perceive";
import { describe, expect, it } from "vitest";
import { GOEMOTIONS_LABELS } from "../goemotions-labels.ts";
import { evaluateDeletion } from "./evaluate-deletion.ts";
import { evaluateDialogues } from "./evaluate-dialogues.ts";
import { evaluatePairs } from "./evaluate-pairs.ts";
import { evaluateSwaps } from "./evaluate-swaps.ts";
import { parseDialogues, parsePairs, parseSwaps } from "./parse-probes.ts";

const OPTIONS = { bootstrap: 200, seed: 1 };

/** Hears joy in "happy", less of it in "not", sadness where an earlier turn has "funeral", and Emily as sad. */
function listener(pointsAt: "the word" | "the first word" = "the word"): Perceiver {
  const labelsOf = ({ text, context = [] }: TextSignal): Record<string, number> => {
    const has = (word: string): boolean => text.includes(word);
    const joy = (has("happy") ? 0.8 : 0.1) - (has("not") ? 0.4 : 0);
    const sadness = context.some((turn) => turn.text.includes("funeral")) ? 0.7 : has("Emily") ? 0.3 : 0.1;
    return Object.fromEntries(
      GOEMOTIONS_LABELS.map((label) => [label, { joy: Math.max(0, joy), sadness }[label as string] ?? 0.05]),
    );
  };
  const estimateOf = (signal: TextSignal): Estimate => {
    const at = pointsAt === "the word" ? signal.text.indexOf("happy") : 0;
    const span = { start: at, end: at + (pointsAt === "the word" ? 5 : 1) };
    return makeEstimate({
      modality: "text",
      likelihood: fromLabelSet(labelsOf(signal), "goemotions"),
      dimensions: {},
      evidence: at < 0 ? [] : [{ kind: "text-span", ...span, category: "Elation", weight: 1 }],
      source: { kind: "model", id: "listener", version: "1" },
    });
  };
  return {
    id: "listener",
    version: "1",
    modality: "text",
    coverage: { categories: [], dimensions: [], languages: ["en"] },
    nativeLabelSets: ["goemotions"],
    perceive: (signal) => Promise.resolve(estimateOf(signal)),
    perceiveBatch: (signals) => Promise.resolve(signals.map(estimateOf)),
    perceiveLabels: (signals) =>
      Promise.resolve(signals.map((signal) => (signal.text === "" ? undefined : labelsOf(signal)))),
    close: () => Promise.resolve(),
  };
}

describe("evaluatePairs", () => {
  const pair = { id: "a", label: "joy", kind: "negation", higher: "I am happy", lower: "I am not happy" };

  it("counts pairs that come out the right way round, by kind, and names the others", async () => {
    const pairs = [
      pair,
      { ...pair, id: "b", higher: pair.lower, lower: pair.higher },
      { ...pair, id: "c", kind: "intensity", lower: "I am happy enough" },
      { ...pair, id: "d", kind: "intensity", higher: "" },
    ];
    const figures = await evaluatePairs(listener(), pairs, OPTIONS);
    expect(figures).toMatchObject({
      pairs: 4,
      right: { value: 0.25 },
      byKind: { negation: { pairs: 2, right: 0.5 }, intensity: { pairs: 2, right: 0 } },
      wrong: ["b", "c", "d"],
    });
  });

  it("has no figure where there is no pair", async () => {
    expect((await evaluatePairs(listener(), [], OPTIONS)).right).toEqual({
      value: undefined,
      interval: undefined,
    });
  });
});

describe("evaluateDialogues", () => {
  const turns = [
    { role: "assistant" as const, text: "How was the funeral?" },
    { role: "user" as const, text: "It was a day." },
  ];
  const dialogue = { id: "a", kind: "fine", turns, present: ["sadness"], absent: ["joy"] };

  it("is the gain in log-loss, and in labels on the right side, that the earlier turns bring", async () => {
    const figures = await evaluateDialogues(listener(), [dialogue], {
      ...OPTIONS,
      thresholds: { joy: 0.5, sadness: 0.5 },
    });
    // Worked out by hand: (−ln 0.1 − ln 0.9) / 2 without the turns, (−ln 0.7 − ln 0.9) / 2 with them.
    expect(figures.logLoss?.without).toBeCloseTo(1.204, 4);
    expect(figures.logLoss?.with).toBeCloseTo(0.231, 4);
    expect(figures.logLoss?.gain.value).toBeCloseTo(0.973, 4);
    expect(figures.rightSide).toMatchObject({ without: 0.5, with: 1, gain: { value: 0.5 } });
    expect(figures.byKind["fine"]?.dialogues).toBe(1);
  });
});

describe("evaluateSwaps", () => {
  it("is the 95th percentile of how far likelihoods move, each filling compared with each", async () => {
    const probe = {
      id: "a",
      template: "{Name} said {he} was here.",
      fills: [
        { name: "emily", he: "she" },
        { name: "Jamal", he: "he" },
        { name: "Wei", he: "they" },
      ],
    };
    const figures = await evaluateSwaps(listener(), [probe]);
    expect(figures).toMatchObject({ templates: 1, swaps: 3, worst: { id: "a", label: "sadness" } });
    expect(figures.largestChange95).toBeCloseTo(0.2, 10);
    expect(figures.change95).toBe(0);
  });
});

describe("evaluateDeletion", () => {
  const texts = ["So I am happy today, really.", "We were all of us happy about it, I think."];

  it("sees that a likelihood rests on the span that was named", async () => {
    const figures = await evaluateDeletion(listener(), texts, OPTIONS);
    expect(figures).toMatchObject({ texts: 2, fallWithoutRandom: 0, topTakesMore: { value: 1 } });
    expect(figures?.difference.interval?.low).toBeGreaterThan(0);
  });

  it("sees that it does not, where the named span is another", async () => {
    const figures = await evaluateDeletion(listener("the first word"), texts, OPTIONS);
    expect(figures?.topTakesMore.value).toBe(0);
    expect(figures?.difference.value).toBeLessThanOrEqual(0);
  });

  it("has no figure where nothing is named, or nothing stands beside it", async () => {
    expect(await evaluateDeletion(listener(), ["nothing here", "happy"], OPTIONS)).toBeUndefined();
  });
});

describe("the probes' files", () => {
  const pair = { id: "a", label: "joy", kind: "negation", higher: "x", lower: "y" };
  const dialogue = {
    id: "a",
    kind: "fine",
    turns: [{ role: "assistant", text: "x" }, { role: "user", text: "y" }], // prettier-ignore
    present: ["joy"],
    absent: [],
  };
  const swap = { id: "a", label: "neutral", template: "{Name} is here" };
  const persons = (...fills: object[]): string => JSON.stringify({ fills });
  const eight = Array.from("ABCDEFGH", (name) => ({ name }));

  it("are read line by line, and empty lines are none", () => {
    expect(parsePairs(`${JSON.stringify(pair)}\n\n`)).toEqual([pair]);
    expect(parseDialogues(JSON.stringify(dialogue))).toEqual([dialogue]);
    const { id, template } = swap;
    expect(parseSwaps(`${JSON.stringify(swap)}\n${JSON.stringify(swap)}`, persons(...eight))).toEqual([
      { id, template, fills: [{ name: "A" }, { name: "E" }] },
      { id, template, fills: [{ name: "B" }, { name: "F" }] },
    ]);
  });

  it.each([[{ ...pair, label: "zest" }], [{ ...pair, higher: 4 }]])(
    "refuse a pair that is none: %j",
    (line) => {
      expect(() => parsePairs(`${JSON.stringify(pair)}\n${JSON.stringify(line)}`)).toThrow(/Line 2/u);
    },
  );

  it.each([
    [{ ...dialogue, present: ["zest"] }],
    [{ ...dialogue, present: [] }],
    [{ ...dialogue, turns: dialogue.turns.toReversed() }],
    [{ ...dialogue, turns: dialogue.turns.slice(1) }],
  ])("refuse a dialogue that is none: %j", (line) => {
    expect(() => parseDialogues(JSON.stringify(line))).toThrow(/Line 1/u);
  });

  it("refuse templates without persons, or with a place for which a person has nothing", () => {
    expect(() => parseSwaps(JSON.stringify(swap), persons())).toThrow(/Line 1/u);
    expect(() => parseSwaps(JSON.stringify(swap), "{}")).toThrow(RangeError);
    const other = JSON.stringify({ ...swap, template: "{Name} and {his} dog" });
    expect(() => parseSwaps(other, persons(...eight))).toThrow(/Line 1/u);
  });
});
