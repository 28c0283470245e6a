import { reportSelf, updateState } from "@openempathic/affect";
import type { AffectState } from "@openempathic/affect";
import { RISK_LEVELS } from "@openempathic/govern";
import { append, replace } from "./chronicle.ts";
import type { CompanionEvent } from "./companion-event.ts";
import type { AffectPoint, CompanionState, MessageEntry, Reply } from "./companion-state.ts";
import { messageOf } from "./conversation.ts";
import { afterTelling } from "./life/ask-of-life.ts";
import { factsToPropose } from "./memory.ts";
import { isSettled } from "./pending-effects.ts";
import { afterLonely } from "./people/keep-people.ts";
import { without } from "../without.ts";

type Of<Kind extends CompanionEvent["kind"]> = Extract<CompanionEvent, { kind: Kind }>;

/** Takes up what the person wrote; a message of white space alone says nothing. */
export function addMessage(state: CompanionState, event: Of<"message">): CompanionState {
  if (event.text.trim() === "") return state;
  const { seq, atMs, text } = event;
  return {
    ...state,
    entries: append(state.entries, { kind: "message", seq, atMs, text }),
    open: [...state.open, seq],
  };
}

/** Takes up a judgement of risk. A second one for the same message may raise the level and never lowers it. */
export function judgeMessage(state: CompanionState, event: Of<"risk-judged">): CompanionState {
  const message = messageOf(state, event.of);
  if (message === undefined) return state;
  const { judgement, latch } = event;
  if (message.risk !== undefined && rank(latch.level) <= rank(state.latch.level)) return state;
  return withMessage({ ...state, latch }, { ...message, risk: judgement });
}

/** Takes up what could be told from a message, once, and moves the running picture. */
export function estimateMessage(state: CompanionState, event: Of<"estimated">): CompanionState {
  const message = messageOf(state, event.of);
  if (message === undefined || message.estimate !== undefined) return state;
  const { estimate } = event;
  const affect = updateState(state.affect, estimate, message.atMs);
  return withMessage({ ...state, affect }, { ...message, estimate, ...pointOf(affect) });
}

/** Believes what the person says they feel, from now on and for the message that they speak of. */
export function believePerson(state: CompanionState, event: Of<"self-reported">): CompanionState {
  const { seq, of, likelihood, words, atMs } = event;
  const report = { likelihood, ...(words === undefined ? {} : { words }) };
  const message = of === undefined ? undefined : messageOf(state, of);
  if (of !== undefined && message === undefined) return state;
  const affect = reportSelf(state.affect, report, atMs);
  const next = { ...state, affect, selfReports: [...state.selfReports, { seq, atMs, ...report }] };
  if (message === undefined) return next;
  return withMessage(next, { ...message, selfReport: { atMs, ...report } });
}

/** Takes up the plan for an answer. An answer that had begun before, and was not finished, begins again. */
export function planAnswer(state: CompanionState, event: Of<"planned">): CompanionState {
  const message = messageOf(state, event.of);
  if (message === undefined || message.reply?.finished === true) return state;
  return withMessage(state, { ...without(message, "reply"), plan: event.plan });
}

/** Adds a sentence to an answer that is not finished. */
export function extendReply(state: CompanionState, event: Of<"reply-part">): CompanionState {
  const message = messageOf(state, event.of);
  if (message === undefined || message.reply?.finished === true) return state;
  const reply: Reply = { finished: false, text: (message.reply?.text ?? "") + event.text };
  return withMessage(state, { ...message, reply });
}

/** Finishes an answer; its text stands instead of the sentences shown before. */
export function finishReply(state: CompanionState, event: Of<"replied">): CompanionState {
  const message = messageOf(state, event.of);
  if (message === undefined || message.reply?.finished === true) return state;
  const { text, atMs, by, modelTrouble, checks, resources } = event;
  const trouble = modelTrouble === undefined ? {} : { modelTrouble };
  const reply: Reply = { finished: true, text, atMs, by, ...trouble, checks, resources };
  const answered = { ...message, reply };
  const next = withMessage(state, answered);
  const proposed = { ...next, found: [...next.found, ...factsToPropose(next, answered)] };
  return afterLonely(afterTelling(proposed, answered), answered);
}

/** Drops a finished answer, so that the message is answered again. */
export function retryReply(state: CompanionState, event: Of<"reply-retried">): CompanionState {
  const message = messageOf(state, event.of);
  if (message?.reply?.finished !== true) return state;
  const open = state.open.includes(event.of) ? state.open : [...state.open, event.of];
  return { ...state, entries: replace(state.entries, without(message, "reply", "plan")), open };
}

function withMessage(state: CompanionState, message: MessageEntry): CompanionState {
  const entries = replace(state.entries, message);
  if (!isSettled(message)) return { ...state, entries };
  return { ...state, entries, open: state.open.filter((seq) => seq !== message.seq) };
}

function pointOf(affect: AffectState): { readonly point?: AffectPoint } {
  const { valence, arousal } = affect.dimensions;
  if (valence === undefined && arousal === undefined) return {};
  return { point: { ...(valence && { valence }), ...(arousal && { arousal }) } };
}

function rank(level: (typeof RISK_LEVELS)[number]): number {
  return RISK_LEVELS.indexOf(level);
}
