import type { ArcPoint } from "../arc/story-arc.ts";
import { followPath } from "../arc/follow-path.ts";
import { findFlat } from "../arc/find-flat.ts";
import { findJumps } from "../arc/find-jumps.ts";
import { nearestShapes } from "../arc/nearest-shape.ts";
import { speakersOf, storyArc } from "../arc/story-arc.ts";
import type { Scene, StoryState, StoryWork } from "../story-state.ts";
import { moodFor } from "./mood-for.ts";

/** The name of the shape of {@link storyExport}. */
export const STORY_SCHEMA = "open-empathic/story/1";

/**
 * All that is known of a script, as data: its utterances with places, moods and readings, the arcs of the chosen way beside
 * the intended ones, jumps and flat stretches, and where words are from: each scene that a language model wrote, with its
 * model, what was asked, for whom, what was measured of each try, and whether the writer took it.
 */
export function storyExport(state: StoryState, work: StoryWork): object {
  const { script, name, picks, moods } = work;
  const path = followPath(script, picks);
  const { readings } = state;
  const arcs = [
    { of: { kind: "reader" } as const, key: "reader" },
    ...speakersOf(script).map((speaker) => ({
      of: { kind: "speaker", name: speaker } as const,
      key: `speaker:${speaker}`,
    })),
  ];
  return {
    schema: STORY_SCHEMA,
    name,
    format: script.format,
    title: script.title ?? null,
    note: "How the words sound, by a perceiver; no verdict on the story, and nothing about what anybody feels.",
    utterances: script.utterances.map(({ id, kind, speaker, text, place, mood }) => ({
      id,
      kind,
      speaker: speaker ?? null,
      text,
      line: place.line,
      column: place.column,
      passage: script.passages[script.utterances[id - 1]?.passage ?? 0]?.name ?? "",
      tagged: mood ?? null,
      mood: moodFor({ id, text }, { readings, moods }) ?? null,
      moodFrom: moods[id] === undefined ? "read" : "writer",
      estimate: readings[text] ?? null,
    })),
    way: { utterances: path.utterances, end: path.end },
    arcs: arcs.map(({ of, key }) => {
      const points = storyArc(script, path, { readings, of });
      return {
        of,
        points: points.map(pointOf),
        intended: state.intended[key]?.drawing ?? null,
        nearest: nearestShapes(points)[0] ?? null,
      };
    }),
    findings: [...findJumps(script, path, readings), ...findFlat(script, path, readings)],
    provenance: state.scenes.filter(({ script: of }) => of === work.seq).flatMap(provenanceOf),
  };
}

function pointOf({ utterance, position, valence, arousal }: ArcPoint): object {
  return { utterance: utterance.id, position, valence: valence ?? null, arousal: arousal ?? null };
}

function provenanceOf(scene: Scene): readonly object[] {
  const { outcome, atMs, from, to, task, wish, reader } = scene;
  if (outcome.kind === "waiting" || outcome.kind === "failed") return [];
  const { kind, model, perceiver, gapBefore, drafts, best } = outcome;
  return [
    {
      writtenBy: "language-model",
      model,
      perceiver,
      at: new Date(atMs).toISOString(),
      from,
      to,
      task,
      wish,
      reader: reader ?? null,
      decision: kind,
      gapBefore,
      drafts,
      best,
    },
  ];
}
