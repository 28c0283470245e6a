import { mayPerceiveText, noticesToShow } from "../session/session-frame.ts";
import { checkInGreeting } from "./check-in.ts";
import type { CompanionEffect } from "./companion-output.ts";
import type { CompanionState, MessageEntry } from "./companion-state.ts";
import { messageOf } from "./conversation.ts";
import { nextLifeQuestion } from "./life/life-questions.ts";
import { activeRoutines } from "./routine/keep-routines.ts";
import { routineReminder } from "./routine/routine-words.ts";

/**
 * All work that a session still waits for, in the order in which to do it: what to run after a restart. It
 * depends on the state alone, so it also repeats what is being done just now.
 */
export function pendingEffects(state: CompanionState): readonly CompanionEffect[] {
  return [
    ...noticesToShow(state),
    ...state.open.flatMap((seq) => effectsFor(state, messageOf(state, seq))),
    ...state.found.map((fact): CompanionEffect => ({ kind: "propose-memory", ...fact })),
    ...state.life.found.map((found): CompanionEffect => ({ kind: "propose-passage", ...found })),
    ...questionEffect(state),
    ...scheduleEffects(state),
  ];
}

/** What one message still waits for: risk first, then perception, then the answer. */
export function effectsFor(
  state: CompanionState,
  message: MessageEntry | undefined,
): readonly CompanionEffect[] {
  if (message === undefined) return [];
  const of = message.seq;
  const effects: CompanionEffect[] = [];
  if (message.risk === undefined) effects.push({ kind: "judge-risk", of });
  if (message.estimate === undefined && mayPerceiveText(state)) effects.push({ kind: "perceive", of });
  if (message.reply?.finished !== true) effects.push({ kind: "answer", of });
  return effects;
}

/** Whether a message needs nothing more. */
export function isSettled(message: MessageEntry): boolean {
  return message.risk !== undefined && message.estimate !== undefined && message.reply?.finished === true;
}

/** The question that was wished for, as an effect; none where none was. */
export function questionEffect({ life, language }: CompanionState): readonly CompanionEffect[] {
  if (life.wished === undefined) return [];
  const { of, chapter } = life.wished;
  const { id, ...question } = nextLifeQuestion(life.asked, language, chapter);
  return [{ kind: "ask-life-question", of, questionId: id, ...question }];
}

/** Everything that comes by itself, as effects. */
export function scheduleEffects(state: CompanionState): readonly CompanionEffect[] {
  const routines = activeRoutines(state).map((routine): CompanionEffect => ({
    kind: "schedule-routine",
    atMs: routine.nextAtMs,
    routineId: routine.routineId,
    text: routineReminder(routine, state.language),
  }));
  return [...checkInEffect(state), ...routines];
}

/** The next check-in as an effect; none where the person has not asked for check-ins. */
function checkInEffect(state: CompanionState): readonly CompanionEffect[] {
  if (state.checkIn === undefined) return [];
  return [{ kind: "schedule-check-in", atMs: state.checkIn.nextAtMs, text: checkInGreeting(state.language) }];
}
