import { makeEstimate } from "@openempathic/affect";
import type { Estimate, Spread } from "@openempathic/affect";
import { describe, expect, it } from "vitest";
import { openRandom } from "../../testing/index.ts";
import type { Random } from "../../testing/index.ts";
import { readScript } from "../script/read-script.ts";
import type { Script } from "../script/script.ts";
import { findFlat, normal } from "./find-flat.ts";
import { findJumps } from "./find-jumps.ts";
import { followPath } from "./follow-path.ts";
import { ARC_SHAPES, drawingAt, drawShape, isDrawing, shapeAt } from "./intended-arc.ts";
import { nearestShapes } from "./nearest-shape.ts";
import { smoothArc } from "./smooth-arc.ts";
import { storyArc } from "./story-arc.ts";

const SOURCE = { kind: "model", id: "text-mini", version: "1.0.0" } as const;

function heard(likelihood: Estimate["likelihood"], valence: Spread = { mean: 0, sd: 0.12 }): Estimate {
  const dimensions = { valence, arousal: { mean: 0, sd: 0.11 } };
  return makeEstimate({ modality: "text", likelihood, dimensions, source: SOURCE });
}

/** A normal deviate (Box and Muller 1958). */
function gauss(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());
}

function textOf(lines: readonly string[]): Script {
  const reading = readScript(lines.join("\n\n"), "text");
  return reading.kind === "read" ? reading.script : expect.fail();
}

describe("smoothing an arc", () => {
  it("is what Gaussian conditioning gives, for a single pace", () => {
    // With samples all equal, the slow paces carry nearly all weight: the arc is then the posterior of a constant,
    // mean n·x/s² / (n/s² + 3) and variance 1 / (n/s² + 3), with 1/3 the variance before.
    const samples = Array.from({ length: 40 }, (_none, step) => ({ step, value: { mean: 0.3, sd: 0.2 } }));
    const precision = 40 / 0.04;
    const middle = smoothArc(samples)[20] ?? expect.fail();
    expect(middle.mean).toBeCloseTo((precision * 0.3) / (precision + 3), 2);
    expect(middle.sd).toBeGreaterThan(Math.sqrt(1 / (precision + 3)));
    expect(middle.sd).toBeLessThan(0.06);
  });

  it("finds the arc that was put in as often as its band says", () => {
    // 60 random walks seen through noise: the truth lies within two standard deviations in 91 to 98 of 100 places.
    const random = openRandom(3);
    let inside = 0;
    let all = 0;
    for (let run = 0; run < 60; run += 1) {
      let level = 0.3 * gauss(random);
      const truth = Array.from({ length: 50 }, () => (level += 0.04 * gauss(random)));
      const samples = truth.map((value, step) => ({
        step,
        value: { mean: value + 0.15 * gauss(random), sd: 0.15 },
      }));
      for (const [at, spread] of smoothArc(samples).entries()) {
        if (spread === undefined) continue;
        all += 1;
        if (Math.abs(spread.mean - (truth[at] ?? 0)) <= 2 * spread.sd) inside += 1;
      }
    }
    expect(inside / all).toBeGreaterThan(0.91);
    expect(inside / all).toBeLessThan(0.98);
  });

  it("grows its band where nothing was told, and says nothing where nothing was told at all", () => {
    const value = { mean: 0.2, sd: 0.1 };
    const [here, gap, after] = smoothArc([
      { step: 0, value },
      { step: 9, value: undefined },
      { step: 18, value: { mean: -0.4, sd: 0.1 } },
    ]);
    expect(gap?.sd).toBeGreaterThan(Math.max(here?.sd ?? 1, after?.sd ?? 1));
    expect(smoothArc([{ step: 0, value: undefined }])).toEqual([undefined]);
    expect(smoothArc([])).toEqual([]);
  });
});

describe("the six arcs", () => {
  it("rise and fall as Reagan et al. name them", () => {
    const turns = (shape: (typeof ARC_SHAPES)[number]) => {
      const signs = drawShape(shape)
        .slice(1)
        .map((value, at) => Math.sign(value - (drawShape(shape)[at] ?? 0)));
      return signs
        .filter((sign, at) => sign !== signs[at - 1])
        .map((sign) => (sign > 0 ? "rise" : "fall"))
        .join(" ");
    };
    expect(ARC_SHAPES.map(turns)).toEqual([
      "rise",
      "fall",
      "fall rise",
      "rise fall",
      "rise fall rise",
      "fall rise fall",
    ]);
  });

  it("are told apart in an arc that has one of them, however it is stretched or moved", () => {
    for (const shape of ARC_SHAPES) {
      const points = Array.from({ length: 40 }, (_none, at) => ({
        position: at / 39,
        valence: { mean: 0.1 + 0.2 * shapeAt(shape, at / 39), sd: 0.1 },
      }));
      const [first] = nearestShapes(points);
      expect(first?.shape).toBe(shape);
      expect(first?.explained).toBeCloseTo(1, 6);
    }
    expect(nearestShapes([])).toEqual([]);
  });

  it("are drawn with eleven points that are joined by lines", () => {
    expect(isDrawing(drawShape("icarus"))).toBe(true);
    expect(isDrawing([0, 0])).toBe(false);
    expect(isDrawing([...drawShape("icarus").slice(1), Number.NaN])).toBe(false);
    expect(drawingAt([0, 1, 0], 0.25)).toBe(0.5);
    expect(drawingAt([0, 1, 0], 7)).toBe(0);
  });
});

describe("the arc of a way", () => {
  it("is the reader's over everything on it, and a speaker's over their own lines", () => {
    const script = textOf(["It is dark.", "Mara: You came.", "June: I did."]);
    const readings = { "It is dark.": heard({}), "You came.": heard({}, { mean: 0.4, sd: 0.1 }) };
    const path = followPath(script);
    const reader = storyArc(script, path, { readings, of: { kind: "reader" } });
    expect(reader.map(({ position }) => position)).toEqual([
      0.21428571428571427, 0.5714285714285714, 0.8571428571428571,
    ]);
    expect(reader[2]?.alone).toBeUndefined();
    expect(reader[2]?.valence?.sd).toBeGreaterThan(reader[1]?.valence?.sd ?? 1);
    const mara = storyArc(script, path, { readings, of: { kind: "speaker", name: "Mara" } });
    expect(mara).toHaveLength(1);
    // One sample of 0.4 ± 0.1 before which nothing is known: 0.4 · (1/3) / (1/3 + 0.01).
    expect(mara[0]?.valence?.mean).toBeCloseTo(0.4 / 1.03, 6);
  });
});

describe("a jump", () => {
  const calm = heard({ Anger: 0.03, Hope: 0.05 });
  const angry = heard({ Anger: 0.95 });
  const lines = (between: string): Script =>
    textOf([
      "June: The bread.",
      "Mara: The tin.",
      "June: The shelf.",
      "Mara: The door.",
      "June: I see.",
      between,
      "June: I hate you!",
    ]);
  const readings = (between: Estimate | undefined, text: string) => ({
    ...Object.fromEntries(
      ["The bread.", "The tin.", "The shelf.", "The door.", "I see."].map((each) => [each, calm]),
    ),
    "I hate you!": angry,
    ...(between === undefined ? {} : { [text]: between }),
  });

  it("is told at its line with how sure, where nothing before says why", () => {
    const script = lines("Mara: It is near.");
    const [jump, ...more] = findJumps(script, followPath(script), readings(calm, "It is near."));
    expect(more).toEqual([]);
    expect(jump).toMatchObject({
      utterance: 7,
      speaker: "June",
      side: "unpleasant",
      category: "Anger",
      linesBefore: [1, 3, 5],
    });
    expect(jump?.sure).toBeCloseTo(0.95 * 0.97 ** 3, 10);
  });

  it("is none where somebody gave a cause, where it could not be read, at a new passage, or after a choice", () => {
    const script = lines("Mara: You are worthless.");
    const caused = readings(heard({ Contempt: 0.3 }), "You are worthless.");
    expect(findJumps(script, followPath(script), caused)).toEqual([]);
    expect(findJumps(script, followPath(script), readings(undefined, ""))).toEqual([]);
    const parted = lines("***");
    expect(findJumps(parted, followPath(parted), readings(undefined, ""))).toEqual([]);
  });

  it("is none in the first lines of somebody, whom nobody knows yet", () => {
    const script = textOf(["June: The bread.", "June: I hate you!"]);
    expect(findJumps(script, followPath(script), readings(undefined, ""))).toEqual([]);
  });

  it("comes true at least as often as it is told, where likelihoods are calibrated", () => {
    // Each line's truth is drawn by its own likelihood, as calibration means; independent, as the rule assumes.
    const random = openRandom(11);
    let told = 0;
    let promised = 0;
    let came = 0;
    for (let run = 0; run < 3_000; run += 1) {
      const shares = Array.from({ length: 4 }, (_none, at) =>
        at === 3 ? 0.5 + 0.5 * random.next() : 0.25 * random.next(),
      );
      const script = textOf(shares.map((_share, at) => `June: Line ${String(at)}.`));
      const known = Object.fromEntries(
        shares.map((share, at) => [`Line ${String(at)}.`, heard({ Anger: share })]),
      );
      const [jump] = findJumps(script, followPath(script), known);
      if (jump === undefined) continue;
      const truth = shares.map((share) => random.happens(share));
      told += 1;
      promised += jump.sure;
      came += truth[3] === true && !truth.slice(0, 3).some(Boolean) ? 1 : 0;
    }
    expect(told).toBeGreaterThan(500);
    expect(came / told).toBeGreaterThan(promised / told - 0.04);
    expect(came / told).toBeLessThan(promised / told + 0.04);
  });
});

describe("a flat stretch", () => {
  it("is told from its first to its last line", () => {
    const lines = Array.from({ length: 12 }, (_none, at) => `The spoon number ${String(at)} is blue.`);
    const script = textOf([...lines, "They are safe, thank God!"]);
    const readings = {
      ...Object.fromEntries(lines.map((line) => [line, heard({})])),
      "They are safe, thank God!": heard({ Relief: 0.9 }, { mean: 0.5, sd: 0.1 }),
    };
    const [flat, ...more] = findFlat(script, followPath(script), readings);
    expect(more).toEqual([]);
    expect(flat).toMatchObject({ from: 1, utterances: flat?.to });
    expect(flat?.to).toBeGreaterThanOrEqual(8);
    expect(flat?.sure).toBeGreaterThan(0.8);
  });

  it("is none where lines were not read, nor where it is short", () => {
    const lines = Array.from({ length: 12 }, (_none, at) => `Line ${String(at)} here.`);
    const script = textOf(lines);
    expect(findFlat(script, followPath(script), {})).toEqual([]);
    const some = Object.fromEntries(lines.slice(0, 7).map((line) => [line, heard({})]));
    expect(findFlat(script, followPath(script), some)).toEqual([]);
  });

  it.each([
    { what: "told of a story that does not move", walk: 0, noise: 0.03, share: [0.99, 1] },
    { what: "missed in many places where lines vary by themselves", walk: 0, noise: 0.15, share: [0.2, 0.4] },
    { what: "rarely told of one that moves by 0.05 a line", walk: 0.05, noise: 0.15, share: [0, 0.2] },
    { what: "rarely told of one that moves by 0.1 a line", walk: 0.1, noise: 0.15, share: [0, 0.12] },
  ])("is $what, in a simulation", ({ walk, noise, share: [least = 0, most = 0] }) => {
    // 40 stories of 60 lines, each line with the shipped model's spread of 0.15; the share of lines in stretches.
    const random = openRandom(5);
    let flat = 0;
    for (let run = 0; run < 40; run += 1) {
      let level = 0;
      const lines = Array.from({ length: 60 }, (_none, at) => `Line ${String(at)} here.`);
      const readings = Object.fromEntries(
        lines.map((line) => {
          level = Math.max(-0.8, Math.min(0.8, level + walk * gauss(random)));
          const mean = Math.max(-1, Math.min(1, level + noise * gauss(random)));
          return [line, heard({}, { mean, sd: 0.15 })];
        }),
      );
      const script = textOf(lines);
      for (const { utterances } of findFlat(script, followPath(script), readings)) flat += utterances;
    }
    expect(flat / (40 * 60)).toBeGreaterThanOrEqual(least);
    expect(flat / (40 * 60)).toBeLessThanOrEqual(most);
  });

  it("knows the normal distribution", () => {
    // Abramowitz and Stegun, table 26.1.
    expect(normal(0)).toBeCloseTo(0.5, 7);
    expect(normal(1)).toBeCloseTo(0.841344746, 6);
    expect(normal(-1.96)).toBeCloseTo(0.024997895, 6);
  });
});
