import {
  bootstrapInterval,
  brierScore,
  expectedCalibrationError,
  type F1Score,
  f1Scores,
  type Interval,
  macroF1,
  microF1,
} from "@openempathic/measure";
import { chooseThreshold } from "../choose-threshold.ts";
import { resampledCalibrationError, sortLabel } from "./resampled-calibration.ts";

/** A figure with its 95 % bootstrap interval; the value is `undefined` where it is not defined. */
export interface Figure {
  readonly value: number | undefined;
  readonly interval: Interval | undefined;
}

/** What was told and what was so for one label, text by text. */
export interface LabelColumn {
  readonly label: string;
  readonly likelihoods: readonly number[];
  readonly outcomes: readonly boolean[];
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

/** How well labels are told. */
export interface LabelScores {
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
}

export interface LabelScoringOptions {
  /** Resamples for the intervals, such as 1000. */
  readonly bootstrap: number;
  readonly seed: number;
  /** Likelihood from which on a label counts as named, by label; chosen on the data itself where absent. */
  readonly thresholds?: Readonly<Record<string, number>>;
}

/** Works out F1, calibration and their intervals for labels of which a text can carry several. */
export function scoreLabels(columns: readonly LabelColumn[], options: LabelScoringOptions): LabelScores {
  const texts = columns[0]?.likelihoods.length ?? 0;
  const thresholds = columns.map(
    ({ label, likelihoods, outcomes }) =>
      options.thresholds?.[label] ?? chooseThreshold(likelihoods, outcomes.map(Number)),
  );
  const named = namedBy(columns, (label) => thresholds[label] as number);
  const present = Array.from({ length: texts }, (_, i) =>
    columns.map(({ outcomes }) => outcomes[i] === true),
  );
  const scores = f1Scores(named, present);
  return {
    ...scoreNamed(columns, named, options),
    macroF1Crossed: macroF1(f1Scores(crossedNames(columns), present)),
    each: columns.map(({ label, likelihoods, outcomes }, index) => {
      const { precision, recall, f1, truePositives, falseNegatives } = scores[index] as F1Score;
      return {
        label,
        threshold: thresholds[index] as number,
        precision,
        recall,
        f1,
        present: truePositives + falseNegatives,
        calibrationError: expectedCalibrationError(likelihoods, outcomes),
        brier: brierScore(likelihoods, outcomes),
      };
    }),
  };
}

/**
 * F1 and calibration over all labels, with their intervals, of labels that were named already.
 *
 * @param named For each text, whether each label of `columns` was named in it.
 */
export function scoreNamed(
  columns: readonly LabelColumn[],
  named: readonly (readonly boolean[])[],
  { bootstrap, seed }: Pick<LabelScoringOptions, "bootstrap" | "seed">,
): Pick<LabelScores, "macroF1" | "microF1" | "calibrationError"> {
  const present = named.map((_, i) => columns.map(({ outcomes }) => outcomes[i] === true));
  const scores = f1Scores(named, present);
  const sorted = columns.map(({ likelihoods, outcomes }) => sortLabel(likelihoods, outcomes));
  const over = (statistic: (indices: Int32Array) => number): Interval | undefined =>
    bootstrapInterval(statistic, { cases: named.length, resamples: bootstrap, seed });
  const rescore = (indices: Int32Array): readonly F1Score[] =>
    f1Scores(pick(named, indices), pick(present, indices));
  return {
    macroF1: { value: macroF1(scores), interval: over((indices) => macroF1(rescore(indices))) },
    microF1: { value: microF1(scores), interval: over((indices) => microF1(rescore(indices))) },
    calibrationError: {
      value: mean(
        columns.map(({ likelihoods, outcomes }) => expectedCalibrationError(likelihoods, outcomes)),
      ),
      interval: over((indices) => {
        const counts = new Int32Array(named.length);
        for (const index of indices) counts[index] = (counts[index] as number) + 1;
        return mean(sorted.map((label) => resampledCalibrationError(label, counts)));
      }),
    },
  };
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
  return namedBy(columns, (label, text) => thresholds[label]?.[text % 2] ?? 0.5);
}

function namedBy(
  columns: readonly LabelColumn[],
  thresholdOf: (label: number, text: number) => number,
): boolean[][] {
  const texts = columns[0]?.likelihoods.length ?? 0;
  return Array.from({ length: texts }, (_, i) =>
    columns.map(({ likelihoods }, label) => (likelihoods[i] as number) >= thresholdOf(label, i)),
  );
}

function pick<Item>(items: readonly Item[], indices: Int32Array): Item[] {
  return Array.from(indices, (index) => items[index] as Item);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
