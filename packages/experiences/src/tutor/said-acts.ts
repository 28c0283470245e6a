import type { Stamp } from "../session/session-event.ts";
import { traceWords } from "./feeling/feeling-trace.ts";
import { saysSomething, wordEvidence } from "./feeling/word-evidence.ts";
import { thinkAgain } from "./task-acts.ts";
import type { TutorEvent } from "./tutor-event.ts";
import type { Said, TutorState } from "./tutor-state.ts";

type Of<Kind extends TutorEvent["kind"]> = Stamp & Extract<TutorEvent, { readonly kind: Kind }>;

/** How many things that were said and judged are kept; what was not judged yet is kept however many there are. */
const KEPT = 20;

/** Something in the learner's own words; risk and feeling are asked for as work. */
export function takeSaid(state: TutorState, { seq, text }: Of<"said">): TutorState {
  return { ...state, said: kept([...state.said, { seq, text, isJudged: false, isRead: false }]) };
}

/** What words say of a risk of harm: remembered, and answered before all else. */
export function takeJudged(state: TutorState, { of, latch, care }: Of<"risk-judged">): TutorState {
  const said = state.said.find(({ seq }) => seq === of);
  if (said === undefined || said.isJudged) return state;
  return { ...withSaid(state, { ...said, isJudged: true }), latch, ...(care === undefined ? {} : { care }) };
}

/** What words say of how learning feels; where they could not be perceived, their plain cues still count. */
export function takeEstimated(state: TutorState, event: Of<"estimated" | "not-estimated">): TutorState {
  const said = state.said.find(({ seq }) => seq === event.of);
  if (said === undefined || said.isRead) return state;
  const read = withSaid(state, { ...said, isRead: true });
  if (!state.usesFeelings) return read;
  const evidence = wordEvidence(
    said.text,
    state.language,
    event.kind === "estimated" ? event.estimate : undefined,
  );
  // What was said by picking stands over what words are guessed to mean.
  if (!saysSomething(evidence) || state.feeling.said !== undefined) return read;
  return thinkAgain({ ...read, feeling: traceWords(state.feeling, evidence) });
}

function withSaid(state: TutorState, changed: Said): TutorState {
  return { ...state, said: kept(state.said.map((each) => (each.seq === changed.seq ? changed : each))) };
}

function kept(said: readonly Said[]): readonly Said[] {
  return said.filter(({ isJudged }, index) => !isJudged || index >= said.length - KEPT);
}
