import type { Stamp } from "../session/session-event.ts";
import { judgeAnswer } from "./course/judge-answer.ts";
import { answerEvidence, paceOf, wishEvidence } from "./feeling/act-evidence.ts";
import { traceAct, traceSaid } from "./feeling/feeling-trace.ts";
import type { LearningFeeling } from "./feeling/learning-feeling.ts";
import { chooseMove, praiseFor } from "./policy/choose-move.ts";
import type { TutorEvent } from "./tutor-event.ts";
import type { TaskPlace, TutorState } from "./tutor-state.ts";
import { feelingOf, hintsOf, taskOf } from "./tutor-views.ts";
import { without } from "../without.ts";

type Of<Kind extends TutorEvent["kind"]> = Stamp & Extract<TutorEvent, { readonly kind: Kind }>;

/** An answer: judged, counted where it is the first without help, read for how it feels, and answered with a move. */
export function takeAnswer(state: TutorState, { itemId, answer, atMs }: Of<"answered">): TutorState {
  const task = taskOf(state);
  const place = openTaskOf(state, itemId);
  if (task === undefined || place === undefined) return state;
  const judgement = judgeAnswer(task, answer);
  const last = { answer, judgement };
  if (judgement === "unreadable") return { ...state, place: { ...place, last } };
  const isRight = judgement === "right";
  const pace = paceOf(atMs - place.sinceMs, task.prompt.split(/\s+/u).length);
  const counted = isCounted(place) ? count(state, task.skill, isRight) : state;
  const felt = counted.usesFeelings
    ? { ...counted, feeling: traceAct(counted.feeling, answerEvidence(isRight, pace)) }
    : counted;
  const tries = place.tries + (isRight ? 0 : 1);
  const praise = isRight ? praiseFor({ tries, hints: place.hints, wasSlow: pace === "slow" }) : undefined;
  return moved({
    ...felt,
    place: {
      ...without(place, "move", "praise"),
      last,
      sinceMs: atMs,
      tries,
      outcome: isRight ? "right" : "open",
      ...(praise === undefined ? {} : { praise }),
    },
  });
}

/** A hint that the learner wants: always given. Before the first answer it counts as one that was not right yet. */
export function takeHintAsked(state: TutorState, { itemId, atMs }: Of<"hint-asked">): TutorState {
  const place = openTaskOf(state, itemId);
  const task = taskOf(state);
  if (place === undefined || task === undefined || hintsOf(state).left === 0) return state;
  const counted = isCounted(place) ? count(state, task.skill, false) : state;
  const feeling = counted.usesFeelings ? traceAct(counted.feeling, wishEvidence("hint")) : counted.feeling;
  const move = { move: "hint", why: "asked" } as const;
  return {
    ...counted,
    feeling,
    place: { ...without(place, "rewording"), sinceMs: atMs, hints: place.hints + 1, move },
  };
}

/** How it feels, in the learner's own choice; at an open task the tutor thinks again. */
export function takeFelt(state: TutorState, feeling: LearningFeeling): TutorState {
  if (!state.usesFeelings) return state;
  return thinkAgain({ ...state, feeling: traceSaid(state.feeling, feeling) });
}

/** Chooses anew at an open task, because something was said about how it feels; else all stays. */
export function thinkAgain(state: TutorState): TutorState {
  const { place } = state;
  const reading = feelingOf(state);
  if (place.kind !== "task" || place.outcome !== "open" || reading.kind === "unknown") return state;
  // A feeling alone is no reason to end a task, nor to say that an answer was not right.
  if (reading.feeling === "engaged" || (reading.feeling === "frustrated" && hintsOf(state).left === 0))
    return state;
  return moved(state);
}

/** The last hint is wanted in other words. */
export function takeRewordingAsked(state: TutorState, { itemId }: Of<"rewording-asked">): TutorState {
  const { place } = state;
  if (place.kind !== "task" || place.itemId !== itemId || place.hints === 0) return state;
  if (place.rewording?.level === place.hints && place.rewording.kind !== "failed") return state;
  return { ...state, place: { ...place, rewording: { kind: "waiting", level: place.hints } } };
}

/** Other words have come, or will not. */
export function takeRewording(state: TutorState, event: Of<"hint-worded" | "hint-not-worded">): TutorState {
  const { place } = state;
  if (place.kind !== "task" || place.itemId !== event.itemId) return state;
  if (place.rewording?.kind !== "waiting" || place.rewording.level !== event.level) return state;
  const { level } = event;
  const rewording =
    event.kind === "hint-worded"
      ? ({ kind: "worded", level, text: event.text } as const)
      : ({ kind: "failed", level, trouble: event.trouble } as const);
  return { ...state, place: { ...place, rewording } };
}

/** Chooses the move that fits now and does it. */
function moved(state: TutorState): TutorState {
  const { place } = state;
  if (place.kind !== "task") return state;
  const { tries, outcome } = place;
  const move = chooseMove({
    reading: feelingOf(state),
    isRight: outcome === "right",
    tries,
    hintsLeft: hintsOf(state).left,
  });
  if (move.move === "hint") {
    return { ...state, place: { ...without(place, "rewording"), move, hints: place.hints + 1 } };
  }
  return { ...state, place: { ...place, move, outcome: move.move === "solution" ? "shown" : outcome } };
}

function openTaskOf({ place }: TutorState, itemId: string): TaskPlace | undefined {
  return place.kind === "task" && place.itemId === itemId && place.outcome === "open" ? place : undefined;
}

/** Only the first act at a task counts: Corbett and Anderson 1995 trace the first try, and count a hint as a miss. */
function isCounted({ tries, hints }: TaskPlace): boolean {
  return tries === 0 && hints === 0;
}

function count(state: TutorState, skill: string, isRight: boolean): TutorState {
  const { answers } = state.progress;
  return {
    ...state,
    progress: { ...state.progress, answers: { ...answers, [skill]: [...(answers[skill] ?? []), isRight] } },
  };
}
