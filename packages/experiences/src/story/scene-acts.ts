import { readScript } from "./script/read-script.ts";
import type { StoryEvent } from "./story-event.ts";
import { MOST_KEPT } from "./story-state.ts";
import type { Scene, StoryState, StoryWork } from "./story-state.ts";
import { isReplaceable, replaceLines } from "./write/replace-lines.ts";

type Of<Kind extends StoryEvent["kind"]> = Extract<StoryEvent, { kind: Kind }>;

/** The most utterances that are written anew at once. */
export const SCENE_LINES = 24;
/** The most scenes that are kept. */
const MOST_SCENES = 30;

/** The utterances of a scene that can have other words. */
export function sceneLines(work: StoryWork, { from, to }: { readonly from: number; readonly to: number }) {
  return work.script.utterances
    .slice(Math.max(0, from - 1), to)
    .filter((utterance) => isReplaceable(work.source, utterance))
    .slice(0, SCENE_LINES);
}

/** A scene is asked for; one at a time. */
export function askScene(state: StoryState, event: Of<"scene-asked">): StoryState {
  const { work } = state;
  const { seq, atMs, from, to, task, wish, forReader } = event;
  if (work === undefined || state.scenes.some(({ outcome }) => outcome.kind === "waiting")) return state;
  if (!(from >= 1 && from <= to) || sceneLines(work, { from, to }).length === 0) return state;
  const scene: Scene = {
    seq,
    atMs,
    script: work.seq,
    from,
    to,
    task,
    wish,
    ...(forReader ? { reader: state.reader } : {}),
    outcome: { kind: "waiting" },
  };
  return { ...state, scenes: [...state.scenes, scene].slice(-MOST_SCENES) };
}

/** What came of it. */
export function takeScene(
  state: StoryState,
  event: Of<"scene-written"> | Of<"scene-not-written">,
): StoryState {
  const scene = state.scenes.find(({ seq }) => seq === event.of);
  if (scene?.outcome.kind !== "waiting") return state;
  if (event.kind === "scene-not-written") {
    const { trouble, care } = event;
    return withScene(state, {
      ...scene,
      outcome: { kind: "failed", trouble, ...(care === undefined ? {} : { care }) },
    });
  }
  const { drafts, best, gapBefore, model, perceiver } = event;
  if (drafts[best] === undefined) return state;
  return withScene(state, {
    ...scene,
    outcome: { kind: "written", drafts, best, gapBefore, model, perceiver },
  });
}

/** The writer takes the nearest draft, or leaves it. Taken, only these words change in the source. */
export function decideScene(state: StoryState, { of, take }: Of<"scene-decided">): StoryState {
  const scene = state.scenes.find(({ seq }) => seq === of);
  const { work } = state;
  if (scene?.outcome.kind !== "written" || work?.seq !== scene.script) return state;
  const { outcome } = scene;
  if (!take) return withScene(state, { ...scene, outcome: { ...outcome, kind: "left" } });
  const source = replaceLines(work.source, work.script, outcome.drafts[outcome.best]?.words ?? []);
  const next = source === undefined ? undefined : withSource(work, source);
  if (next === undefined) return state;
  const before = [...work.before, work.source].slice(-MOST_KEPT);
  const taken = withScene(state, { ...scene, outcome: { ...outcome, kind: "taken" } });
  return { ...taken, work: { ...next, before } };
}

/** Back to the words before the scene that was taken last. */
export function undoWords(state: StoryState): StoryState {
  const { work } = state;
  const source = work?.before.at(-1);
  const last = state.scenes.findLast(
    ({ outcome, script }) => outcome.kind === "taken" && script === work?.seq,
  );
  const next = work === undefined || source === undefined ? undefined : withSource(work, source);
  if (next === undefined || last?.outcome.kind !== "taken") return state;
  const undone = withScene(state, { ...last, outcome: { ...last.outcome, kind: "undone" } });
  return { ...undone, work: { ...next, before: next.before.slice(0, -1) } };
}

function withSource(work: StoryWork, source: string): StoryWork | undefined {
  const reading = readScript(source, work.script.format);
  return reading.kind === "faulty" ? undefined : { ...work, source, script: reading.script };
}

function withScene(state: StoryState, scene: Scene): StoryState {
  return { ...state, scenes: state.scenes.map((each) => (each.seq === scene.seq ? scene : each)) };
}
