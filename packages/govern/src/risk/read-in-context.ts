import { RISK_LEVELS } from "../risk.ts";
import type { RiskJudgement, RiskLevel } from "../risk.ts";
import { judgementOf } from "./judge-sentence.ts";
import type { Finding } from "./judge-sentence.ts";
import { COMPILED_LEXICONS } from "./lexicons.ts";
import type { NormalisedText } from "./normalise-text.ts";
import type { MarkerName } from "./reading.ts";

/** A message with what came before it. */
export interface InContext {
  readonly message: NormalisedText;
  readonly findings: readonly Finding[];
  /** The findings of the person's earlier messages, oldest first. */
  readonly before: readonly (readonly Finding[])[];
  /** What the assistant said last, if it spoke last. */
  readonly question: NormalisedText | undefined;
}

/** An answer of so many words can be a plain yes or no. */
const SHORT_ANSWER_WORDS = 9;

/** So many different kinds of distress in the window count as a hint. † Proposed. */
const KINDS_THAT_ADD_UP = 3;

/**
 * Reads a message's findings with the conversation: the answer to a direct question, a pronoun that points at what
 * was said before ("I'm going to do it"), a retraction, and hints that add up.
 */
export function readInContext(context: InContext): RiskJudgement {
  const own = judgementOf(context.findings);
  const candidates = [answerToQuestion(context), pointingBack(context), addingUp(context)];
  const graver = candidates.reduce<RiskJudgement>(
    (worst, next) => (next !== undefined && rank(next.level) > rank(worst.level) ? next : worst),
    own,
  );
  return isSafeAnswer(context, graver) ? { ...graver, safeAnswer: true } : graver;
}

function rank(level: RiskLevel): number {
  return RISK_LEVELS.indexOf(level);
}

/** Whether a mark of any language stands in a text. */
function has(name: MarkerName, text: string): boolean {
  return COMPILED_LEXICONS.some((lexicon) => lexicon.marks[name].test(text));
}

function startsWith(name: MarkerName, text: string): boolean {
  return COMPILED_LEXICONS.some((lexicon) => {
    const match = lexicon.marks[name].exec(text);
    return match !== null && text.slice(0, match.index).trim().split(" ").length <= 2 && match.index < 14;
  });
}

function isShort(message: NormalisedText): boolean {
  return message.whole.trim().split(/ +/).length <= SHORT_ANSWER_WORDS;
}

function answerToQuestion({ message, question, before }: InContext): RiskJudgement | undefined {
  if (question === undefined || message.whole === "") return undefined;
  const asked = question.whole;
  const aboutRisk = has("askRisk", asked);
  const riskBefore = gravestOf(before);
  if (has("askSafe", asked) && rank(riskBefore) >= rank("passive") && isShort(message)) {
    if (
      has("notSafe", message.whole) ||
      startsWith("no", message.whole) ||
      startsWith("maybe", message.whole)
    ) {
      return inAnswer("active", "the question whether they are safe was not answered with yes");
    }
    return undefined;
  }
  if (!isShort(message)) return undefined;
  const plan =
    (aboutRisk || rank(riskBefore) >= rank("passive")) && (has("askPlan", asked) || has("askNow", asked));
  if (!aboutRisk && !plan) return undefined;
  if (startsWith("no", message.whole)) return undefined;
  const yes = startsWith("yes", message.whole);
  const maybe = startsWith("maybe", message.whole) || has("maybe", message.whole);
  if (plan && yes)
    return inAnswer(
      has("askNow", asked) ? "imminent" : "active",
      "yes to the question about a plan, means or time",
    );
  if (yes && !maybe) return inAnswer("active", "yes to the direct question about suicide or harm");
  if (yes || maybe)
    return inAnswer(plan ? "active" : "passive", "a half yes to the direct question about suicide or harm");
  return undefined;
}

function inAnswer(level: RiskLevel, what: string): RiskJudgement {
  return { level, about: "self", topic: "suicide", reason: `Read with the turn before: ${what}.` };
}

function gravestOf(before: readonly (readonly Finding[])[]): RiskLevel {
  return judgementOf(before.flat()).level;
}

/** "I'm going to do it tonight", "goodbye", "never mind": said after a risk, they point at it. */
function pointingBack({ message, before }: InContext): RiskJudgement | undefined {
  const risk = judgementOf(before.flat());
  if (rank(risk.level) < rank("passive")) return undefined;
  if (has("doIt", message.whole)) {
    return {
      level: "imminent",
      about: risk.about ?? "self",
      topic: risk.topic ?? "suicide",
      reason: "Points at the risk said before, as something to do now.",
    };
  }
  if (has("retraction", message.whole) && isShort(message)) {
    return {
      level: "passive",
      about: risk.about ?? "self",
      topic: risk.topic ?? "suicide",
      reason: "Takes back a risk said before; the risk is kept until it is talked about.",
    };
  }
  return undefined;
}

/** Distress of several kinds, over the last messages or in one, is more than each alone. */
function addingUp({ message, findings, before }: InContext): RiskJudgement | undefined {
  const kinds = new Set(
    [...findings, ...before.flat()]
      .filter(
        (finding) =>
          finding.level === "concern" && finding.about === "self" && finding.reading === "implicit",
      )
      .map((finding) => finding.words),
  );
  if (has("loss", message.whole)) kinds.add("loss");
  const now = findings.some((finding) => finding.level === "concern");
  if (!now || kinds.size < KINDS_THAT_ADD_UP) return undefined;
  return {
    level: "passive",
    about: "self",
    topic: "distress",
    reason: `Several signs of distress add up: ${[...kinds].slice(0, 4).join("; ")}.`,
  };
}

function isSafeAnswer({ message, question }: InContext, judged: RiskJudgement): boolean {
  if (rank(judged.level) >= rank("passive")) return false;
  if (has("safe", message.whole)) return true;
  if (question === undefined || !isShort(message)) return false;
  if (has("askSafe", question.whole))
    return startsWith("yes", message.whole) && !has("notSafe", message.whole);
  return has("askRisk", question.whole) && startsWith("no", message.whole) && !has("maybe", message.whole);
}
