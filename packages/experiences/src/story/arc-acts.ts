import { isDrawing } from "./arc/intended-arc.ts";
import { speakersOf } from "./arc/story-arc.ts";
import type { StoryEvent } from "./story-event.ts";
import { intendedKey, MOST_KEPT } from "./story-state.ts";
import type { StoryState } from "./story-state.ts";

type Of<Kind extends StoryEvent["kind"]> = Extract<StoryEvent, { kind: Kind }>;

/** The writer draws an arc, picks one, or takes it away. */
export function takeArc(state: StoryState, { speaker, drawing }: Of<"arc-intended">): StoryState {
  if (drawing !== null && !isDrawing(drawing)) return state;
  if (speaker !== undefined && (state.work === undefined || !speakersOf(state.work.script).includes(speaker)))
    return state;
  const key = intendedKey(speaker);
  const was = state.intended[key] ?? { drawing: null, before: [] };
  if (JSON.stringify(was.drawing) === JSON.stringify(drawing)) return state;
  const before = [...was.before, was.drawing].slice(-MOST_KEPT);
  return { ...state, intended: { ...state.intended, [key]: { drawing, before } } };
}

/** The writer goes back to the arc before. */
export function undoArc(state: StoryState, { speaker }: Of<"arc-undone">): StoryState {
  const key = intendedKey(speaker);
  const was = state.intended[key];
  const drawing = was?.before.at(-1);
  if (was === undefined || drawing === undefined) return state;
  return { ...state, intended: { ...state.intended, [key]: { drawing, before: was.before.slice(0, -1) } } };
}
