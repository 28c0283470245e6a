// Cuts every text into pieces as perceiving does later, people masked, and scores both parts by n-gram models: the train part
// by those of five that have not seen the text, the dev part by the mean of all. Writes JSON lines and raw float32 tables
// for train.py.
//
//   node --conditions=workspace --import tsx training/text_mini/prepare.ts CACHE_FOLDER
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import {
  buildVocabulary,
  fitDualRegression,
  fitPlatt,
  GOEMOTIONS_LABELS,
  parseEmoBank,
  parseGoEmotions,
  scoreRow,
  selectRows,
  type SparseRows,
  TEXT_NGRAM_RECIPE,
  vectoriseTexts,
  wordsOf,
} from "@openempathic/learn";
import { seededRandom } from "@openempathic/measure";
import { decodeNgramWeights, maskPeople, openTextMiniPieces } from "@openempathic/perceive";
import { degreesOf } from "./degrees.ts";
import { OWN_LINE_FILES, type OwnDegrees, ownDegrees, type OwnLine, ownLines } from "./own-lines.ts";

const FOLDS = 5;
/** The share of observers who would name a label that the writers of a line did not list. */
const UNNAMED = 0.015;
/** How much a line counts: those put together by a script repeat themselves. */
const WEIGHTS = { hand: 1, paired: 0.5, frame: 0.4 };
/** Of the groups of degrees.tsv, one in so many is not learned from: recipes are compared by it. */
const HELD_OUT = 6;
/** Characters up to which a comment is said again in other degrees. */
const LONGEST_VARIED = 140;
/** Shares of observers: two lines of a group differ in degree from so much on, and a label is clearly said from so much on. */
const STEP = 0.08;
const CLEAR = 0.3;
const LABELS = GOEMOTIONS_LABELS.length;

const root = fileURLToPath(new URL("../../", import.meta.url));
const data = join(root, "../shared/data");
const cache = process.argv[2] ?? join(root, ".cache/text-mini");
if (!existsSync(join(data, "goemotions/train.tsv")) || !existsSync(join(data, "emobank/train.csv"))) {
  console.error(`Training needs goemotions/ and emobank/ in ${data}.`);
  process.exit(2);
}
mkdirSync(cache, { recursive: true });

const cut = openTextMiniPieces(readFileSync(join(root, "models/text-mini/vocabulary.json"), "utf8"));
const knows = wordsOf(
  decodeNgramWeights(new Uint8Array(readFileSync(join(root, "models/text-ngram/weights.bin")))).table,
);
const mask = (text: string): string => maskPeople(text, knows).text;
const readComments = (part: "train" | "dev") =>
  parseGoEmotions(readFileSync(join(data, `goemotions/${part}.tsv`), "utf8")).map((row) => ({
    ...row,
    text: mask(row.text),
  }));
const [train, dev] = [readComments("train"), readComments("dev")];
writeLines(
  "goemotions-train",
  train.map((row) => ({ ...cut({ text: row.text }), labels: row.labels })),
);
writeLines(
  "goemotions-dev",
  dev.map((row) => ({ ...cut({ text: row.text }), labels: row.labels })),
);
for (const part of ["train", "dev"] as const) {
  const rows = parseEmoBank(readFileSync(join(data, `emobank/${part}.csv`), "utf8"));
  const onOurScale = (rating: number): number => (rating - 3) / 2;
  writeLines(
    `emobank-${part}`,
    rows.map((row) => ({
      ...cut({ text: mask(row.text) }),
      vad: [row.valence, row.arousal, row.dominance].map(onOurScale),
    })),
  );
}
const written = ownDegrees();
const isHeldOut = (_: unknown, index: number): boolean => index % HELD_OUT === 0;
const learned = written.filter((group, index) => !isHeldOut(group, index));
writeLines("own", [...ownRows(), ...degreeRows(learned)]);
writeLines("degrees", degreesInComments());
writeLines("degrees-own", [...degreesInOwn(), ...learned.map(asGroup)]);
writeLines("degrees-held-out", written.filter(isHeldOut).map(asGroup));
scoreByNgrams();

/** The lines written for this project, with the share of observers who would name each label. Lines of dev are left out. */
function ownRows(): object[] {
  const judged = new Set(dev.map((row) => row.text.toLowerCase()));
  return OWN_LINE_FILES.flatMap((file) =>
    ownLines(file).flatMap(({ text, turns, labels, made = "hand" }) => {
      const context = (turns?.slice(0, -1) ?? []).map((turn) => ({
        role: turn.role === "user" ? ("person" as const) : turn.role,
        text: mask(turn.text),
      }));
      const message = mask(text ?? turns?.at(-1)?.text ?? "");
      if (context.length === 0 && judged.has(message.toLowerCase())) return [];
      const soft = GOEMOTIONS_LABELS.map((label) => labels[label] ?? UNNAMED);
      return [{ ...cut({ text: message, context }), soft, weight: WEIGHTS[made] }];
    }),
  );
}

/** Comments that carry the label of a feeling word in them, with that word raised, lowered, scarcely meant and denied. */
function degreesInComments(): object[] {
  const drawn = seededRandom(7);
  return train.flatMap((row) => {
    const degrees = row.text.length > LONGEST_VARIED ? undefined : degreesOf(row.text, drawn);
    if (degrees === undefined || !row.labels.includes(degrees.label)) return [];
    return [{ label: degrees.label, rows: degrees.texts.map(pieces) }];
  });
}

/** The groups of our own contrasts, ordered for each label that one of them says clearly. */
function degreesInOwn(): object[] {
  const groups = new Map<string | undefined, OwnLine[]>();
  for (const line of ownLines("contrasts")) groups.set(line.group, [...(groups.get(line.group) ?? []), line]);
  return [...groups.values()].flatMap((group) =>
    GOEMOTIONS_LABELS.flatMap((name, label) => {
      const shared = group
        .map((line) => ({ text: line.text ?? "", share: line.labels[name] ?? UNNAMED }))
        .sort((a, b) => b.share - a.share);
      const steps = shared.reduce<typeof shared>((kept, one) => {
        const before = kept.at(-1);
        return before === undefined || before.share - one.share >= STEP ? [...kept, one] : kept;
      }, []);
      if (steps.length < 2 || (steps[0]?.share ?? 0) < CLEAR) return [];
      return [{ label, rows: steps.slice(0, 5).map(({ text }) => pieces(mask(text))) }];
    }),
  );
}

/** Of these lines only the label of their group is judged. */
function degreeRows(groups: readonly OwnDegrees[]): object[] {
  return groups.flatMap(({ label, lines }) =>
    lines.map(({ text, share }) => ({
      ...cut({ text: mask(text) }),
      soft: GOEMOTIONS_LABELS.map((_, l) => (l === label ? share : 0)),
      weight: GOEMOTIONS_LABELS.map((_, l) => (l === label ? 1 : 0)),
    })),
  );
}

function asGroup({ label, lines }: OwnDegrees): object {
  return { label, rows: lines.map(({ text }) => pieces(mask(text))) };
}

function pieces(text: string): readonly number[] {
  return cut({ text }).pieces;
}

function scoreByNgrams(): void {
  const table = buildVocabulary(
    train.map((row) => row.text),
    TEXT_NGRAM_RECIPE,
  );
  const rows = vectoriseTexts(
    train.map((row) => row.text),
    table,
  );
  const others = vectoriseTexts(
    dev.map((row) => row.text),
    table,
  );
  const targets = new Float32Array(train.length * LABELS);
  for (const [i, row] of train.entries()) for (const label of row.labels) targets[i * LABELS + label] = 1;
  const scores = new Float32Array(train.length * LABELS);
  const devScores = new Float32Array(dev.length * LABELS);
  for (let fold = 0; fold < FOLDS; fold++) {
    const kept = train.map((_, i) => i).filter((i) => i % FOLDS !== fold);
    const model = fitFold({ rows, targets }, kept, fold);
    const one = new Float64Array(LABELS);
    for (let i = fold; i < train.length; i += FOLDS) {
      scoreRow(rows, i, { model, scores: one });
      scores.set(one, i * LABELS);
    }
    for (let i = 0; i < dev.length; i++) {
      scoreRow(others, i, { model, scores: one });
      for (let l = 0; l < LABELS; l++)
        devScores[i * LABELS + l] = (devScores[i * LABELS + l] as number) + (one[l] as number) / FOLDS;
    }
    console.error(`n-grams, fold ${fold + 1} of ${FOLDS}`);
  }
  for (let l = 0; l < LABELS; l++) {
    const column = (values: Float32Array): Float64Array =>
      Float64Array.from({ length: values.length / LABELS }, (_, i) => values[i * LABELS + l] as number);
    const { slope, offset } = fitPlatt(column(scores), column(targets));
    for (const table of [scores, devScores]) {
      for (let i = l; i < table.length; i += LABELS) table[i] = slope * (table[i] as number) + offset;
    }
  }
  writeFileSync(join(cache, "ngram-train.f32"), new Uint8Array(scores.buffer));
  writeFileSync(join(cache, "ngram-dev.f32"), new Uint8Array(devScores.buffer));
}

function fitFold(
  { rows, targets }: { readonly rows: SparseRows; readonly targets: Float32Array },
  kept: readonly number[],
  fold: number,
) {
  const keptTargets = new Float32Array(kept.length * LABELS);
  for (const [k, i] of kept.entries())
    keptTargets.set(targets.subarray(i * LABELS, (i + 1) * LABELS), k * LABELS);
  return fitDualRegression(selectRows(rows, kept), keptTargets, {
    loss: "logistic",
    cost: TEXT_NGRAM_RECIPE.labelCost,
    positiveWeight: TEXT_NGRAM_RECIPE.labelPositiveWeight,
    passes: TEXT_NGRAM_RECIPE.labelPasses,
    seed: TEXT_NGRAM_RECIPE.seed + 1 + fold,
  });
}

function writeLines(name: string, lines: readonly object[]): void {
  writeFileSync(join(cache, `${name}.jsonl`), `${lines.map((line) => JSON.stringify(line)).join("\n")}\n`);
  console.error(`${name}: ${lines.length} lines`);
}
