// npm run train:text-ngram [-- FOLDER]: trains the text model and writes weights.bin, card.json and README.md.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import {
  evaluateText,
  parseEmoBank,
  parseGoEmotions,
  TEXT_NGRAM_RECIPE,
  type TextNgramData,
  trainTextNgram,
} from "@openempathic/learn";
import { openTextNgram } from "@openempathic/perceive";
import { LICENCES, type ModelCard, modelCardPage } from "./model-card.ts";

const EVALUATION = { bootstrap: 1000, seed: 1 };

const root = fileURLToPath(new URL("../../", import.meta.url));
const data = join(root, "../shared/data");
const folder = process.argv[2] ?? join(root, "models/text-ngram");

function tell(done: string): void {
  console.error(`${(performance.now() / 1000).toFixed(0).padStart(4)} s  ${done}`);
}

function read(part: "train" | "dev"): TextNgramData {
  return {
    goemotions: parseGoEmotions(readFileSync(join(data, `goemotions/${part}.tsv`), "utf8")),
    emobank: parseEmoBank(readFileSync(join(data, `emobank/${part}.csv`), "utf8")),
  };
}

if (!existsSync(join(data, "goemotions/train.tsv")) || !existsSync(join(data, "emobank/train.csv"))) {
  console.error(`Training needs goemotions/ and emobank/ in ${data}.`);
  process.exit(2);
}

const weights = trainTextNgram(read("train"), TEXT_NGRAM_RECIPE, tell);
const digest = `sha256:${createHash("sha256").update(weights).digest("hex")}`;

const perceiver = await openTextNgram({ weights, digest });
const evaluation = await evaluateText(perceiver, read("dev"), EVALUATION);
tell(`macro-F1 ${String(evaluation.labels.macroF1.value)} on dev`);

function rounded(each: readonly { readonly label: string; readonly threshold: number }[]) {
  return Object.fromEntries(each.map(({ label, threshold }) => [label, Number(threshold.toFixed(4))]));
}

const card: ModelCard = {
  id: perceiver.id,
  version: perceiver.version,
  digest,
  bytes: weights.length,
  licences: LICENCES,
  recipe: TEXT_NGRAM_RECIPE,
  thresholds: rounded(evaluation.labels.each),
  groupThresholds: rounded(evaluation.groups.each),
  evaluation,
};
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, "weights.bin"), weights);
writeFileSync(join(folder, "card.json"), `${JSON.stringify(card, null, 2)}\n`);
writeFileSync(join(folder, "README.md"), modelCardPage(card));
tell(`${weights.length} bytes, ${digest}, written to ${folder}`);
