import type { Unstamped } from "../session/session-event.ts";
import type { CouncilEvent, RevealedAnswer } from "./council-event.ts";
import { HOST } from "./council-state.ts";
import type { CouncilState } from "./council-state.ts";
import { deletedForm, sealedForm } from "./chain-event.ts";
import { council, replayCouncil } from "./council.ts";
import { sealAnswer } from "./seal-answer.ts";

/** Who looks at a council, and how it stands. */
export interface CouncilViewer {
  /** The member that the events are for. */
  readonly memberId: string;
  /** The state as the server knows it. */
  readonly state: CouncilState;
}

/**
 * What a member may see of a stored event. Somebody else's answer of the first round is a seal, before its end and
 * after; what was said comes with the end of the round, without who said it. An event that made no sense is void, so
 * that every member folds the same. The chain over a view is the chain over the whole.
 */
export function councilEventFor(event: CouncilEvent, { memberId, state }: CouncilViewer): CouncilEvent {
  if (event.kind === "care-judged" && memberId !== HOST) {
    // That the host may be in danger, or should ask a doctor, is between them and the page.
    return { ...event, findings: event.findings.filter(({ kind }) => kind === "harm") };
  }
  if (event.kind !== "first-answered") return event;
  if (state.round?.answers.some(({ seq }) => seq === event.seq) !== true) return voidForm(event);
  return event.by === memberId ? event : sealedForm(event);
}

/**
 * An event without what a member said in it, for when they have it deleted: the seals stay, so that the chain holds
 * and others can tell that an answer was there. Their later answers lose their words.
 *
 * @param events all events of the council
 * @param memberId whose words go
 * @returns the events that change, as they are to be stored
 */
export function withoutAnswersOf(events: readonly CouncilEvent[], memberId: string): readonly CouncilEvent[] {
  const sealed = new Set<string>();
  const madeSense = sensibleSeqs(events);
  const first = events.flatMap((event): CouncilEvent[] => {
    if (event.kind !== "first-answered" || event.by !== memberId) return [];
    if (!madeSense.has(event.seq)) return [voidForm(event)];
    sealed.add(sealAnswer(event).what);
    return [sealedForm(event)];
  });
  const closed = (answer: RevealedAnswer): RevealedAnswer =>
    sealed.has(answer.what) ? { what: answer.what } : answer;
  const revealed = events.flatMap((event): CouncilEvent[] =>
    event.kind === "round-revealed" && event.answers.some(({ what }) => sealed.has(what))
      ? [{ ...event, answers: event.answers.map(closed) }]
      : [],
  );
  const later = events.flatMap((event): CouncilEvent[] =>
    event.kind === "answered-again" && event.by === memberId
      ? [madeSense.has(event.seq) ? deletedForm(event) : voidForm(event)]
      : [],
  );
  const unnamed = events.flatMap((event): CouncilEvent[] => {
    if (event.kind !== "joined" || event.by !== memberId || event.name === undefined) return [];
    const { seq, atMs, kind, by } = event;
    return [{ seq, atMs, kind, by }];
  });
  return [...first, ...revealed, ...later, ...unnamed];
}

/**
 * The event that says that a member left. A first round that they answered and that still goes on is told which seal
 * was theirs; of one that is over nobody learns that any more than before.
 *
 * @param events all events of the council, as they stand before the member's words are taken out
 */
export function leavingOf(
  events: readonly CouncilEvent[],
  memberId: string,
): Unstamped<Extract<CouncilEvent, { kind: "left" }>> {
  const { round } = replayCouncil(events);
  const theirs = round?.answers.find(({ known }) => known?.by === memberId);
  const isOpen = round !== undefined && round.revealed === undefined && theirs !== undefined;
  return { kind: "left", by: memberId, ...(isOpen ? { sealed: theirs.seal.what } : {}) };
}

/** What stands where an event made no sense when it came. */
function voidForm({ seq, atMs }: CouncilEvent): CouncilEvent {
  return { seq, atMs, kind: "void" };
}

/** The seqs of the events that changed something: an answer that came too often or too late did not. */
function sensibleSeqs(events: readonly CouncilEvent[]): ReadonlySet<number> {
  const seqs = new Set<number>();
  let { initial: state } = council;
  for (const event of events) {
    const { state: next } = council.apply(state, event);
    if (next !== state) seqs.add(event.seq);
    state = next;
  }
  return seqs;
}
