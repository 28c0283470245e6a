import {
  INITIAL_RISK_LATCH,
  isGraveRisk,
  judgeRisk,
  latchRisk,
  raiseRisk,
  shownResource,
} from "@openempathic/govern";
import type { RiskJudgement, RiskLatch, Turn } from "@openempathic/govern";
import { crisisAnswer } from "@openempathic/respond";
import type { Instrument } from "../instrument/instrument.ts";
import type { DatumValue } from "../protocol/datum.ts";
import { taskOf } from "../run/read-run.ts";
import type { StudyCare, StudyEvent } from "../run/study-event.ts";
import type { StudyRun, StudyState } from "../run/study-state.ts";

/** A ticked item that asks about self-harm, as what govern's risk makes of words. */
const TICKED: RiskJudgement = {
  level: "passive",
  about: "self",
  topic: "suicide",
  reason: "An item that asks about thoughts of death or self-harm was answered with more than “not at all”.",
};

/** Whether this answer says yes, in whatever strength, to an item that asks about self-harm. */
export function isSafetyAnswer(instrument: Instrument, itemId: string, value: DatumValue): boolean {
  return (
    instrument.safety?.some(
      (each) => each.itemId === itemId && typeof value === "number" && value >= each.from,
    ) ?? false
  );
}

/** The remembered risk after such an answer; it rises at once and is not taken back by another tick. */
export function latchAfterTick(latch: RiskLatch, atMs: number): RiskLatch {
  return raiseRisk(latch, TICKED, atMs);
}

/** Whether lines of help belong before the participant's eyes. */
export function needsCare({ latch }: Pick<StudyRun, "latch">): boolean {
  return isGraveRisk(latch.level);
}

type Judged = Omit<Extract<StudyEvent, { kind: "risk-judged" }>, "seq" | "atMs">;

/**
 * Judges one answer by code alone: words by govern's judge of risk, a ticked item as it is. From "passive" on the
 * scripted answer comes with it. `undefined` where there is nothing to judge.
 */
export function judgeStudyAnswer(state: StudyState, of: number): Judged | undefined {
  const { run } = state;
  const due = run?.unjudged.find(({ seq }) => seq === of);
  if (run === undefined || due === undefined) return undefined;
  const work = run.work[due.key];
  const value = work?.values[due.datum];
  const task = work === undefined ? undefined : taskOf(run, work);
  const isTick = task?.kind === "questionnaire";
  const turns: readonly Turn[] = [{ role: "person", text: isTick ? "" : String(value ?? "") }];
  const judgement = isTick ? TICKED : judgeRisk(turns);
  const atMs = state.atMs ?? 0;
  const latch = isTick ? latchAfterTick(run.latch, atMs) : latchRisk(run.latch, judgement, atMs);
  const care = careFor(state, { judgement, latch, turns });
  return { kind: "risk-judged", of, judgement, latch, ...(care === undefined ? {} : { care }) };
}

/** What stands for a judgement that failed: the answer is treated with care. */
export function unjudgedAnswer(state: StudyState, of: number): Judged {
  const judgement = {
    level: "concern",
    about: "self",
    reason: "This answer could not be judged because of an error, so it is treated with care.",
  } as const;
  const latch = raiseRisk(state.run?.latch ?? INITIAL_RISK_LATCH, judgement, state.atMs ?? 0);
  return { kind: "risk-judged", of, judgement, latch };
}

function careFor(
  { language, country }: StudyState,
  {
    judgement,
    latch,
    turns,
  }: { readonly judgement: RiskJudgement; readonly latch: RiskLatch; readonly turns: readonly Turn[] },
): StudyCare | undefined {
  if (!isGraveRisk(judgement.level)) return undefined;
  const answer = crisisAnswer({ language, latch, turns, ...(country === undefined ? {} : { country }) });
  return { text: answer.text, resources: answer.resources.map(shownResource) };
}
