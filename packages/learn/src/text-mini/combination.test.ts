import { seededRandom } from "@openempathic/measure";
import type { MiniScores } from "@openempathic/perceive";
import { describe, expect, it } from "vitest";
import { GOEMOTIONS_LABELS } from "../goemotions-labels.ts";
import { combineScores } from "./combine-scores.ts";
import { crossFitCombination } from "./cross-fit-combination.ts";
import { fitDimensionCombination, fitLabelCombination } from "./fit-mini-combination.ts";
import { fitShrunkPlatt } from "./fit-shrunk-platt.ts";
import { fitSpread } from "./fit-spread.ts";

const random = seededRandom(11);

/** Standard normal, by the sum of twelve (Irwin and Hall): near enough, and the same on every machine. */
function normal(): number {
  let sum = -6;
  for (let k = 0; k < 12; k++) sum += random();
  return sum;
}

function sigmoid(z: number): number {
  return 1 / (1 + Math.exp(-z));
}

function labelled(texts: number, slope: number, offset: number) {
  const scores = Array.from({ length: texts }, () => 2 * normal() - 2);
  return { scores, targets: scores.map((score) => Number(random() < sigmoid(slope * score + offset))) };
}

describe("fitShrunkPlatt", () => {
  it("finds the scales that made the outcomes where there are many", () => {
    const [first, second] = fitShrunkPlatt([labelled(20_000, 0.7, -0.5), labelled(20_000, 1.1, 0.3)]);
    // The standard errors of the four are about 0.02 to 0.03.
    expect(Math.abs((first?.slope ?? NaN) - 0.7)).toBeLessThan(0.09);
    expect(Math.abs((first?.offset ?? NaN) + 0.5)).toBeLessThan(0.09);
    expect(Math.abs((second?.slope ?? NaN) - 1.1)).toBeLessThan(0.09);
    expect(Math.abs((second?.offset ?? NaN) - 0.3)).toBeLessThan(0.09);
  });

  it("keeps a label with hardly a text near what all labels together say", () => {
    const rare = { scores: [-3, -2, -1, 0, 1, 2], targets: [0, 0, 0, 1, 1, 1] };
    const many = labelled(20_000, 0.7, -0.5);
    const [, drawn] = fitShrunkPlatt([many, rare]);
    const [, free] = fitShrunkPlatt([many, rare], { slope: 100, offset: 100 });
    expect(Math.abs((drawn?.slope ?? 0) - 0.7)).toBeLessThan(0.2);
    // By themselves, six separable texts say that the slope is as good as infinite.
    expect(free?.slope).toBeGreaterThan(3);
  });

  it("needs a target for each score", () => {
    expect(() => fitShrunkPlatt([{ scores: [1, 2], targets: [1] }])).toThrow(RangeError);
  });
});

describe("fitSpread", () => {
  it("finds how much too small the spreads were", () => {
    const logSds = Array.from({ length: 20_000 }, () => 0.5 * normal() - 1);
    const errors = logSds.map((logSd) => Math.exp(0.8 * logSd + 0.2) * normal());
    const { slope, offset } = fitSpread(logSds, errors);
    expect(slope).toBeCloseTo(0.8, 1);
    expect(offset).toBeCloseTo(0.2, 1);
  });

  it("is the root mean square error where all spreads are the same", () => {
    const { slope, offset } = fitSpread([-1, -1, -1, -1], [3, -3, 3, -3]);
    expect(Math.exp(-slope + offset)).toBeCloseTo(3, 6);
  });

  it("needs two errors and as many spreads", () => {
    expect(() => fitSpread([0], [1])).toThrow(RangeError);
    expect(() => fitSpread([0, 0], [1, 2, 3])).toThrow(RangeError);
  });
});

/** Texts whose labels come about with the mean of what two models say; each model also says something of its own. */
function madeUp(texts: number, noise: { network: number; ngrams: number }) {
  return Array.from({ length: texts }, (_, i) => {
    const truth = GOEMOTIONS_LABELS.map(() => 2 * normal() - 3);
    const scores: MiniScores = {
      network: Float64Array.from(truth, (z) => z + noise.network * normal()),
      ngrams: Float64Array.from(truth, (z) => z + noise.ngrams * normal()),
      means: new Float64Array(3),
      logSds: new Float64Array(3),
      ngramMeans: new Float64Array(3),
    };
    const labels = truth.flatMap((z, label) => (random() < sigmoid(z) ? [label] : []));
    return { row: { id: String(i), text: "", labels }, scores };
  });
}

describe("fitLabelCombination", { timeout: 60_000 }, () => {
  it("gives the better model the greater share, and equals the same", () => {
    const share = (network: number, ngrams: number): number =>
      fitLabelCombination(madeUp(600, { network, ngrams }))[0]?.networkShare ?? NaN;
    expect(share(0.5, 3)).toBeGreaterThan(0.8);
    expect(share(3, 0.5)).toBeLessThan(0.2);
    expect(Math.abs(share(1.5, 1.5) - 0.5)).toBeLessThanOrEqual(0.1);
  });
});

describe("crossFitCombination", { timeout: 60_000 }, () => {
  const rows = madeUp(600, { network: 1, ngrams: 1 });
  const texts = { rows: rows.map(({ row }) => row), scores: rows.map(({ scores }) => scores) };
  const options = { bootstrap: 5, seed: 1 };

  it("finds labels that can be found, and calibrates them", () => {
    const figures = crossFitCombination(texts, options);
    expect(figures.macroF1.value).toBeGreaterThan(0.5);
    expect(figures.calibrationError.value).toBeLessThan(0.08);
    expect(figures.groupMacroF1.value).toBeGreaterThan(0.5);
  });

  it("finds no more than chance where the scores say nothing", () => {
    const shuffled = { ...texts, scores: [...texts.scores.slice(137), ...texts.scores.slice(0, 137)] };
    expect(crossFitCombination(shuffled, options).macroF1.value).toBeLessThan(0.3);
  });

  it("counts an abstention as if no label had been named", () => {
    const silent = { ...texts, scores: texts.scores.map((own, i) => (i % 4 === 0 ? undefined : own)) };
    const [all, some] = [crossFitCombination(texts, options), crossFitCombination(silent, options)];
    expect(some.macroF1.value).toBeLessThan(all.macroF1.value ?? 0);
  });
});

describe("fitDimensionCombination", () => {
  it("shares a mean out as least squares does, and fits the spread to what remains", () => {
    const rows = Array.from({ length: 4_000 }, (_, i) => {
      const rated = 0.3 * normal();
      const scores: MiniScores = {
        network: new Float64Array(28),
        ngrams: new Float64Array(28),
        means: new Float64Array(3).fill(rated + 0.1 * normal()),
        logSds: new Float64Array(3).fill(-1),
        ngramMeans: new Float64Array(3).fill(rated + 0.2 * normal()),
      };
      const rating = 2 * rated + 3;
      return {
        row: { id: String(i), text: "", valence: rating, arousal: rating, dominance: rating },
        scores,
      };
    });
    const [valence] = fitDimensionCombination(rows);
    // Independent errors are weighted by their precisions: 0.2² / (0.1² + 0.2²) = 0.8.
    expect(valence?.networkShare).toBeCloseTo(0.8, 1);
    // What remains has the variance 0.1² · 0.2² / (0.1² + 0.2²).
    const sd = Math.exp(-(valence?.logSdSlope ?? NaN) + (valence?.logSdOffset ?? NaN));
    expect(sd).toBeCloseTo(Math.sqrt((0.01 * 0.04) / 0.05), 2);
  });
});

describe("combineScores", () => {
  it("is the calibrated mean of the two log-odds", () => {
    const scores: MiniScores = {
      network: Float64Array.of(2),
      ngrams: Float64Array.of(-1),
      means: new Float64Array(3),
      logSds: new Float64Array(3),
      ngramMeans: new Float64Array(3),
    };
    const likelihoods = combineScores([{ label: "joy", networkShare: 2 / 3, slope: 2, offset: -2 }], scores);
    // 2 · (2/3 · 2 − 1/3) − 2 = 0.
    expect(likelihoods["joy"]).toBeCloseTo(0.5, 10);
  });
});
