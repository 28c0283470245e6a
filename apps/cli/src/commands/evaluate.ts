import { access, readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import {
  evaluateText,
  formatTextEvaluation,
  parseEmoBank,
  parseGoEmotions,
  parseProbes,
  PROBE_FILES,
  type Probes,
} from "@openempathic/learn";
import { CommandFailure } from "../command-failure.ts";
import { oneOf, readFlags, wholeNumber } from "../flags.ts";
import { REPOSITORY_ROOT } from "../repository-root.ts";
import type { Command } from "../command.ts";
import { openChosen } from "../open-chosen.ts";
import { say } from "../terminal.ts";
import { UsageError } from "../usage-error.ts";

const DEFAULT_DATA = join(REPOSITORY_ROOT, "..", "shared", "data");

/** Pairs, dialogues and templates of our own. */
const PROBES = join(REPOSITORY_ROOT, "training", "text_mini", "evaluation");

/** `open-empathic evaluate text`: how good perception is on published data and on probes of our own. */
export const evaluate: Command = async (args, { stdout, stderr, env }) => {
  const { values, positionals } = readFlags(args, {
    command: "evaluate",
    allowPositionals: true,
    options: {
      data: { type: "string", default: DEFAULT_DATA },
      split: { type: "string", default: "dev" },
      bootstrap: { type: "string", default: "1000" },
      seed: { type: "string", default: "1" },
      perceiver: { type: "string" },
      as: { type: "string", default: "text" },
    },
  });
  const command = "evaluate";
  requireText(positionals);
  const as = oneOf(values.as, ["text", "json"], { flag: "as", command });
  const split = oneOf(values.split, ["dev", "train", "test"], { flag: "split", command });
  const bootstrap = wholeNumber(values.bootstrap, [2, 100_000], { flag: "bootstrap", command });
  const seed = wholeNumber(values.seed, [0, 999_999_999], { flag: "seed", command });

  const [goemotions, emobank] = await Promise.all([
    readData(resolve(values.data, "goemotions", `${split}.tsv`)),
    readData(resolve(values.data, "emobank", `${split}.csv`)),
  ]);
  const probes = await readProbes();
  const perceivers = await openChosen(values.perceiver, { command, many: true, env });
  try {
    await say(stderr, `Reading the ${split} texts of GoEmotions and EmoBank with ${perceivers.text.id} …`);
    const data = { goemotions: parseGoEmotions(goemotions), emobank: parseEmoBank(emobank), probes };
    const options = { bootstrap, seed, ...(await fixedThresholds(perceivers.text.id)) };
    const evaluation = await evaluateText(perceivers.text, data, options);
    await say(
      stdout,
      as === "json" ? JSON.stringify(evaluation) : formatTextEvaluation(evaluation).trimEnd(),
    );
  } finally {
    await perceivers.close();
  }
};

async function readProbes(): Promise<Probes> {
  const read = PROBE_FILES.map(async (name) => [name, await readFile(join(PROBES, name), "utf8")] as const);
  // The cast is safe: each of the files was read.
  return parseProbes(
    Object.fromEntries(await Promise.all(read)) as Record<(typeof PROBE_FILES)[number], string>,
  );
}

function requireText([what, ...rest]: readonly string[]): void {
  if (what === "voice" || what === "face") {
    throw new UsageError(`evaluating ${what} is not in this version, only text is`, "evaluate");
  }
  if (what !== "text" || rest.length > 0) throw new UsageError("say what to evaluate: text", "evaluate");
}

async function readData(path: string): Promise<string> {
  try {
    await access(path);
  } catch (error) {
    const hint = "the data is not part of this repository; say where it lies with --data DIR";
    throw new CommandFailure(`no data at ${path}: ${hint}`, { cause: error });
  }
  return await readFile(path, "utf8");
}

type Thresholds = Readonly<Record<string, number>>;

/** The thresholds that were fixed when the model was trained, by label and by group, as far as its card has them. */
async function fixedThresholds(
  modelId: string,
): Promise<{ readonly thresholds?: Thresholds; readonly groupThresholds?: Thresholds }> {
  // The cast is safe: the card is part of this repository and a test holds its form.
  const { thresholds, groupThresholds } = JSON.parse(
    await readFile(join(REPOSITORY_ROOT, "models", modelId, "card.json"), "utf8"),
  ) as { readonly thresholds?: Thresholds; readonly groupThresholds?: Thresholds };
  return {
    ...(thresholds === undefined ? {} : { thresholds }),
    ...(groupThresholds === undefined ? {} : { groupThresholds }),
  };
}
