import type { MiniScores } from "@openempathic/perceive";
import { chooseThreshold } from "../choose-threshold.ts";
import { ekmanColumns, goEmotionsColumns } from "../evaluation/evaluate-text.ts";
import { scoreNamed } from "../evaluation/score-labels.ts";
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
  options: { readonly bootstrap: number; readonly seed: number },
): ReturnType<typeof scoreNamed> {
  const texts = columns[0]?.likelihoods.length ?? 0;
  const named = Array.from({ length: texts }, (_, i) =>
    columns.map(({ label, likelihoods }) => (likelihoods[i] as number) >= thresholdOf(label, i)),
  );
  return scoreNamed(columns, named, options);
}
