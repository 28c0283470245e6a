import {
  INITIAL_RISK_LATCH,
  RISK_LEVELS,
  isGraveRisk,
  judgeRisk,
  latchRisk,
  shownResource,
} from "@openempathic/govern";
import { crisisAnswer, findCovertHarm, findReferrals } from "@openempathic/respond";
import type { ReplyLanguage } from "@openempathic/respond";
import type { CareFinding } from "./council-event.ts";

/** What judging needs to know besides the words. */
export interface CareOptions {
  readonly language: ReplyLanguage;
  /** ISO 3166-1 alpha-2, for helplines. */
  readonly country?: string;
  /** When the words were written, in milliseconds since the epoch. */
  readonly atMs: number;
}

/**
 * Judges words that somebody wrote into a council, by code alone: danger to the writer (the scripted answer with
 * checked lines of help), harm planned behind somebody's back or a threat (not helped with), and matters of law or
 * medicine (ask somebody trained).
 *
 * @param text what was written
 * @returns what was noticed; empty where nothing was
 *
 * @example
 * ```ts
 * import { judgeCare } from "@openempathic/experiences/council";
 *
 * judgeCare("Put a tracker on her car", { language: "en", atMs: 0 });
 * // => [{ kind: "harm", words: "Put a tracker on her", threat: false }]
 * judgeCare("Move to Leipzig", { language: "en", atMs: 0 }); // => []
 * ```
 */
export function judgeCare(text: string, options: CareOptions): readonly CareFinding[] {
  if (text.trim() === "") return [];
  return [...crisisIn(text, options), ...harmIn(text), ...referralsIn(text)];
}

function crisisIn(text: string, { language, country, atMs }: CareOptions): readonly CareFinding[] {
  const turn = { role: "person", text } as const;
  const judgement = judgeRisk([turn]);
  if (!isGraveRisk(judgement.level) || judgement.about !== "self") return [];
  const latch = latchRisk(INITIAL_RISK_LATCH, judgement, atMs);
  const answer = crisisAnswer({
    language,
    latch,
    turns: [turn],
    ...(country === undefined ? {} : { country }),
  });
  const resources = answer.resources.map(shownResource);
  return [{ kind: "crisis", level: judgement.level, text: answer.text, resources }];
}

function harmIn(text: string): readonly CareFinding[] {
  const [covert] = findCovertHarm(text);
  if (covert !== undefined) return [{ kind: "harm", words: covert.text, threat: false }];
  const { level, about, topic } = judgeRisk([{ role: "person", text }]);
  const isThreat =
    about === "others" &&
    topic === "violence" &&
    RISK_LEVELS.indexOf(level) >= RISK_LEVELS.indexOf("active") &&
    /\b(?:i|we|ich|wir)\b/iu.test(text);
  return isThreat ? [{ kind: "harm", words: text.slice(0, 200), threat: true }] : [];
}

function referralsIn(text: string): readonly CareFinding[] {
  return findReferrals(text).map((found) => ({ kind: "referral", ...found }));
}
