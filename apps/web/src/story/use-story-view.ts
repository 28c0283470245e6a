import {
  findFlat,
  findJumps,
  followPath,
  intendedKey,
  nearestShapes,
  speakersOf,
  storyArc,
} from "@openempathic/experiences/story";
import type {
  ArcDrawing,
  ArcPoint,
  FlatStretch,
  Jump,
  Path,
  ShapeFit,
  StoryState,
  StoryWork,
} from "@openempathic/experiences/story";
import { useMemo } from "react";

/** What of a script is on the page, worked out from the state. */
export interface StoryView {
  readonly path: Path;
  readonly points: readonly ArcPoint[];
  readonly reader: readonly ArcPoint[];
  readonly nearest: ShapeFit | undefined;
  readonly findings: readonly (Jump | FlatStretch)[];
  readonly speakers: readonly string[];
  readonly drawing: ArcDrawing | null;
  /** Utterances of the script that are read, or could not be. */
  readonly done: number;
  readonly failed: number;
}

/** The view of a script: the arc of the reader, or of one who speaks. */
export function useStoryView(state: StoryState, work: StoryWork, speaker: string | undefined): StoryView {
  const { readings, notRead, intended } = state;
  const { script, picks } = work;
  const path = useMemo(() => followPath(script, picks), [script, picks]);
  const reader = useMemo(
    () => storyArc(script, path, { readings, of: { kind: "reader" } }),
    [script, path, readings],
  );
  const points = useMemo(
    () =>
      speaker === undefined
        ? reader
        : storyArc(script, path, { readings, of: { kind: "speaker", name: speaker } }),
    [script, path, readings, reader, speaker],
  );
  const failed = useMemo(() => {
    const texts = new Set(notRead);
    return script.utterances.filter(({ text }) => texts.has(text) && !Object.hasOwn(readings, text)).length;
  }, [script, notRead, readings]);
  const read = useMemo(
    () => script.utterances.filter(({ text }) => Object.hasOwn(readings, text)).length,
    [script, readings],
  );
  const isDone = read + failed >= script.utterances.length;
  const findings = useMemo(
    () => (isDone ? [...findJumps(script, path, readings), ...findFlat(script, path, readings)] : []),
    [isDone, script, path, readings],
  );
  return {
    path,
    points,
    reader,
    nearest: useMemo(() => nearestShapes(points)[0], [points]),
    findings,
    speakers: useMemo(() => speakersOf(script), [script]),
    drawing: intended[intendedKey(speaker)]?.drawing ?? null,
    done: read + failed,
    failed,
  };
}
