import { RISK_LEVELS } from "../risk.ts";
import type { RiskJudgement, RiskLevel, RiskTopic } from "../risk.ts";
import { COMPILED_LEXICONS } from "./lexicons.ts";
import type { RiskReading } from "./risk-features.ts";
import { RISK_OUTPUTS, scoreRisk, wordsThatSpoke } from "./risk-model.ts";
import type { RiskModel, RiskScores } from "./risk-model.ts";
import { WORD_CLASSES, classesOf } from "./word-classes.ts";

/** An answer of so many words that the rules took as safe is left at that. */
const SAFE_ANSWER_WORDS = 9;

/**
 * Weighs what the rules said with the statistical judge. It raises the level where its thresholds are passed. It
 * lowers one thing only: to concern, and never to none, what the rules found at passive or graver where words mark
 * a story, a game, a study or a joke and the message as a whole scores low, and never where the writer says in so
 * many words that they want to die or kill themselves. An explicit safe answer is left alone.
 */
export function weighLikelihood(
  model: RiskModel,
  judged: RiskJudgement,
  reading: RiskReading,
): RiskJudgement {
  const { message, around } = reading;
  if (message.whole === "") return judged;
  const short = message.whole.trim().split(" ").length <= SAFE_ANSWER_WORDS;
  if (judged.safeAnswer === true && short) return judged;
  const scores = scoreRisk(model, message, around);
  const level = levelOf(model, scores);
  if (rank(level) > rank(judged.level)) return heard(model, { judged, scores, level });
  return rank(judged.level) >= rank("passive") && isDoubtful(model, scores, reading)
    ? doubted(judged)
    : judged;
}

function rank(level: RiskLevel): number {
  return RISK_LEVELS.indexOf(level);
}

/** The rules for wishes, thoughts, plans and times in so many words. */
const PLAIN_WORDS = /suicide-(?:want|soon|plan)|suicidal|passive/;

function isDoubtful(
  { doubtBelow }: RiskModel,
  { logOdds }: RiskScores,
  { message, around }: RiskReading,
): boolean {
  // What the rules learned from the turns before is not in the score: it stands.
  if (around.question !== undefined || around.before !== "none") return false;
  const plain = around.findings.some(
    ({ ruleId, about, reading, level }) =>
      about === "self" &&
      reading === "explicit" &&
      rank(level) >= rank("passive") &&
      PLAIN_WORDS.test(ruleId),
  );
  if (plain) return false;
  const marked =
    around.laughs ||
    COMPILED_LEXICONS.some(({ marks }) => MARKS_OF_DOUBT.some((mark) => marks[mark].test(message.whole)));
  return marked && (logOdds[RISK_OUTPUTS.indexOf("passive")] ?? 0) < doubtBelow;
}

const MARKS_OF_DOUBT = ["fiction", "study", "joking", "trivial", "harmless"] as const;

function doubted(judged: RiskJudgement): RiskJudgement {
  return {
    ...judged,
    level: "concern",
    reason: `${judged.reason} The message as a whole sounds harmless, so this is kept as a concern.`,
  };
}

/** The gravest level whose threshold is passed; from passive on, every step below must be passed, too. */
function levelOf({ thresholds }: RiskModel, { logOdds }: RiskScores): RiskLevel {
  const passed = (level: "concern" | "passive" | "active" | "imminent") => {
    const output = RISK_OUTPUTS.indexOf(level);
    return (logOdds[output] ?? -Infinity) >= (thresholds[output] ?? Infinity);
  };
  if (!passed("passive")) return passed("concern") ? "concern" : "none";
  if (!passed("active")) return "passive";
  return passed("imminent") ? "imminent" : "active";
}

interface Heard {
  readonly judged: RiskJudgement;
  readonly scores: RiskScores;
  readonly level: RiskLevel;
}

function heard(model: RiskModel, { judged, scores, level }: Heard): RiskJudgement {
  const others = RISK_OUTPUTS.indexOf("others");
  const aboutOthers = (scores.logOdds[others] ?? 0) >= (model.thresholds[others] ?? 0);
  const about = judged.about ?? (aboutOthers ? "others" : "self");
  const output = level === "none" ? 0 : RISK_OUTPUTS.indexOf(level);
  const [first = "", second] = wordsThatSpoke(model, scores, output).map(
    (words) => `"${words.slice(0, 60)}"`,
  );
  const words =
    second === undefined ? `The words ${first} sound` : `The words ${first} and ${second} together sound`;
  const whom = about === "self" ? "the writer" : "somebody else";
  return {
    level,
    about,
    topic: judged.topic ?? topicOf(scores, level),
    reason: `${words} like ${MEANINGS[level]}, about ${whom}, though no single rule says so.`,
  };
}

const MEANINGS: Readonly<Record<RiskLevel, string>> = {
  none: "nothing",
  concern: "distress",
  passive: "a wish to be dead or a hint at it",
  active: "thoughts of harm or being harmed",
  imminent: "harm under way or near",
};

const TOPIC_CLASSES: readonly (readonly [RiskTopic, readonly string[]])[] = [
  ["suicide", ["suicide", "kill", "death"]],
  ["overdose", ["drug"]],
  ["self-harm", ["wound"]],
  ["abuse", ["abuse", "violence"]],
  ["eating", ["eating"]],
];

/** The first sort of harm that the words name; where they name none, the one that is graver to miss. */
function topicOf({ stretch }: RiskScores, level: RiskLevel): RiskTopic {
  const classes = new Set(stretch.words.flatMap((word) => classesOf(word)).map((one) => WORD_CLASSES[one]));
  const named = TOPIC_CLASSES.find(([, names]) => names.some((name) => classes.has(name)));
  if (level === "concern") return named?.[0] === "eating" ? "eating" : "distress";
  return named === undefined || named[0] === "eating" ? "suicide" : named[0];
}
