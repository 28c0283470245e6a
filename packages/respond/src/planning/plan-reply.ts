import type { AffectState } from "@openempathic/affect";
import { isGraveRisk } from "@openempathic/govern";
import type { RiskLatch, Turn } from "@openempathic/govern";

import type { Plan, ReplyLanguage } from "../plan.ts";
import { spokenLanguage } from "../words/reply-language.ts";
import { chooseNeed } from "./choose-need.ts";
import { chooseStrategy } from "./choose-strategy.ts";
import { planReason } from "./plan-reason.ts";

/** What a plan is made from. */
export interface PlanInput {
  /** The conversation, oldest first; the person's message is the last. */
  readonly turns: readonly Turn[];
  /** The running picture of how the person may feel. */
  readonly state: AffectState;
  /** The remembered risk, this message included. */
  readonly risk: RiskLatch;
  /** The language that is set; messages that are clearly in the other one are answered in it. */
  readonly language: ReplyLanguage;
}

/**
 * Decides what the answer is for and which conversational move suits, with one plain sentence saying why.
 * The same input always gives the same plan; no language model is involved.
 *
 * The moves are Hill's helping skills as emotional-support research uses them (Liu et al. 2021, ESConv,
 * doi:10.18653/v1/2021.acl-long.269).
 *
 * @example
 * ```ts
 * import { planReply } from "@openempathic/respond";
 *
 * const risk = { level: "none", about: null, reason: "", safeAnswers: 0 } as const;
 * const state = { categories: {}, dimensions: {} };
 * const turns = [{ role: "person", text: "Guess what! I got the job!" }] as const;
 * planReply({ turns, state, risk, language: "en" }).strategy; // => "celebration"
 * ```
 */
export function planReply({ turns, state, risk, language: setting }: PlanInput): Plan {
  const chosen = chooseNeed(turns, state);
  const language = spokenLanguage(turns, setting);
  if (isGraveRisk(risk.level)) {
    return {
      need: "heard",
      strategy: "question",
      reason: planReason({ kind: "crisis" }, language),
      language,
      risk: risk.level,
    };
  }
  const strategy = chooseStrategy(turns, chosen);
  const reason = planReason({ kind: "need", ...chosen }, language);
  return { need: chosen.need, strategy, reason, language, risk: risk.level };
}
