import type { RiskJudgement, Turn } from "../risk.ts";
import { judgeSentence, judgementOf, markMessage } from "./judge-sentence.ts";
import type { Finding } from "./judge-sentence.ts";
import { COMPILED_LEXICONS } from "./lexicons.ts";
import { normaliseText } from "./normalise-text.ts";
import type { NormalisedText } from "./normalise-text.ts";
import { readInContext } from "./read-in-context.ts";
import type { InContext } from "./read-in-context.ts";
import type { RiskReading, RiskSurroundings } from "./risk-features.ts";
import type { RiskModel } from "./risk-model.ts";
import { SHIPPED_RISK_MODEL } from "./shipped-risk-model.ts";
import { weighLikelihood } from "./weigh-likelihood.ts";

/** How many of the person's earlier messages count together with the last. † Proposed. */
const WINDOW = 8;

interface ReadTurn {
  readonly message: NormalisedText;
  readonly findings: readonly Finding[];
}

// A conversation is judged message by message, and each turn is context for those after it: it is read once, and
// forgotten with the turn. A turn is readonly, so what was read of it stays true.
const READ_TURNS = new WeakMap<Turn, ReadTurn>();

/** A message of more words than this stands for itself, whatever was asked before it. † Proposed. */
const ANSWER_WORDS = 16;

/**
 * Judges what the last message of a conversation says about risk of harm, to the writer or to others. It knows
 * words, not people: it favours finding too much over missing something, and its reason names the words and how
 * they were read. Two judges read each message: rules, which know figures of speech, denials, stories and the past,
 * and a small statistical model, which can raise the level where the rules see nothing. No language model takes part.
 *
 * Levels: "concern" is distress, the past, eating or bereavement; "passive" a wish to be dead or a hint; "active"
 * thoughts of killing, hurting or threatening, or being hurt by somebody; "imminent" something done, under way or
 * meant for today.
 *
 * @param turns the conversation; the last turn is the person's message, the earlier ones are its context
 * @returns the level, whom it is about, the reason, and whether the message was an explicit safe answer
 * @throws RangeError when there is no turn or the last one is not the person's
 *
 * Levels after the ideas of the Columbia scale (Posner et al. 2011, doi:10.1176/appi.ajp.2011.10111704), which
 * parts the wish to be dead from thoughts of acting, of means and of intent; this is no administration of it.
 *
 * @example
 * ```ts
 * import { judgeRisk } from "@openempathic/govern";
 *
 * const level = (text: string) => judgeRisk([{ role: "person", text }]).level;
 * level("I want to kill myself"); // => "active"
 * level("this commute is killing me"); // => "none"
 * level("Ich will nicht mehr leben"); // => "passive"
 * ```
 */
export function judgeRisk(turns: readonly Turn[]): RiskJudgement {
  return judgeRiskWith(SHIPPED_RISK_MODEL, turns);
}

/**
 * Judges like {@link judgeRisk}, with another model beside the rules; for training and comparing models.
 *
 * @param model the statistical judge, or `undefined` for the rules alone
 * @param turns the conversation; the last turn is the person's message
 * @throws RangeError when there is no turn or the last one is not the person's
 */
export function judgeRiskWith(model: RiskModel | undefined, turns: readonly Turn[]): RiskJudgement {
  const context = readTurns("judgeRisk", turns);
  const judged = readInContext(context);
  return model === undefined ? judged : weighLikelihood(model, judged, readingOf(context));
}

/**
 * Reads a conversation as the statistical judge does; for training it.
 *
 * @param turns the conversation; the last turn is the person's message
 * @throws RangeError when there is no turn or the last one is not the person's
 */
export function readForRisk(turns: readonly Turn[]): RiskReading {
  const context = readTurns("readForRisk", turns);
  return readingOf(context);
}

/** Figures of speech are blotted out for both judges. */
function readingOf(context: InContext): RiskReading {
  const sentences = context.message.sentences.map((sentence) => ({
    ...sentence,
    text: COMPILED_LEXICONS.reduce((text, lexicon) => lexicon.blotted(text), sentence.text),
  }));
  return { message: { ...context.message, sentences }, around: surroundingsOf(context) };
}

function readTurns(caller: string, turns: readonly Turn[]): InContext {
  const last = turns.at(-1);
  if (last?.role !== "person") {
    throw new RangeError(
      `${caller} needs a last turn by the person; it got ${last === undefined ? "no turn" : "one by the assistant"}`,
    );
  }
  const { message, findings } = readTurn(last);
  const earlier = turns.slice(0, -1);
  const before = earlier
    .filter((turn) => turn.role === "person")
    .slice(-WINDOW)
    .map((turn) => readTurn(turn).findings);
  return { message, findings, before, question: lastQuestion(earlier) };
}

function readTurn(turn: Turn): ReadTurn {
  const known = READ_TURNS.get(turn);
  if (known !== undefined) return known;
  const message = normaliseText(turn.text);
  const read = { message, findings: findingsOf(message) };
  READ_TURNS.set(turn, read);
  return read;
}

function surroundingsOf({ message, findings, before, question }: InContext): RiskSurroundings {
  const short = message.whole.split(/ +/).length <= ANSWER_WORDS + 2;
  return {
    findings,
    laughs: message.laughs,
    question: short ? question : undefined,
    before: judgementOf(before.flat()).level,
  };
}

function lastQuestion(earlier: readonly Turn[]): NormalisedText | undefined {
  const last = earlier.at(-1);
  return last?.role === "assistant" ? normaliseText(last.text) : undefined;
}

function findingsOf(message: NormalisedText): readonly Finding[] {
  const marked = markMessage(message);
  return message.sentences.flatMap((sentence) =>
    COMPILED_LEXICONS.flatMap((lexicon) => judgeSentence(sentence, marked, lexicon)),
  );
}
