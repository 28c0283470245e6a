import { raiseRisk } from "@openempathic/govern";
import type { RiskJudgement, RiskLatch } from "@openempathic/govern";

/** What stands in a log for words that an error kept from being judged. */
export interface Unjudged {
  readonly kind: "risk-judged";
  readonly of: number;
  readonly judgement: RiskJudgement;
  readonly latch: RiskLatch;
}

/**
 * Words whose risk could not be judged because of an error count as a concern, so that they are met with care.
 *
 * @param of the seq of the event that holds them
 * @param latch the remembered risk before them
 * @param atMs when they were written
 */
export function unjudged(of: number, latch: RiskLatch, atMs: number): Unjudged {
  const judgement = {
    level: "concern",
    about: "self",
    reason: "These words could not be judged because of an error, so they are treated with care.",
  } as const;
  return { kind: "risk-judged", of, judgement, latch: raiseRisk(latch, judgement, atMs) };
}
