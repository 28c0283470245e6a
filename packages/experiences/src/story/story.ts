import type { Experience } from "../experience.ts";
import { replay } from "../replay.ts";
import { mayPerceiveText, noticesToShow, takeEvent, takeFrameEvent } from "../session/session-frame.ts";
import { takeArc, undoArc } from "./arc-acts.ts";
import { askScene, decideScene, takeScene, undoWords } from "./scene-acts.ts";
import { bringScript, pickFork, setMood, takeNotRead, takeReadings } from "./script-acts.ts";
import type { StoryEvent } from "./story-event.ts";
import { INITIAL_STORY_STATE } from "./story-state.ts";
import type { StoryEffect, StoryState } from "./story-state.ts";

const PURPOSE = "creation";
/** Utterances that are read in one go: few enough that the arc grows while one looks. */
const READ_AT_ONCE = 24;

/**
 * A writer's place: a script in ink, Twee, Twine, Yarn, Fountain or plain text, how its words sound from beginning to end
 * for the reader and for each who speaks, beside the arc that the writer intends. A pure fold; the perceiving and a
 * language model's writing are effects, whose results come back as events.
 *
 * @example
 * ```ts
 * import { story } from "@openempathic/experiences/story";
 *
 * const started = story.apply(story.initial, { seq: 1, atMs: 0, kind: "session-started", language: "en" });
 * const brought = { seq: 2, atMs: 1, kind: "script-brought", name: "Lamp", format: "text", source: "It is dark." } as const;
 * story.apply(started.state, brought).state.work?.script.utterances.length; // => 1
 * ```
 */
export const story: Experience<StoryState, StoryEvent, never, StoryEffect> = {
  id: "story",
  purpose: PURPOSE,
  initial: INITIAL_STORY_STATE,
  apply: (state, event) => ({
    state: takeEvent(state, event, {
      purpose: PURPOSE,
      usedBy: ["script-brought", "arc-intended", "mood-set", "scene-asked"],
      change,
    }),
    outputs: [],
  }),
  pendingEffects,
};

/** The state after a list of events, oldest first: how a stored session is read. */
export function replayStory(events: Iterable<StoryEvent>): StoryState {
  return replay(story, events);
}

function change(state: StoryState, event: StoryEvent): StoryState {
  switch (event.kind) {
    case "script-brought":
      return bringScript(state, event);
    case "fork-picked":
      return pickFork(state, event);
    case "mood-set":
      return setMood(state, event);
    case "lines-read":
      return takeReadings(state, event);
    case "lines-not-read":
      return takeNotRead(state, event);
    case "arc-intended":
      return takeArc(state, event);
    case "arc-undone":
      return undoArc(state, event);
    case "reader-described": {
      const { likes, avoids } = event;
      const isSame = likes === state.reader.likes && avoids === state.reader.avoids;
      return isSame ? state : { ...state, reader: { likes, avoids } };
    }
    case "scene-asked":
      return askScene(state, event);
    case "scene-written":
    case "scene-not-written":
      return takeScene(state, event);
    case "scene-decided":
      return decideScene(state, event);
    case "words-undone":
      return undoWords(state);
    case "session-started":
    case "notices-shown":
    case "notices-acknowledged":
    case "language-changed":
    case "country-changed":
    default:
      return takeFrameEvent(state, event);
  }
}

function pendingEffects(state: StoryState): readonly StoryEffect[] {
  const waiting = state.scenes.filter(({ outcome }) => outcome.kind === "waiting");
  return [
    ...noticesToShow(state),
    ...linesToRead(state),
    ...waiting.map(({ seq }) => ({ kind: "write-scene", of: seq }) as const),
  ];
}

/** The utterances that are not read yet, in small parcels that stay the same until they are done. */
function linesToRead(state: StoryState): readonly StoryEffect[] {
  const { work, readings, notRead } = state;
  if (work === undefined || !mayPerceiveText(state)) return [];
  const failed = new Set(notRead);
  const seen = new Set<string>();
  const left = work.script.utterances.filter(({ text }) => {
    if (seen.has(text) || failed.has(text) || Object.hasOwn(readings, text)) return false;
    seen.add(text);
    return true;
  });
  const parcels = new Map<number, number[]>();
  for (const { id } of left) {
    const number = Math.floor((id - 1) / READ_AT_ONCE);
    parcels.set(number, [...(parcels.get(number) ?? []), id]);
  }
  return [...parcels.values()].map((of) => ({ kind: "read-lines", script: work.seq, of }));
}
