import { RISK_LEVELS } from "../risk.ts";
import type { RiskJudgement, RiskLatch, RiskLevel, RiskTopic } from "../risk.ts";

const HOUR_MS = 3_600_000;

/** What it takes to come down one level: both the time since the last sign and the explicit safe answers. */
export interface RiskDecay {
  readonly afterMs: number;
  readonly safeAnswers: number;
}

/**
 * The decay of each level. † Proposed by this project, not taken from a trial. The time: suicidal thoughts come
 * and go within hours (in Kleiman et al. 2017, doi:10.1037/abn0000273, most of them changed a great deal from one
 * assessment to the next, four to eight hours later), so one calm hour says little and a day must pass before
 * "imminent" or "active" comes down a step. The answers: one "no" can be given to end the questions, so the two
 * gravest levels need two.
 */
export const RISK_DECAY: Readonly<Record<Exclude<RiskLevel, "none">, RiskDecay>> = {
  imminent: { afterMs: 24 * HOUR_MS, safeAnswers: 2 },
  active: { afterMs: 24 * HOUR_MS, safeAnswers: 2 },
  passive: { afterMs: 12 * HOUR_MS, safeAnswers: 1 },
  concern: { afterMs: 6 * HOUR_MS, safeAnswers: 1 },
};

/** The latch of a session in which nothing has been said yet. */
export const INITIAL_RISK_LATCH: RiskLatch = { level: "none", about: null, reason: "", safeAnswers: 0 };

/** A sign of risk: what a judgement and a language model's opinion have in common. */
export interface RiskSign {
  readonly level: RiskLevel;
  readonly about: "self" | "others" | null;
  readonly reason: string;
  readonly topic?: RiskTopic;
}

/**
 * Remembers what a message said about risk. A higher level is taken at once; the same level confirms itself and
 * starts the wait anew; a lower one changes nothing, unless it holds an explicit safe answer. The level comes
 * down one step at a time, when both the time and the safe answers of {@link RISK_DECAY} are there.
 *
 * @param latch what is remembered so far
 * @param judgement what {@link judgeRisk} said about the new message
 * @param atMs when the message came, in milliseconds since the epoch; a time before the last sign counts as that sign's
 * @throws RangeError when the time is not finite or a level is unknown
 *
 * @example
 * ```ts
 * import { INITIAL_RISK_LATCH, latchRisk } from "@openempathic/govern";
 *
 * const raised = latchRisk(INITIAL_RISK_LATCH, { level: "active", about: "self", reason: "plan" }, 0);
 * raised.level; // => "active"
 * latchRisk(raised, { level: "none", about: null, reason: "" }, 1_000).level; // => "active"
 * ```
 */
export function latchRisk(latch: RiskLatch, judgement: RiskJudgement, atMs: number): RiskLatch {
  const sign = rankOf("latchRisk", judgement.level) - rankOf("latchRisk", latch.level);
  requireTime("latchRisk", atMs);
  if (sign > 0) return raised(judgement, atMs);
  if (latch.level === "none") return latch;
  if (sign === 0) return confirmed(latch, judgement, atMs);
  return judgement.safeAnswer === true ? answeredSafely(latch, atMs) : latch;
}

/**
 * Takes in somebody else's opinion, such as a language model's: it can raise the latch, and do nothing else. An
 * opinion of the same or a lower level leaves the latch exactly as it was.
 *
 * @param latch what is remembered so far
 * @param sign the opinion
 * @param atMs when it came, in milliseconds since the epoch
 * @throws RangeError when the time is not finite or the level is unknown
 *
 * @example
 * ```ts
 * import { INITIAL_RISK_LATCH, raiseRisk } from "@openempathic/govern";
 *
 * const latch = raiseRisk(INITIAL_RISK_LATCH, { level: "passive", about: "self", reason: "model" }, 0);
 * latch.level; // => "passive"
 * raiseRisk(latch, { level: "none", about: null, reason: "all good" }, 1_000).level; // => "passive"
 * ```
 */
export function raiseRisk(latch: RiskLatch, sign: RiskSign, atMs: number): RiskLatch {
  requireTime("raiseRisk", atMs);
  return rankOf("raiseRisk", sign.level) > rankOf("raiseRisk", latch.level) ? raised(sign, atMs) : latch;
}

function raised(sign: RiskSign, atMs: number): RiskLatch {
  const { level, about, reason, topic } = sign;
  return { level, about, reason, sinceMs: atMs, safeAnswers: 0, ...(topic === undefined ? {} : { topic }) };
}

/** The same level again. Of two signs at one time the writer's own risk goes first, then the order of the words. */
function confirmed(latch: RiskLatch, sign: RiskSign, atMs: number): RiskLatch {
  const sinceMs = Math.max(latch.sinceMs ?? atMs, atMs);
  if (atMs > (latch.sinceMs ?? -Infinity)) {
    const about = latch.about === "self" ? "self" : sign.about;
    return { ...raised(sign, sinceMs), about };
  }
  const first = precedence(latch) <= precedence(sign) ? latch : sign;
  return raised(first, sinceMs);
}

function precedence({ about, reason, topic }: RiskSign): string {
  return `${about === "self" ? "0" : "1"}${topic ?? ""} ${reason}`;
}

function answeredSafely(latch: RiskLatch, atMs: number): RiskLatch {
  if (latch.level === "none") return latch;
  const safeAnswers = latch.safeAnswers + 1;
  const needed = RISK_DECAY[latch.level];
  const waitedMs = atMs - (latch.sinceMs ?? atMs);
  if (safeAnswers < needed.safeAnswers || waitedMs < needed.afterMs) return { ...latch, safeAnswers };
  const level = RISK_LEVELS[rankOf("latchRisk", latch.level) - 1] ?? "none";
  return level === "none" ? INITIAL_RISK_LATCH : { ...latch, level, sinceMs: atMs, safeAnswers: 0 };
}

function rankOf(caller: string, level: RiskLevel): number {
  const rank = RISK_LEVELS.indexOf(level);
  if (rank < 0)
    throw new RangeError(
      `${caller} needs a level of ${RISK_LEVELS.join(", ")}; it got ${JSON.stringify(level)}`,
    );
  return rank;
}

function requireTime(caller: string, atMs: number): void {
  if (!Number.isFinite(atMs)) throw new RangeError(`${caller} needs a finite atMs; it got ${String(atMs)}`);
}
