import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseEmoBank, parseGoEmotions, TEXT_NGRAM_RECIPE, trainTextNgram } from "@openempathic/learn";

const root = fileURLToPath(new URL("../../", import.meta.url));
const data = `${root}../shared/data`;
const folder = process.argv[2] ?? `${root}models/text-ngram`;

const weights = trainTextNgram(
  {
    goemotions: parseGoEmotions(readFileSync(`${data}/goemotions/train.tsv`, "utf8")),
    emobank: parseEmoBank(readFileSync(`${data}/emobank/train.csv`, "utf8")),
  },
  TEXT_NGRAM_RECIPE,
  (done) => console.error(`${(performance.now() / 1000).toFixed(0).padStart(4)} s  ${done}`),
);
mkdirSync(folder, { recursive: true });
writeFileSync(`${folder}/weights.bin`, weights);
const digest = `sha256:${createHash("sha256").update(weights).digest("hex")}`;
writeFileSync(`${folder}/card.json`, `${JSON.stringify({ digest }, null, 2)}\n`);
console.error(`${weights.length} bytes, ${digest}`);
