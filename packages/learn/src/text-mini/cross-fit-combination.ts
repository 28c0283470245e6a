import {
  bootstrapInterval,
  expectedCalibrationError,
  f1Scores,
  macroF1,
  microF1,
} from "@openempathic/measure";
import type { MiniScores } from "@openempathic/perceive";
import { chooseThreshold } from "../choose-threshold.ts";
import { ekmanColumns, goEmotionsColumns } from "../evaluation/evaluate-text.ts";
import { resampledCalibrationError, sortLabel } from "../evaluation/resampled-calibration.ts";
import type { Figure, LabelColumn } from "../evaluation/score-labels.ts";
import type { GoEmotionsRow } from "../parse-goemotions.ts";
import { combineScores } from "./combine-scores.ts";
import { fitLabelCombination } from "./fit-mini-combination.ts";

/** Figures of which nothing was fitted on the texts that they are about. */
export interface CrossFittedFigures {
  readonly macroF1: Figure;
  readonly microF1: Figure;
  readonly calibrationError: Figure;
  /** The same for Ekman's six and neutral. */
  readonly groupMacroF1: Figure;
  readonly groupCalibrationError: Figure;
}

/** Published rows with what both models say; `undefined` for a text that is abstained from. */
export interface ScoredTexts {
  readonly rows: readonly GoEmotionsRow[];
  readonly scores: readonly (MiniScores | undefined)[];
}

/**
 * What to expect elsewhere: the combination, its calibration and the thresholds are fitted on every second text and
 * judged on the others, and the other way round.
 */
export function crossFitCombination(
  { rows, scores }: ScoredTexts,
  options: { readonly bootstrap: number; readonly seed: number },
): CrossFittedFigures {
  const likelihoods: (Readonly<Record<string, number>> | undefined)[] = rows.map(() => undefined);
  const thresholds: [half: number, labels: Thresholds, groups: Thresholds][] = [];
  for (const half of [0, 1]) {
    const known = rows.flatMap((row, i) => {
      const own = scores[i];
      return i % 2 === half || own === undefined ? [] : [{ row, scores: own }];
    });
    const combination = fitLabelCombination(known);
    const read = known.map((one) => combineScores(combination, one.scores));
    const knownRows = known.map(({ row }) => row);
    thresholds.push([
      half,
      thresholdsOf(goEmotionsColumns(read, knownRows)),
      thresholdsOf(ekmanColumns(read, knownRows)),
    ]);
    for (const [i, own] of scores.entries()) {
      if (i % 2 === half && own !== undefined) likelihoods[i] = combineScores(combination, own);
    }
  }
  const by = (which: 1 | 2) => (label: string, text: number) =>
    thresholds.find(([half]) => half === text % 2)?.[which][label] ?? 0.5;
  const labels = figuresOf(goEmotionsColumns(likelihoods, rows), by(1), options);
  const groups = figuresOf(ekmanColumns(likelihoods, rows), by(2), options);
  return {
    macroF1: labels.macroF1,
    microF1: labels.microF1,
    calibrationError: labels.calibrationError,
    groupMacroF1: groups.macroF1,
    groupCalibrationError: groups.calibrationError,
  };
}

type Thresholds = Readonly<Record<string, number>>;

function thresholdsOf(columns: readonly LabelColumn[]): Thresholds {
  return Object.fromEntries(
    columns.map(({ label, likelihoods, outcomes }) => [
      label,
      chooseThreshold(likelihoods, outcomes.map(Number)),
    ]),
  );
}

function figuresOf(
  columns: readonly LabelColumn[],
  thresholdOf: (label: string, text: number) => number,
  { bootstrap, seed }: { readonly bootstrap: number; readonly seed: number },
) {
  const texts = columns[0]?.likelihoods.length ?? 0;
  const table = (cell: (column: LabelColumn, text: number) => boolean): boolean[][] =>
    Array.from({ length: texts }, (_, i) => columns.map((column) => cell(column, i)));
  const named = table(({ label, likelihoods }, i) => (likelihoods[i] as number) >= thresholdOf(label, i));
  const present = table(({ outcomes }, i) => outcomes[i] === true);
  const sorted = columns.map(({ likelihoods, outcomes }) => sortLabel(likelihoods, outcomes));
  const over = (value: number, statistic: (indices: Int32Array) => number): Figure => ({
    value,
    interval: bootstrapInterval(statistic, { cases: texts, resamples: bootstrap, seed }),
  });
  const pick = (rows: boolean[][], indices: Int32Array): boolean[][] =>
    Array.from(indices, (i) => rows[i] as boolean[]);
  const scores = f1Scores(named, present);
  return {
    macroF1: over(macroF1(scores), (at) => macroF1(f1Scores(pick(named, at), pick(present, at)))),
    microF1: over(microF1(scores), (at) => microF1(f1Scores(pick(named, at), pick(present, at)))),
    calibrationError: over(
      mean(columns.map(({ likelihoods, outcomes }) => expectedCalibrationError(likelihoods, outcomes))),
      (at) => {
        const counts = new Int32Array(texts);
        for (const i of at) counts[i] = (counts[i] as number) + 1;
        return mean(sorted.map((label) => resampledCalibrationError(label, counts)));
      },
    ),
  };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
