import type { TutorPlatformEvent, TutorState } from "@openempathic/experiences/tutor";
import { INITIAL_RISK_LATCH, isGraveRisk, judgeRisk, latchRisk, shownResource } from "@openempathic/govern";
import type { RiskLatch, Turn } from "@openempathic/govern";
import { crisisAnswer } from "@openempathic/respond";

/**
 * Judges what a learner said, by code. At "passive" and above it is answered with the crisis script and lines of help:
 * a lesson is no place to leave such words standing.
 */
export function judgeSaid(state: TutorState, of: number): TutorPlatformEvent {
  const turns: readonly Turn[] = state.said
    .filter(({ seq }) => seq <= of)
    .map(({ text }) => ({ role: "person", text }));
  const judgement = judgeRisk(turns);
  const latch = latchRisk(latchOf(state), judgement, state.atMs ?? 0);
  const judged = { kind: "risk-judged", of, judgement, latch } as const;
  if (!isGraveRisk(judgement.level)) return judged;
  const { language, country } = state;
  const { text, resources } = crisisAnswer({
    language,
    ...(country === undefined ? {} : { country }),
    latch,
    turns,
  });
  return { ...judged, care: { text, resources: resources.map(shownResource) } };
}

/** The remembered risk of a session. */
export function latchOf({ latch }: TutorState): RiskLatch {
  return latch ?? INITIAL_RISK_LATCH;
}
