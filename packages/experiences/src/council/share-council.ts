import type { CouncilAnswer, CouncilEvent, RevealedAnswer } from "./council-event.ts";
import type { CouncilRound, CouncilState, FirstAnswer } from "./council-state.ts";
import { FEWEST_ANSWERS, MOST_ANSWERS } from "./council-lists.ts";
import { HOST } from "./council-state.ts";
import { optionsOf } from "./read-council.ts";
import { answerDigest, answerSaltOf, sealAnswer } from "./seal-answer.ts";

type Of<Kind extends CouncilEvent["kind"]> = Extract<CouncilEvent, { kind: Kind }>;

/** Somebody takes part from now on. */
export function join(state: CouncilState, { by, name, atMs }: Of<"joined">): CouncilState {
  if (state.members.some(({ memberId }) => memberId === by)) return state;
  const member = { memberId: by, joinedAtMs: atMs, ...(name === undefined ? {} : { name }) };
  return { ...state, members: [...state.members, member] };
}

/**
 * Somebody takes part no longer. A first round that still goes on does so with those who remain: it shows the answer of
 * whoever left no more, and waits for one fewer where there are now fewer people than it waits for.
 */
export function leave(state: CouncilState, { by, sealed }: Of<"left">): CouncilState {
  if (by === HOST || !state.members.some(({ memberId }) => memberId === by)) return state;
  const members = state.members.filter(({ memberId }) => memberId !== by);
  const said = state.later[by];
  const later = said === undefined ? state.later : { ...state.later, [by]: { atMs: said.atMs } };
  if (state.round === undefined) return { ...state, members, later };
  return { ...state, members, later, round: roundWithout(state.round, sealed, members.length) };
}

function roundWithout(round: CouncilRound, sealed: string | undefined, people: number): CouncilRound {
  if (round.revealed !== undefined) return round;
  const answers = round.answers.filter(({ seal }) => seal.what !== sealed);
  const expected = people >= round.expected ? round.expected : Math.max(FEWEST_ANSWERS, round.expected - 1);
  return { ...round, answers, expected, closed: round.closed && answers.length >= FEWEST_ANSWERS };
}

/** The first round begins; there is one in a council. */
export function openRound(state: CouncilState, { expected, atMs }: Of<"round-opened">): CouncilState {
  const isSensible = Number.isInteger(expected) && expected >= FEWEST_ANSWERS && expected <= MOST_ANSWERS;
  if (state.round !== undefined || !isSensible || optionsOf(state).length < 2) return state;
  return { ...state, round: { openedAtMs: atMs, expected, closed: false, answers: [] } };
}

/** The host waits no longer; with fewer than two answers the round goes on, or the one would be known. */
export function closeRound(state: CouncilState): CouncilState {
  const { round } = state;
  if (round === undefined || round.closed || round.answers.length < FEWEST_ANSWERS) return state;
  return { ...state, round: { ...round, closed: true } };
}

/** One answer of the first round, once a member. */
export function answerFirst(state: CouncilState, event: Of<"first-answered">): CouncilState {
  const { by, answer, salt, seq } = event;
  if (mayAnswer(state, by) !== "first" || !answerMakesSense(answer)) return state;
  return withAnswer(state, { seq, seal: sealAnswer(event), known: { by, answer, salt } });
}

/** Somebody else's answer of the first round: that there is one. */
export function answerSealed(state: CouncilState, { seq, seal }: Of<"first-answer-sealed">): CouncilState {
  return withAnswer(state, { seq, seal });
}

function withAnswer(state: CouncilState, answer: FirstAnswer): CouncilState {
  const { round } = state;
  if (round === undefined || isOver(round)) return state;
  return { ...state, round: { ...round, answers: [...round.answers, answer] } };
}

/** What was said becomes known; who said it does not. */
export function revealRound(state: CouncilState, { answers }: Of<"round-revealed">): CouncilState {
  const { round } = state;
  if (round === undefined || round.revealed !== undefined || !isOver(round)) return state;
  const seals = new Set(round.answers.map(({ seal }) => seal.what));
  const fits =
    answers.length === seals.size && answers.every((answer) => seals.has(answer.what) && isTrue(answer));
  return fits ? { ...state, round: { ...round, revealed: answers } } : state;
}

/** What a member says after the first round. */
export function answerAgain(
  state: CouncilState,
  event: Of<"answered-again"> | Of<"later-answer-deleted">,
): CouncilState {
  const { by, atMs } = event;
  if (mayAnswer(state, by) !== "again") return state;
  if (event.kind === "later-answer-deleted") return { ...state, later: { ...state.later, [by]: { atMs } } };
  if (!answerMakesSense(event.answer)) return state;
  return { ...state, later: { ...state.later, [by]: { atMs, answer: event.answer } } };
}

/** The answers to make known now, in the order of their seals; `undefined` while the round goes on or some are unknown. */
export function answersToReveal(state: CouncilState): readonly RevealedAnswer[] | undefined {
  const { round } = state;
  if (round === undefined || round.revealed !== undefined || !isOver(round)) return undefined;
  const opened = round.answers.flatMap(({ seal, known }) =>
    known === undefined
      ? []
      : [{ what: seal.what, opened: { answer: known.answer, answerSalt: answerSaltOf(known.salt) } }],
  );
  if (opened.length < round.answers.length) return undefined;
  return opened.toSorted((a, b) => (a.what < b.what ? -1 : 1));
}

/** Whether this member may answer now: in the first round once, later as often as they like. */
export function mayAnswer(state: CouncilState, memberId: string): "first" | "again" | "no" {
  const { round } = state;
  if (round === undefined || !state.members.some((member) => member.memberId === memberId)) return "no";
  if (round.revealed !== undefined) return "again";
  return isOver(round) || round.answers.some(({ known }) => known?.by === memberId) ? "no" : "first";
}

/** Whether somebody other than the host may make an event of this kind. */
export function isOpenToMembers(kind: CouncilEvent["kind"]): boolean {
  return kind === "first-answered" || kind === "answered-again";
}

/** Whether an event is from the host, or of a kind that others may make. */
export function isFromHost(by: string | undefined): boolean {
  return by === undefined || by === HOST;
}

function isOver(round: CouncilRound): boolean {
  return round.closed || round.answers.length >= round.expected;
}

function isTrue({ what, opened }: RevealedAnswer): boolean {
  return opened === undefined || answerDigest(opened.answer, opened.answerSalt) === what;
}

function answerMakesSense({ values, stances }: CouncilAnswer): boolean {
  return values.length <= 3 && Object.keys(stances).length > 0;
}
