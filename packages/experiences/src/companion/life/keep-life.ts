import type { CompanionEvent } from "../companion-event.ts";
import type { CompanionState } from "../companion-state.ts";
import type { LifeStory, Passage } from "./life-story.ts";

type Of<Kind extends CompanionEvent["kind"]> = Extract<CompanionEvent, { kind: Kind }>;

/** Keeps a passage in the person's words; with a proposal's id this confirms the proposal. */
export function addPassage(state: CompanionState, event: Of<"life-added">): CompanionState {
  const { passageId, chapter, atMs } = event;
  const text = event.text.trim();
  if (text === "" || state.life.passages.some((passage) => passage.passageId === passageId)) return state;
  const passage: Passage = { passageId, chapter, text, toldAtMs: atMs };
  const rest = withoutProposal(state.life, passageId);
  return { ...state, life: { ...rest, dismissed: 0, passages: [...state.life.passages, passage] } };
}

/** Changes a passage's words, its chapter, or both. */
export function editPassage(state: CompanionState, event: Of<"life-edited">): CompanionState {
  const { passageId, chapter, atMs } = event;
  const text = event.text.trim();
  const old = state.life.passages.find((passage) => passage.passageId === passageId);
  if (text === "" || old === undefined) return state;
  const changed: Passage = { ...old, chapter, text, editedAtMs: atMs };
  const passages = state.life.passages.map((passage) => (passage === old ? changed : passage));
  return { ...state, life: { ...state.life, passages } };
}

/** Removes a passage or turns a proposal down; no part of its text stays behind. */
export function forgetPassage(state: CompanionState, { passageId }: Of<"life-forgotten">): CompanionState {
  const { life } = state;
  const passages = life.passages.filter((passage) => passage.passageId !== passageId);
  if (passages.length < life.passages.length) return { ...state, life: { ...life, passages } };
  const rest = withoutProposal(life, passageId);
  return rest === life ? state : { ...state, life: { ...rest, dismissed: life.dismissed + 1 } };
}

/** Records an offer to keep something that was told. */
export function proposePassage(state: CompanionState, event: Of<"life-proposed">): CompanionState {
  const { passageId, of, chapter, text } = event;
  if (!state.life.found.some((found) => found.passageId === passageId)) return state;
  const rest = withoutProposal(state.life, passageId);
  return { ...state, life: { ...rest, proposals: [...rest.proposals, { passageId, of, chapter, text }] } };
}

function withoutProposal(life: LifeStory, passageId: string): LifeStory {
  const isOther = (proposal: { readonly passageId: string }) => proposal.passageId !== passageId;
  if (life.proposals.every(isOther) && life.found.every(isOther)) return life;
  return { ...life, proposals: life.proposals.filter(isOther), found: life.found.filter(isOther) };
}
