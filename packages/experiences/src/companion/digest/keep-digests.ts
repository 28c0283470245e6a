import type { CompanionEvent } from "../companion-event.ts";
import type { CompanionState } from "../companion-state.ts";

type Of<Kind extends CompanionEvent["kind"]> = Extract<CompanionEvent, { kind: Kind }>;

/** Takes up a digest that the person approved. Nothing is sent by it. */
export function approveDigest(state: CompanionState, event: Of<"digest-approved">): CompanionState {
  const { digestId, atMs, fromMs, toMs } = event;
  const text = event.text.trim();
  if (text === "" || fromMs >= toMs) return state;
  if (state.digests.some((digest) => digest.digestId === digestId)) return state;
  return { ...state, digests: [...state.digests, { digestId, atMs, fromMs, toMs, text }] };
}

/** Forgets an approved digest here; what was given away of it is with whom it was given to. */
export function forgetDigest(state: CompanionState, { digestId }: Of<"digest-forgotten">): CompanionState {
  const digests = state.digests.filter((digest) => digest.digestId !== digestId);
  return digests.length === state.digests.length ? state : { ...state, digests };
}
