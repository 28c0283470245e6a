// npm run train:risk-ngram: learns the statistical risk judge from data/*.jsonl, govern's dev messages and ordinary
// comments, chooses its thresholds by cross-validation, and writes risk-weights.json and its card into packages/govern.
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  RISK_LEVELS,
  RISK_OUTPUTS,
  type RiskCase,
  type RiskModel,
  evaluateRisk,
  judgeRiskWith,
  readForRisk,
  scoreRisk,
} from "@openempathic/govern";
import { seededRandom } from "@openempathic/measure";
import { everydayLines, joinedComments, ordinaryComments } from "./ordinary-comments.ts";
import { beside, rewritten } from "./augment.ts";
import { chooseThresholds, type ScoredCase } from "./choose-thresholds.ts";
import { evaluationSet } from "./evaluation-sets.ts";
import { RISK_RECIPE, fitRiskModel } from "./fit-risk-model.ts";
import { type RiskExample, examplesOf } from "./make-rows.ts";
import { riskCard } from "./model-card.ts";
import { quantised } from "./quantise.ts";
import { parseRiskMessages } from "./risk-message.ts";

const FOLDS = 5;

/** How many ordinary comments are learned from; as many again choose the thresholds. */
const COMMENTS = 12_000;

/** How many further ones are joined in twos and threes: longer messages gather more words that seem to speak for a risk. */
const TO_JOIN = 10_000;

/** What people write when nothing is wrong, apart from the files named e…. */
const ORDINARY = ["comments", "joined comments", "everyday lines"];

/**
 * The share of harmless messages that may reach each level, the rules' own false alarms with them. Every third one
 * is a harmless twin in the words of a grave message (w5 and later), so these shares are larger than what may be
 * raised of others: README.md, how.
 */
const SHARES = { concern: 0.09, passive: 0.075, active: 0.05, imminent: 0.03 } as const;

/** The same of ordinary comments, in which risk is rare. */
const ORDINARY_SHARES = { concern: 0.01, passive: 0.005, active: 0.002, imminent: 0.001 } as const;

/** Below these log-odds of passive or graver, what the rules found beside marks of a joke is doubted. */
const DOUBT_BELOW = 0.9;

const NEVER = RISK_OUTPUTS.map(() => Infinity);

const data = join(import.meta.dirname, "data");
const target = join(import.meta.dirname, "../../packages/govern/src/risk");

function tell(done: string): void {
  process.stderr.write(`${(performance.now() / 1000).toFixed(0).padStart(4)} s  ${done}\n`);
}

const files = new Map<string, RiskCase[]>([["dev", evaluationSet("dev")]]);
for (const name of readdirSync(data).sort()) {
  if (name.endsWith(".jsonl")) files.set(name, parseRiskMessages(readFileSync(join(data, name), "utf8")));
}

const comments = ordinaryComments(2 * COMMENTS + TO_JOIN);
files.set("comments", comments.slice(0, COMMENTS));
files.set("joined comments", joinedComments(comments.slice(2 * COMMENTS)));
files.set("everyday lines", everydayLines());

interface Learnt {
  readonly one: RiskCase;
  readonly fold: number;
  readonly examples: readonly RiskExample[];
}

/** A file's messages with their copies; a fold is a stretch of each file, so that like messages stay together. */
function learnt(cases: readonly RiskCase[], copied: boolean): Learnt[] {
  const random = seededRandom(RISK_RECIPE.seed);
  const harmless = cases.filter((one) => one.level === "none");
  return cases.map((one, index) => {
    const all = [one];
    for (let copy = 0; copied && copy < RISK_RECIPE.copies; copy++) all.push(rewritten(one, random));
    const neighbour = harmless[Math.floor(random() * harmless.length)];
    if (copied && random() < RISK_RECIPE.besides && neighbour !== undefined)
      all.push(beside(one, neighbour, random));
    return {
      one,
      fold: Math.floor((index * FOLDS) / cases.length),
      examples: all.flatMap((each) => examplesOf(each)),
    };
  });
}

function scored({ one }: Learnt, model: RiskModel): ScoredCase {
  const { message, around } = readForRisk(one.turns);
  // Rules and doubts, without any raising.
  const quiet = { ...model, thresholds: NEVER, doubtBelow: DOUBT_BELOW };
  const byRules = RISK_LEVELS.indexOf(judgeRiskWith(quiet, one.turns).level);
  return { expected: one, byRules, logOdds: scoreRisk(model, message, around).logOdds };
}

const all = [...files].flatMap(([name, cases]) =>
  learnt(cases, !ORDINARY.includes(name)).map((each) => ({ ...each, name })),
);
tell(`${all.length} messages read`);

const heldOut: { readonly name: string; readonly fold: number; readonly score: ScoredCase }[] = [];
const models: RiskModel[] = [];
for (let fold = 0; fold < FOLDS; fold++) {
  const model = fitRiskModel(all.filter((each) => each.fold !== fold).flatMap((each) => each.examples));
  models.push(model);
  for (const each of all.filter((one) => one.fold === fold))
    heldOut.push({ name: each.name, fold, score: scored(each, model) });
  tell(`fold ${fold + 1} of ${FOLDS}`);
}

/** Files named e… hold what people tell a companion when nothing is wrong. */
const isOrdinary = (name: string) => ORDINARY.includes(name) || /^e\d/.test(name);
const scoresOf = (ordinary: boolean) =>
  heldOut.filter(({ name }) => isOrdinary(name) === ordinary).map(({ score }) => score);
const byOrdinary = chooseThresholds(scoresOf(true), ORDINARY_SHARES);
const thresholds = chooseThresholds(scoresOf(false), SHARES).map((one, output) =>
  Math.max(one, byOrdinary[output] ?? one),
);
tell(`thresholds ${thresholds.map((one) => one.toFixed(3)).join(" ")}`);

const folds = models.map((model) => ({ ...model, thresholds, doubtBelow: DOUBT_BELOW }));
const foldOf = new Map(all.map(({ one, fold }) => [one.turns, fold]));
const crossValidated = [...files].map(([name, cases]) => ({
  name: `${name.replace(".jsonl", "")}, each message by a model that had not seen it`,
  figures: evaluateRisk(cases, (turns) => judgeRiskWith(folds[foldOf.get(turns) ?? 0], turns)),
}));

const full = fitRiskModel(all.flatMap((each) => each.examples));
const { model, file } = quantised({ ...full, thresholds, doubtBelow: DOUBT_BELOW });
tell("all of it");

writeFileSync(join(target, "risk-weights.json"), `${JSON.stringify(file)}\n`);
const unseen: readonly (readonly [string, readonly RiskCase[]])[] = [
  ["held-out", evaluationSet("held-out")],
  ["blind", evaluationSet("blind")],
  ["ordinary comments that were not learned from", comments.slice(COMMENTS, 2 * COMMENTS)],
];
const measured = unseen.map(([name, cases]) => ({
  name,
  figures: evaluateRisk(cases, (turns) => judgeRiskWith(model, turns)),
}));
writeFileSync(
  join(target, "risk-weights.md"),
  riskCard({ messages: all.length, file, recipe: RISK_RECIPE, figures: [...crossValidated, ...measured] }),
);
for (const { name, figures } of [...crossValidated, ...measured])
  tell(
    `${name}: recall ${String(figures.recallPassive?.toFixed(3))}, false alarms ${String(figures.falseAlarms?.toFixed(3))}`,
  );
