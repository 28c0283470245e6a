import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { parseEmoBank } from "@openempathic/learn";
import { pearson } from "@openempathic/measure";
import type { Perceiver } from "@openempathic/perceive";
import { openPerceivers } from "@openempathic/server";
import type { BenchTable } from "./bench-table.ts";
import { openSentimentLibraries } from "./sentiment-libraries.ts";
import { median } from "./median.ts";

const EMOBANK = fileURLToPath(new URL("../../shared/data/emobank/dev.csv", import.meta.url));
const ROUNDS = 5;

interface Timed {
  readonly name: string;
  /** Missing where the contestant abstained. */
  readonly valences: readonly (number | undefined)[];
  readonly perSecond: readonly number[];
}

/**
 * How well valence follows people's ratings of EmoBank's dev sentences (Pearson r), and how many of these
 * sentences are read in a second, ours beside the sentiment libraries that an npm user would pick. The rounds
 * alternate between the contestants, so that a slow moment of the machine hits all of them.
 *
 * @returns `undefined` where the data is not beside the project.
 */
export async function benchText(): Promise<BenchTable | undefined> {
  const csv = await readFile(EMOBANK, "utf8").catch(() => undefined);
  if (csv === undefined) return undefined;
  const rows = parseEmoBank(csv);
  const texts = rows.map((row) => row.text);

  const mini = await openPerceivers({ text: "text-mini", threads: 0 });
  const ngram = await openPerceivers({ text: "text-ngram" });
  const contestants: readonly { name: string; run: () => Promise<readonly (number | undefined)[]> }[] = [
    { name: "text-mini, in batch", run: () => valencesInBatch(mini.text, texts) },
    { name: "text-ngram, in batch", run: () => valencesInBatch(ngram.text, texts) },
    { name: "text-ngram, one by one", run: () => valencesOneByOne(ngram.text, texts) },
    ...openSentimentLibraries().map((library) => ({
      name: `${library.name} ${library.version}`,
      run: async () => {
        const scores: (number | undefined)[] = [];
        for (const text of texts) scores.push(await library.score(text));
        return scores;
      },
    })),
  ];
  const results = await timeInTurn(contestants, texts.length);
  await mini.close();
  await ngram.close();

  const best = Math.max(...results.slice(3).map(({ perSecond }) => median(perSecond)));
  const ratings = rows.map((row) => row.valence);
  return {
    title: "Reading valence in text",
    columns: ["", "Pearson r with people", "sentences a second", "of the fastest library"],
    rows: results.map(({ name, valences, perSecond }) => [
      name,
      format(correlate(valences, ratings), 3),
      Math.round(median(perSecond)).toLocaleString("en"),
      format(median(perSecond) / best, 2),
    ]),
    notes: [
      `EmoBank dev, ${rows.length} sentences of ${Math.round(meanLength(texts))} characters on average; median of ${ROUNDS} rounds that alternate. ` +
        "Ours gives 28 labels, 40 categories, three dimensions with spread and the words that counted; the libraries give one number.",
    ],
  };
}

/** Over the sentences that were assessed: a missing valence is not a valence of 0. */
function correlate(
  valences: readonly (number | undefined)[],
  ratings: readonly number[],
): number | undefined {
  const pairs = valences.flatMap((valence, index) =>
    valence === undefined ? [] : [[valence, ratings[index] ?? 0]],
  );
  return pearson(
    pairs.map(([valence]) => valence ?? 0),
    pairs.map(([, rating]) => rating ?? 0),
  );
}

async function timeInTurn(
  contestants: readonly { name: string; run: () => Promise<readonly (number | undefined)[]> }[],
  count: number,
): Promise<readonly Timed[]> {
  const timed = contestants.map(({ name }) => ({
    name,
    valences: [] as readonly (number | undefined)[],
    perSecond: [] as number[],
  }));
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const [index, { run }] of contestants.entries()) {
      const start = performance.now();
      const valences = await run();
      const seconds = (performance.now() - start) / 1000;
      const entry = timed[index];
      if (entry === undefined) continue;
      entry.valences = valences;
      if (round > 0) entry.perSecond.push(count / seconds); // round 0 warms up
    }
  }
  return timed;
}

async function valencesInBatch(
  perceiver: Perceiver,
  texts: readonly string[],
): Promise<readonly (number | undefined)[]> {
  const estimates = await perceiver.perceiveBatch(texts.map((text) => ({ kind: "text", text })));
  return estimates.map((estimate) => estimate.dimensions.valence?.mean);
}

async function valencesOneByOne(
  perceiver: Perceiver,
  texts: readonly string[],
): Promise<readonly (number | undefined)[]> {
  const valences: (number | undefined)[] = [];
  for (const text of texts) {
    valences.push((await perceiver.perceive({ kind: "text", text })).dimensions.valence?.mean);
  }
  return valences;
}

function meanLength(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + text.length, 0) / texts.length;
}

function format(value: number | undefined, digits: number): string {
  return value === undefined ? "undefined" : value.toFixed(digits);
}
