import type { CompanionEvent } from "./companion-event.ts";
import type { CompanionState, Memory, MemoryProposal, MessageEntry } from "./companion-state.ts";
import { smallFacts } from "./small-facts.ts";

// Somebody who has turned down three offers does not want a fourth.
const DISMISSALS_RESPECTED = 3;

type Of<Kind extends CompanionEvent["kind"]> = Extract<CompanionEvent, { kind: Kind }>;

/** Keeps a memory in the person's words; with a proposal's id this confirms the proposal. */
export function addMemory(state: CompanionState, event: Of<"memory-added">): CompanionState {
  const text = event.text.trim();
  if (text === "" || state.memories.some(({ memoryId }) => memoryId === event.memoryId)) return state;
  const memory: Memory = { memoryId: event.memoryId, text, addedAtMs: event.atMs };
  return { ...withoutProposal(state, event.memoryId), memories: [...state.memories, memory] };
}

/** Changes what is remembered. */
export function editMemory(state: CompanionState, event: Of<"memory-edited">): CompanionState {
  const text = event.text.trim();
  if (text === "" || !state.memories.some(({ memoryId }) => memoryId === event.memoryId)) return state;
  const edit = (memory: Memory): Memory =>
    memory.memoryId === event.memoryId ? { ...memory, text, editedAtMs: event.atMs } : memory;
  return { ...state, memories: state.memories.map(edit) };
}

/** Removes a memory or a proposal; no part of its text stays behind. */
export function forgetMemory(state: CompanionState, { memoryId }: Of<"memory-forgotten">): CompanionState {
  if (state.memories.some((memory) => memory.memoryId === memoryId)) {
    return { ...state, memories: state.memories.filter((memory) => memory.memoryId !== memoryId) };
  }
  const next = withoutProposal(state, memoryId);
  return next === state ? state : { ...next, proposalsDismissed: state.proposalsDismissed + 1 };
}

/** Records an offer to remember something. */
export function proposeMemory(state: CompanionState, event: Of<"memory-proposed">): CompanionState {
  const { memoryId, of, text } = event;
  if (!state.found.some((fact) => fact.memoryId === memoryId)) return state;
  return { ...withoutProposal(state, memoryId), proposals: [...state.proposals, { memoryId, of, text }] };
}

/**
 * The facts in an answered message that could be offered as memories. None from a message with any risk in it,
 * none that are known or already offered, and none once the person has turned down a few.
 */
export function factsToPropose(state: CompanionState, message: MessageEntry): readonly MemoryProposal[] {
  if (message.risk?.level !== "none" || state.proposalsDismissed >= DISMISSALS_RESPECTED) return [];
  const known = new Set([...state.memories, ...state.proposals, ...state.found].map(({ text }) => text));
  return smallFacts(message.text, state.language)
    .filter((text) => !known.has(text))
    .map((text, index) => ({
      memoryId: `fact-${String(message.seq)}-${String(index + 1)}`,
      of: message.seq,
      text,
    }));
}

function withoutProposal(state: CompanionState, memoryId: string): CompanionState {
  const isOther = (proposal: MemoryProposal) => proposal.memoryId !== memoryId;
  if (state.proposals.every(isOther) && state.found.every(isOther)) return state;
  return { ...state, proposals: state.proposals.filter(isOther), found: state.found.filter(isOther) };
}

/**
 * A stored event without the text of a forgotten memory: what a store should keep of the events that added,
 * changed or proposed it. Other events are returned as they are. Replaying the events after this gives the same
 * memories as before.
 */
export function redactMemory(event: CompanionEvent, memoryId: string): CompanionEvent {
  const { kind } = event;
  const carriesText = kind === "memory-added" || kind === "memory-edited" || kind === "memory-proposed";
  return carriesText && event.memoryId === memoryId ? { ...event, text: "" } : event;
}
