import { isGraveRisk } from "@openempathic/govern";
import type { RiskLatch } from "@openempathic/govern";
import type { Understanding } from "./understand.ts";

/**
 * Whether the gateway answers with the crisis script instead of asking the upstream: while the latch holds a risk to
 * the writer, and for a risk to others when the last message itself speaks of it. A request has no clock by which a
 * worry about somebody else could fade, and one mention must not take over a whole conversation.
 */
export function needsCrisisAnswer({ latch, judgement }: Pick<Understanding, "latch" | "judgement">): boolean {
  if (isGraveRisk(latch.level) && latch.about === "self") return true;
  return judgement !== undefined && isGraveRisk(judgement.level);
}

/** The latch to plan with: an older worry about somebody else stays in the report, not in the plan. */
export function planningLatch(understanding: Pick<Understanding, "latch" | "judgement">): RiskLatch {
  const { latch } = understanding;
  if (!isGraveRisk(latch.level) || needsCrisisAnswer(understanding)) return latch;
  return { ...latch, level: "none", about: null, reason: "" };
}
