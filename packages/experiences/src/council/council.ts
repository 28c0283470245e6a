import type { Experience, Step } from "../experience.ts";
import { replay } from "../replay.ts";
import { takeEvent, takeFrameEvent } from "../session/session-frame.ts";
import { chainEvent } from "./chain-event.ts";
import type { CouncilEffect } from "./council-effect.ts";
import type { CouncilEvent } from "./council-event.ts";
import { HOST, INITIAL_COUNCIL_STATE } from "./council-state.ts";
import type { CouncilState, ItemHistory } from "./council-state.ts";
import { noteItem, withdrawItem } from "./note-item.ts";
import { pendingCouncilEffects } from "./pending-council-effects.ts";
import {
  answerAgain,
  answerFirst,
  answerSealed,
  closeRound,
  join,
  leave,
  openRound,
  revealRound,
} from "./share-council.ts";
import { answerSuggestion, askSuggestion, declineSuggestion } from "./suggest.ts";

/**
 * Ethical decisions, thought through with care: who is touched, how it might feel to them and on what that rests,
 * which values pull where, what may follow, what speaks against what one leans to, and a reason in one's own words.
 * It gives no verdict and no score. The record only grows, and its entries are chained by hash.
 *
 * @example
 * ```ts
 * import { council, optionsOf } from "@openempathic/experiences/council";
 *
 * const { state } = council.apply(council.initial, { seq: 1, atMs: 0, kind: "session-started", language: "en" });
 * optionsOf(state).map(({ title }) => title); // => ["Do nothing for now"]
 * ```
 */
export const council: Experience<CouncilState, CouncilEvent, never, CouncilEffect> = {
  id: "council",
  purpose: "ethics",
  initial: INITIAL_COUNCIL_STATE,
  apply: applyCouncilEvent,
  pendingEffects: pendingCouncilEffects,
};

/** The state after a list of events, oldest first: how a stored council is read. */
export function replayCouncil(events: Iterable<CouncilEvent>): CouncilState {
  return replay(council, events);
}

function applyCouncilEvent(state: CouncilState, event: CouncilEvent): Step<CouncilState, never> {
  const taken = takeEvent(state, event, { purpose: "ethics", usedBy: ["noted"], change });
  if (taken === state) return { state, outputs: [] };
  // The event as it is stored: the chain can be followed without knowing how times are read.
  return {
    state: { ...taken, head: chainEvent(state.head, event), length: state.length + 1 },
    outputs: [],
  };
}

/** One line for each kind of event; the same state where the event makes no sense now. */
function change(state: CouncilState, event: CouncilEvent): CouncilState {
  switch (event.kind) {
    case "session-started":
      return started(takeFrameEvent(state, event), event);
    case "noted":
      return noteItem(state, event);
    case "withdrawn":
      return withdrawItem(state, event);
    case "care-judged":
      return careJudged(state, event);
    case "suggestion-asked":
      return askSuggestion(state, event);
    case "suggested":
      return answerSuggestion(state, event);
    case "suggestion-declined":
      return declineSuggestion(state, event);
    case "joined":
      return join(state, event);
    case "left":
      return leave(state, event);
    case "round-opened":
      return openRound(state, event);
    case "round-closed":
      return closeRound(state);
    case "first-answered":
      return answerFirst(state, event);
    case "first-answer-sealed":
      return answerSealed(state, event);
    case "round-revealed":
      return revealRound(state, event);
    case "answered-again":
    case "later-answer-deleted":
      return answerAgain(state, event);
    case "void":
    case "notices-shown":
    case "notices-acknowledged":
    case "language-changed":
    case "country-changed":
    default:
      return takeFrameEvent(state, event);
  }
}

type Of<Kind extends CouncilEvent["kind"]> = Extract<CouncilEvent, { kind: Kind }>;

function started(state: CouncilState, { atMs }: Of<"session-started">): CouncilState {
  return { ...state, members: [{ memberId: HOST, joinedAtMs: atMs }] };
}

/** What was noticed is kept beside the words; planned harm is set aside. */
function careJudged(state: CouncilState, { of, findings }: Of<"care-judged">): CouncilState {
  if (!state.unjudged.includes(of)) return state;
  const judged = {
    ...state,
    unjudged: state.unjudged.filter((seq) => seq !== of),
    care: { ...state.care, [String(of)]: findings },
  };
  const holder = Object.values(state.items).find(({ versions }) => versions.some(({ seq }) => seq === of));
  if (holder === undefined || !findings.some(({ kind }) => kind === "harm")) return judged;
  return { ...judged, items: { ...state.items, [holder.key]: setAside(holder, of) } };
}

function setAside(history: ItemHistory, seq: number): ItemHistory {
  return {
    ...history,
    versions: history.versions.map((version) =>
      version.seq === seq ? { ...version, setAside: true } : version,
    ),
  };
}
