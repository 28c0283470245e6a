import { isCategoryId } from "@openempathic/affect";
import { followPath } from "./arc/follow-path.ts";
import { readScript } from "./script/read-script.ts";
import type { StoryEvent } from "./story-event.ts";
import type { StoryState, StoryWork } from "./story-state.ts";

type Of<Kind extends StoryEvent["kind"]> = Extract<StoryEvent, { kind: Kind }>;

/** A script comes in place of the one before: whole, or not at all. What is known of its words stays known. */
export function bringScript(state: StoryState, event: Of<"script-brought">): StoryState {
  const { seq, name, format, source } = event;
  const reading = readScript(source, format);
  if (reading.kind === "faulty") return state;
  const scenes = state.scenes.map((scene) =>
    scene.outcome.kind === "waiting"
      ? { ...scene, outcome: { kind: "failed", trouble: "unusable" } as const }
      : scene,
  );
  const work: StoryWork = { seq, name, source, script: reading.script, picks: {}, moods: {}, before: [] };
  return { ...state, work, scenes, notRead: [] };
}

/** Which way the writer looks at. */
export function pickFork(state: StoryState, { block, visit, exit }: Of<"fork-picked">): StoryState {
  const { work } = state;
  if (work === undefined) return state;
  const forks = followPath(work.script, work.picks).forks.filter((each) => each.block === block);
  if (forks[visit]?.open.includes(exit) !== true || forks[visit].taken === exit) return state;
  const was = forks.map(({ taken }) => taken);
  const picks = { ...work.picks, [block]: [...was.slice(0, visit), exit] };
  return { ...state, work: { ...work, picks } };
}

/** The writer's own word for a mood stands over what is heard. */
export function setMood(state: StoryState, { of, mood }: Of<"mood-set">): StoryState {
  const { work } = state;
  if (work?.script.utterances[of - 1] === undefined) return state;
  const { [of]: was, ...others } = work.moods;
  if (mood === "as-read") return was === undefined ? state : { ...state, work: { ...work, moods: others } };
  const set = mood === "none" ? null : mood;
  if (was === set || (set !== null && !isCategoryId(set))) return state;
  return { ...state, work: { ...work, moods: { ...others, [of]: set } } };
}

/** How utterances sound comes in; a second reading of the same words is left out. */
export function takeReadings(state: StoryState, { script, readings }: Of<"lines-read">): StoryState {
  const { work } = state;
  if (work?.seq !== script) return state;
  const fresh = readings.flatMap(({ of, estimate }) => {
    const text = work.script.utterances[of - 1]?.text;
    return text === undefined || Object.hasOwn(state.readings, text) ? [] : [[text, estimate] as const];
  });
  if (fresh.length === 0) return state;
  return { ...state, readings: { ...state.readings, ...Object.fromEntries(fresh) } };
}

/** Some could not be read, and are not tried again before the script is brought again. */
export function takeNotRead(state: StoryState, { script, of }: Of<"lines-not-read">): StoryState {
  const { work } = state;
  if (work?.seq !== script) return state;
  const texts = of.flatMap((id) => work.script.utterances[id - 1]?.text ?? []);
  const fresh = texts.filter((text) => !state.notRead.includes(text) && !Object.hasOwn(state.readings, text));
  return fresh.length === 0 ? state : { ...state, notRead: [...state.notRead, ...new Set(fresh)] };
}
