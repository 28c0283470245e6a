import {
  encodeNgramWeights,
  maskPeople,
  quantiseWeights,
  type NgramHeader,
  type PlattScale,
} from "@openempathic/perceive";
import { fitDualRegression, scoreRow, type LinearModel, type SparseRows } from "./dual-regression.ts";
import { fitPlatt } from "./fit-platt.ts";
import { GOEMOTIONS_LABELS } from "./goemotions-labels.ts";
import type { EmoBankRow } from "./parse-emobank.ts";
import type { GoEmotionsRow } from "./parse-goemotions.ts";
import type { TextNgramRecipe } from "./text-ngram-recipe.ts";
import { fitDimensions } from "./train-dimensions.ts";
import { buildVocabulary, selectRows, vectoriseTexts, wordsOf } from "./vectorise-texts.ts";

export interface TextNgramData {
  readonly goemotions: readonly GoEmotionsRow[];
  readonly emobank: readonly EmoBankRow[];
}

/**
 * Trains the n-gram model of text: logistic regression for each label, ridge regression for each dimension on the
 * same n-grams and the labels' scores, calibration on held-out folds, 8-bit weights. The same data and recipe give
 * the same bytes.
 *
 * @param onProgress Told what has been done, in a few words.
 * @returns The bytes of the weights' file.
 */
export function trainTextNgram(
  data: TextNgramData,
  recipe: TextNgramRecipe,
  onProgress: (done: string) => void,
): Uint8Array {
  const masked = maskData(data, recipe);
  const comments = masked.goemotions.map((row) => row.text);
  const sentences = masked.emobank.map((row) => row.text);
  const table = buildVocabulary([...comments, ...sentences], recipe);
  const rows = vectoriseTexts(comments, table);
  onProgress(`${table.hashes.length} n-grams in ${comments.length + sentences.length} texts`);
  const targets = labelTargets(data.goemotions);
  const labels = fitDualRegression(rows, targets, {
    loss: "logistic",
    cost: recipe.labelCost,
    positiveWeight: recipe.labelPositiveWeight,
    passes: recipe.labelPasses,
    seed: recipe.seed,
    onPass: (pass) => onProgress(`labels, pass ${pass} of ${recipe.labelPasses}`),
  });
  const calibration = calibrate({ rows, targets }, recipe, onProgress);
  const dimensions = fitDimensions({ emobank: masked.emobank, table, labels }, recipe, onProgress);
  const { weights, bias } = sideBySide(labels, dimensions.model);
  const header: NgramHeader = {
    format: "open-empathic/text-ngram/1",
    id: "text-ngram",
    version: recipe.version,
    labelSet: "goemotions",
    labels: GOEMOTIONS_LABELS,
    calibration,
    dimensions: dimensions.scales,
    bias,
    columns: table.hashes.length,
  };
  return encodeNgramWeights(header, { table, ...quantiseWeights(weights, bias.length) });
}

/** As every text is masked before it is read; a word is known that is frequent enough in the texts as they were written. */
function maskData(data: TextNgramData, recipe: TextNgramRecipe): TextNgramData {
  const written = [...data.goemotions, ...data.emobank].map((row) => row.text);
  const knows = wordsOf(buildVocabulary(written, recipe));
  const mask = <Row extends { readonly text: string }>(rows: readonly Row[]): readonly Row[] =>
    rows.map((row) => ({ ...row, text: maskPeople(row.text, knows).text }));
  return { goemotions: mask(data.goemotions), emobank: mask(data.emobank) };
}

function labelTargets(rows: readonly GoEmotionsRow[]): Float32Array {
  const targets = new Float32Array(rows.length * GOEMOTIONS_LABELS.length);
  for (const [index, row] of rows.entries()) {
    for (const label of row.labels) targets[index * GOEMOTIONS_LABELS.length + label] = 1;
  }
  return targets;
}

/** Scores every text with a model that was trained without it, and fits Platt scaling to those scores. */
function calibrate(
  { rows, targets }: { readonly rows: SparseRows; readonly targets: Float32Array },
  recipe: TextNgramRecipe,
  onProgress: (done: string) => void,
): PlattScale[] {
  const outputs = GOEMOTIONS_LABELS.length;
  const count = rows.starts.length - 1;
  const scores = new Float64Array(count * outputs);
  const one = new Float64Array(outputs);
  for (let fold = 0; fold < recipe.folds; fold++) {
    const kept = Array.from({ length: count }, (_, i) => i).filter((i) => i % recipe.folds !== fold);
    const keptTargets = new Float32Array(kept.length * outputs);
    for (const [k, i] of kept.entries()) {
      keptTargets.set(targets.subarray(i * outputs, (i + 1) * outputs), k * outputs);
    }
    const model = fitDualRegression(selectRows(rows, kept), keptTargets, {
      loss: "logistic",
      cost: recipe.labelCost,
      positiveWeight: recipe.labelPositiveWeight,
      passes: recipe.labelPasses,
      seed: recipe.seed + 1 + fold,
    });
    for (let i = fold; i < count; i += recipe.folds) {
      scoreRow(rows, i, { model, scores: one });
      scores.set(one, i * outputs);
    }
    onProgress(`calibration, fold ${fold + 1} of ${recipe.folds}`);
  }
  return GOEMOTIONS_LABELS.map((_, label) =>
    fitPlatt(every(scores, { outputs, label }), every(targets, { outputs, label })),
  );
}

function every(
  values: ArrayLike<number>,
  at: { readonly outputs: number; readonly label: number },
): Float64Array {
  return Float64Array.from(
    { length: values.length / at.outputs },
    (_, i) => values[i * at.outputs + at.label] as number,
  );
}

function sideBySide(
  labels: LinearModel,
  dimensions: LinearModel,
): { readonly weights: Float32Array; readonly bias: number[] } {
  const outputs = labels.outputs + dimensions.outputs;
  const columns = labels.weights.length / labels.outputs;
  const weights = new Float32Array(columns * outputs);
  for (let column = 0; column < columns; column++) {
    const own = labels.weights.subarray(column * labels.outputs, (column + 1) * labels.outputs);
    const other = dimensions.weights.subarray(column * dimensions.outputs, (column + 1) * dimensions.outputs);
    weights.set(own, column * outputs);
    weights.set(other, column * outputs + labels.outputs);
  }
  return { weights, bias: [...labels.bias, ...dimensions.bias] };
}
