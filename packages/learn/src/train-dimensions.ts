import type { DimensionScale, NgramTable } from "@openempathic/perceive";
import { fitDualRegression, scoreRow, type LinearModel, type SparseRows } from "./dual-regression.ts";
import type { EmoBankRow } from "./parse-emobank.ts";
import type { TextNgramRecipe } from "./text-ngram-recipe.ts";
import { selectRows, vectoriseTexts } from "./vectorise-texts.ts";

const DIMENSIONS = ["valence", "arousal", "dominance"] as const;

/** What one label's score is worth beside an n-gram: chosen on the dev part among 0, 0.1, 0.3 and 1. */
const LABEL_SCORE_WEIGHT = 0.1;

/** Label scores lie around -3, because most labels are absent: they are moved to lie around 0. */
const LABEL_SCORE_SHIFT = 3;

interface DimensionData {
  readonly emobank: readonly EmoBankRow[];
  readonly table: NgramTable;
  /** What the 28 labels learned: their scores are features of the dimensions. */
  readonly labels: LinearModel;
}

/**
 * Fits valence, arousal and dominance on n-grams and the scores of the labels. Both are linear in the n-grams, so
 * the result is folded into one set of weights. The spread is the root mean square error on held-out folds, apart
 * for texts of 1–3, 4–15 and 16 or more words.
 */
export function fitDimensions(
  data: DimensionData,
  recipe: TextNgramRecipe,
  onProgress: (done: string) => void,
): { readonly model: LinearModel; readonly scales: readonly DimensionScale[] } {
  const texts = data.emobank.map((row) => row.text);
  const rows = withLabelScores(vectoriseTexts(texts, data.table), data.labels);
  const targets = Float32Array.from(
    data.emobank.flatMap((row) => [row.valence, row.arousal, row.dominance]),
    (rating) => (rating - 3) / 2,
  );
  const options = { loss: "squared", cost: recipe.dimensionCosts, passes: recipe.dimensionPasses } as const;
  const model = fitDualRegression(rows, targets, { ...options, seed: recipe.seed });
  onProgress("dimensions");
  const errors = heldOutErrors({ rows, targets }, (kept, keptTargets, fold) =>
    fitDualRegression(kept, keptTargets, { ...options, seed: recipe.seed + 1 + fold }),
  );
  onProgress("spread of the dimensions");
  const words = texts.map((text) => text.split(/\s+/).length);
  const scales = DIMENSIONS.map((dimension, d) => ({ dimension, sd: spreads(errors, { d, words }) }));
  return { model: foldLabels(model, data.labels), scales };
}

/** Each row with the labels' scores as further columns at its end. */
function withLabelScores(rows: SparseRows, labels: LinearModel): SparseRows {
  const count = rows.starts.length - 1;
  const { outputs } = labels;
  const starts = rows.starts.map((start, i) => start + i * outputs);
  const columns = new Int32Array(starts[count] as number);
  const values = new Float32Array(columns.length);
  const scores = new Float64Array(outputs);
  for (let i = 0; i < count; i++) {
    const [from, to, at] = [rows.starts[i] as number, rows.starts[i + 1] as number, starts[i] as number];
    columns.set(rows.columns.subarray(from, to), at);
    values.set(rows.values.subarray(from, to), at);
    scoreRow(rows, i, { model: labels, scores });
    for (let l = 0; l < outputs; l++) {
      columns[at + to - from + l] = rows.columnCount + l;
      values[at + to - from + l] = LABEL_SCORE_WEIGHT * ((scores[l] as number) + LABEL_SCORE_SHIFT);
    }
  }
  return { starts, columns, values, columnCount: rows.columnCount + outputs };
}

/** The same model without the label columns: what they added goes into the n-grams' weights and the bias. */
function foldLabels(model: LinearModel, labels: LinearModel): LinearModel {
  const { outputs } = model;
  const columns = labels.weights.length / labels.outputs;
  const weights = model.weights.slice(0, columns * outputs);
  const bias = model.bias.slice();
  for (let l = 0; l < labels.outputs; l++) {
    for (let o = 0; o < outputs; o++) {
      const share = LABEL_SCORE_WEIGHT * (model.weights[(columns + l) * outputs + o] as number);
      bias[o] = (bias[o] as number) + share * ((labels.bias[l] as number) + LABEL_SCORE_SHIFT);
      for (let column = 0; column < columns; column++) {
        const at = column * outputs + o;
        weights[at] =
          (weights[at] as number) + share * (labels.weights[column * labels.outputs + l] as number);
      }
    }
  }
  return { outputs, bias, weights };
}

const FOLDS = 4;

/** Ratings are published to two places on 1 to 5: nothing is known better than that. */
const LEAST_SD = 0.005;

type Fit = (rows: SparseRows, targets: Float32Array, fold: number) => LinearModel;

/** Squared errors, row-major, each from a model that had not seen the text. */
function heldOutErrors(
  { rows, targets }: { readonly rows: SparseRows; readonly targets: Float32Array },
  fit: Fit,
): Float64Array {
  const count = rows.starts.length - 1;
  const outputs = DIMENSIONS.length;
  const errors = new Float64Array(count * outputs);
  const scores = new Float64Array(outputs);
  for (let fold = 0; fold < FOLDS; fold++) {
    const kept = Array.from({ length: count }, (_, i) => i).filter((i) => i % FOLDS !== fold);
    const keptTargets = Float32Array.from(
      kept.flatMap((i) => Array.from({ length: outputs }, (_, o) => targets[i * outputs + o] as number)),
    );
    const model = fit(selectRows(rows, kept), keptTargets, fold);
    for (let i = fold; i < count; i += FOLDS) {
      scoreRow(rows, i, { model, scores });
      for (let o = 0; o < outputs; o++) {
        errors[i * outputs + o] = ((scores[o] as number) - (targets[i * outputs + o] as number)) ** 2;
      }
    }
  }
  return errors;
}

function spreads(
  errors: Float64Array,
  { d, words }: { readonly d: number; readonly words: readonly number[] },
): [number, number, number] {
  const root = (from: number, to: number): number => {
    const inside = words.map((n, i) =>
      n >= from && n < to ? (errors[i * DIMENSIONS.length + d] as number) : -1,
    );
    const squares = inside.filter((square) => square >= 0);
    // Too few texts of that length to tell: all of them.
    const used =
      squares.length >= 20 ? squares : words.map((_, i) => errors[i * DIMENSIONS.length + d] as number);
    return Math.max(LEAST_SD, Math.sqrt(used.reduce((sum, square) => sum + square, 0) / used.length));
  };
  return [root(1, 4), root(4, 16), root(16, Infinity)];
}
