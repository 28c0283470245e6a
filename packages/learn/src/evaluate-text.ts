import type { Dimension } from "@openempathic/affect";
import {
  bootstrapInterval,
  brierScore,
  expectedCalibrationError,
  f1Scores,
  type Interval,
  macroF1,
  microF1,
  pearson,
} from "@openempathic/measure";
import type { Perceiver } from "@openempathic/perceive";
import { chooseThreshold } from "./choose-threshold.ts";
import { GOEMOTIONS_LABELS } from "./goemotions-labels.ts";
import type { EmoBankRow } from "./parse-emobank.ts";
import type { GoEmotionsRow } from "./parse-goemotions.ts";
import { resampledCalibrationError, sortLabel } from "./resampled-calibration.ts";

/** A figure with its 95 % bootstrap interval; the value is `undefined` where it is not defined. */
export interface Figure {
  readonly value: number | undefined;
  readonly interval: Interval | undefined;
}

export interface LabelFigures {
  readonly label: string;
  /** Texts that carry the label. */
  readonly present: number;
  readonly threshold: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly calibrationError: number;
  readonly brier: number;
}

/** How good a perceiver of text is on published data. */
export interface TextEvaluation {
  readonly perceiver: { readonly id: string; readonly version: string };
  /** `same-data` flatters: thresholds were then chosen on the very texts that they are judged on. */
  readonly thresholdsFrom: "given" | "same-data";
  readonly labels: {
    readonly texts: number;
    readonly abstained: number;
    readonly macroF1: Figure;
    /** The same with each half of the texts judged by thresholds from the other half: what to expect elsewhere. */
    readonly macroF1Crossed: number;
    readonly microF1: Figure;
    /**
     * Mean over labels of the expected calibration error, 15 bins of equal mass. Drawing with replacement inflates it,
     * so that its interval lies above the value: read the interval's width, not its place.
     */
    readonly calibrationError: Figure;
    readonly each: readonly LabelFigures[];
  };
  readonly dimensions: {
    readonly texts: number;
    readonly abstained: number;
    /** Pearson's r with the mean rating, over the texts that were not abstained from. */
    readonly correlation: Readonly<Record<Dimension, Figure>>;
  };
  readonly bootstrap: number;
  readonly seed: number;
}

export interface TextEvaluationData {
  readonly goemotions: readonly GoEmotionsRow[];
  readonly emobank: readonly EmoBankRow[];
}

export interface TextEvaluationOptions {
  /** Resamples for the intervals, such as 1000. */
  readonly bootstrap: number;
  readonly seed: number;
  /** Likelihood from which on a label counts as named, by label; chosen on the data itself where absent. */
  readonly thresholds?: Readonly<Record<string, number>>;
}

const DIMENSIONS = ["valence", "arousal", "dominance"] as const;

/**
 * Works out the figures that the model card shows. A text that the perceiver abstains from counts as if no label
 * had been named, with a likelihood of 0 for each: abstaining does not improve a figure.
 */
export async function evaluateText(
  perceiver: Perceiver,
  data: TextEvaluationData,
  options: TextEvaluationOptions,
): Promise<TextEvaluation> {
  return {
    perceiver: { id: perceiver.id, version: perceiver.version },
    thresholdsFrom: options.thresholds === undefined ? "same-data" : "given",
    labels: await evaluateLabels(perceiver, data.goemotions, options),
    dimensions: await evaluateDimensions(perceiver, data.emobank, options),
    bootstrap: options.bootstrap,
    seed: options.seed,
  };
}

async function evaluateLabels(
  perceiver: Perceiver,
  rows: readonly GoEmotionsRow[],
  options: TextEvaluationOptions,
): Promise<TextEvaluation["labels"]> {
  const signals = rows.map(({ text }) => ({ kind: "text" as const, text }));
  const read = await perceiver.perceiveLabels(signals, "goemotions");
  const columns = GOEMOTIONS_LABELS.map((label, index) => {
    const likelihoods = read.map((labels) => labels?.[label] ?? 0);
    const outcomes = rows.map((row) => row.labels.includes(index));
    const threshold = options.thresholds?.[label] ?? chooseThreshold(likelihoods, outcomes.map(Number));
    return { label, likelihoods, outcomes, threshold };
  });
  const named = rows.map((_, i) =>
    columns.map((column) => (column.likelihoods[i] as number) >= column.threshold),
  );
  const present = rows.map((_, i) => columns.map((column) => column.outcomes[i] === true));
  const scores = f1Scores(named, present);
  const errors = columns.map(({ likelihoods, outcomes }) => expectedCalibrationError(likelihoods, outcomes));
  const sorted = columns.map(({ likelihoods, outcomes }) => sortLabel(likelihoods, outcomes));
  const over = (statistic: (indices: Int32Array) => number): Interval | undefined =>
    bootstrapInterval(statistic, { cases: rows.length, resamples: options.bootstrap, seed: options.seed });
  const rescore = (indices: Int32Array): ReturnType<typeof f1Scores> =>
    f1Scores(pick(named, indices), pick(present, indices));
  return {
    texts: rows.length,
    abstained: read.filter((labels) => labels === undefined).length,
    macroF1: { value: macroF1(scores), interval: over((indices) => macroF1(rescore(indices))) },
    macroF1Crossed: macroF1(f1Scores(crossedNames(columns), present)),
    microF1: { value: microF1(scores), interval: over((indices) => microF1(rescore(indices))) },
    calibrationError: {
      value: mean(errors),
      interval: over((indices) => {
        const counts = new Int32Array(rows.length);
        for (const index of indices) counts[index] = (counts[index] as number) + 1;
        return mean(sorted.map((label) => resampledCalibrationError(label, counts)));
      }),
    },
    each: columns.map(({ label, likelihoods, outcomes, threshold }, index) => {
      const { precision, recall, f1, truePositives, falseNegatives } = scores[
        index
      ] as (typeof scores)[number];
      const figures = { precision, recall, f1, present: truePositives + falseNegatives };
      return {
        label,
        threshold,
        ...figures,
        calibrationError: errors[index] as number,
        brier: brierScore(likelihoods, outcomes),
      };
    }),
  };
}

interface LabelColumn {
  readonly likelihoods: readonly number[];
  readonly outcomes: readonly boolean[];
}

/** Labels named in even texts by thresholds from the odd ones, and the other way round. */
function crossedNames(columns: readonly LabelColumn[]): boolean[][] {
  const thresholds = columns.map(({ likelihoods, outcomes }) =>
    [0, 1].map((half) => {
      const others = likelihoods.map((_, i) => i).filter((i) => i % 2 !== half);
      if (others.length === 0) return 0.5;
      return chooseThreshold(
        others.map((i) => likelihoods[i] as number),
        others.map((i) => Number(outcomes[i])),
      );
    }),
  );
  const texts = columns[0]?.likelihoods.length ?? 0;
  return Array.from({ length: texts }, (_, i) =>
    columns.map(
      ({ likelihoods }, label) => (likelihoods[i] as number) >= (thresholds[label]?.[i % 2] ?? 0.5),
    ),
  );
}

async function evaluateDimensions(
  perceiver: Perceiver,
  rows: readonly EmoBankRow[],
  options: TextEvaluationOptions,
): Promise<TextEvaluation["dimensions"]> {
  const estimates = await perceiver.perceiveBatch(rows.map(({ text }) => ({ kind: "text", text })));
  const correlate = (dimension: Dimension): Figure => {
    const pairs = rows.flatMap((row, i) => {
      const perceived = estimates[i]?.dimensions[dimension]?.mean;
      return perceived === undefined ? [] : [{ perceived, rated: (row[dimension] - 3) / 2 }];
    });
    if (pairs.length < 2) return { value: undefined, interval: undefined };
    const of = (chosen: typeof pairs): number | undefined =>
      pearson(
        chosen.map(({ perceived }) => perceived),
        chosen.map(({ rated }) => rated),
      );
    const resampling = { cases: pairs.length, resamples: options.bootstrap, seed: options.seed };
    return {
      value: of(pairs),
      interval: bootstrapInterval((indices) => of(pick(pairs, indices)), resampling),
    };
  };
  const [valence, arousal, dominance] = DIMENSIONS.map(correlate) as [Figure, Figure, Figure];
  return {
    texts: rows.length,
    abstained: estimates.filter((estimate) => estimate.abstained !== null).length,
    correlation: { valence, arousal, dominance },
  };
}

function pick<Item>(items: readonly Item[], indices: Int32Array): Item[] {
  return Array.from(indices, (index) => items[index] as Item);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
