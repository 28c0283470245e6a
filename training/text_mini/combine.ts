// npm run train:text-mini:combine [-- FOLDER]: fits how the network and the n-gram model are put together, and writes
// combination.json, card.json and README.md beside model.onnx.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import {
  combineScores,
  crossFitCombination,
  evaluateText,
  fitDimensionCombination,
  fitLabelCombination,
  goEmotionsColumns,
  parseEmoBank,
  parseGoEmotions,
  parseProbes,
  PROBE_FILES,
  type Probes,
  type Scored,
  type TextEvaluationData,
} from "@openempathic/learn";
import {
  type MiniCombination,
  type MiniScorer,
  type MiniScores,
  modelDigest,
  onnxSessions,
  openMiniScores,
  openTextMini,
} from "@openempathic/perceive";
import * as runtime from "onnxruntime-node";
import { LICENCES, type MiniCard, type MiniTraining } from "./mini-card.ts";
import { miniCardPage } from "./mini-card-page.ts";
import { sliceFigures } from "./slices.ts";

const VERSION = "1.1.0";
const EVALUATION = { bootstrap: 1000, seed: 1 };

const root = fileURLToPath(new URL("../../", import.meta.url));
const data = join(root, "../shared/data");
const folder = process.argv[2] ?? join(root, "models/text-mini");

function tell(done: string): void {
  console.error(`${(performance.now() / 1000).toFixed(0).padStart(4)} s  ${done}`);
}

function bytesOf(...path: readonly string[]): Uint8Array {
  return new Uint8Array(readFileSync(join(...path)));
}

function readProbes(): Probes {
  const read = PROBE_FILES.map(
    (name) => [name, readFileSync(join(import.meta.dirname, "evaluation", name), "utf8")] as const,
  );
  // The cast is safe: each of the files was read.
  return parseProbes(Object.fromEntries(read) as Record<(typeof PROBE_FILES)[number], string>);
}

/** The rows of which the models say something, with what they say. */
function scored<Row>(
  rows: readonly Row[],
  scores: readonly (MiniScores | undefined)[],
): readonly Scored<Row>[] {
  return rows.flatMap((row, i) => {
    const own = scores[i];
    return own === undefined ? [] : [{ row, scores: own }];
  });
}

async function fit(
  scorer: MiniScorer,
  dev: TextEvaluationData,
): Promise<{
  readonly labels: MiniCombination["labels"];
  readonly dimensions: MiniCombination["dimensions"];
  readonly scores: readonly (MiniScores | undefined)[];
}> {
  const asSignals = (rows: readonly { readonly text: string }[]) =>
    rows.map(({ text }) => ({ kind: "text" as const, text }));
  const scores = await scorer.read(asSignals(dev.goemotions));
  tell(`${scores.length} comments read`);
  const labels = fitLabelCombination(scored(dev.goemotions, scores));
  tell(`the network has ${String(labels[0]?.networkShare)} of the log-odds`);
  const sentences = await scorer.read(asSignals(dev.emobank));
  const dimensions = fitDimensionCombination(scored(dev.emobank, sentences));
  for (const { dimension, networkShare } of dimensions) tell(`and ${networkShare} of ${dimension}`);
  return { labels, dimensions, scores };
}

if (!existsSync(join(data, "goemotions/dev.tsv")) || !existsSync(join(data, "emobank/dev.csv"))) {
  console.error(`This needs goemotions/ and emobank/ in ${data}.`);
  process.exit(2);
}

const dev: TextEvaluationData = {
  goemotions: parseGoEmotions(readFileSync(join(data, "goemotions/dev.tsv"), "utf8")),
  emobank: parseEmoBank(readFileSync(join(data, "emobank/dev.csv"), "utf8")),
  probes: readProbes(),
};
const files = {
  network: bytesOf(folder, "model.onnx"),
  vocabulary: bytesOf(folder, "vocabulary.json"),
  ngrams: bytesOf(root, "models/text-ngram/weights.bin"),
  openSession: onnxSessions(runtime, "cpu"),
};
const scorer = await openMiniScores(files);
const { labels, dimensions, scores } = await fit(scorer, dev);
await scorer.close();

const digests = {
  network: await modelDigest(files.network),
  vocabulary: await modelDigest(files.vocabulary),
  ngrams: await modelDigest(files.ngrams),
};
const own = { format: "open-empathic/text-mini/1", id: "text-mini", version: VERSION } as const;
const combination: MiniCombination = { ...own, labelSet: "goemotions", labels, dimensions, digests };
const combinationBytes = new TextEncoder().encode(`${JSON.stringify(combination, null, 2)}\n`);
const digest = await modelDigest(combinationBytes);

const crossFitted = crossFitCombination({ rows: dev.goemotions, scores }, EVALUATION);
tell(`macro-F1 ${String(crossFitted.macroF1.value)} cross-fitted`);

const perceiver = await openTextMini({ ...files, combination: combinationBytes, digest });
const evaluation = await evaluateText(perceiver, dev, EVALUATION);
tell(`macro-F1 ${String(evaluation.labels.macroF1.value)} on dev`);
await perceiver.close();
const told = scores.map((own) => (own === undefined ? undefined : combineScores(labels, own)));
const thresholdOf = new Map(evaluation.labels.each.map(({ label, threshold }) => [label, threshold]));
const slices = sliceFigures(
  dev.goemotions.map(({ text }) => text),
  goEmotionsColumns(told, dev.goemotions).map((column) => ({
    ...column,
    threshold: thresholdOf.get(column.label) ?? 0.5,
  })),
  EVALUATION,
);

function readTraining(): MiniTraining | null {
  const path = join(folder, "training.json");
  // The cast is safe: the training scripts write the file in this form.
  return existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as MiniTraining) : null;
}

const rounded = (each: readonly { readonly label: string; readonly threshold: number }[]) =>
  Object.fromEntries(each.map(({ label, threshold }) => [label, Number(threshold.toFixed(4))]));
const card: MiniCard = {
  id: own.id,
  version: VERSION,
  digest,
  files: [
    { name: "combination.json", bytes: combinationBytes.length, digest },
    { name: "model.onnx", bytes: files.network.length, digest: digests.network },
    { name: "vocabulary.json", bytes: files.vocabulary.length, digest: digests.vocabulary },
    { name: "../text-ngram/weights.bin", bytes: files.ngrams.length, digest: digests.ngrams },
  ],
  licences: LICENCES,
  thresholds: rounded(evaluation.labels.each),
  groupThresholds: rounded(evaluation.groups.each),
  combination: { ...own, labelSet: "goemotions", labels, dimensions },
  training: readTraining(),
  evaluation,
  crossFitted,
  slices,
};
writeFileSync(join(folder, "combination.json"), combinationBytes);
writeFileSync(join(folder, "card.json"), `${JSON.stringify(card, null, 2)}\n`);
writeFileSync(join(folder, "README.md"), miniCardPage(card));
tell(`written to ${folder}`);
