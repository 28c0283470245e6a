import type { CategoryId } from "@openempathic/affect";
import type { ShownResource } from "@openempathic/govern";
import { INITIAL_SESSION_FRAME } from "../session/session-frame.ts";
import type { SessionFrame, ShowNotices } from "../session/session-frame.ts";
import type { Picks } from "./arc/follow-path.ts";
import type { ArcDrawing } from "./arc/intended-arc.ts";
import type { Readings } from "./arc/story-arc.ts";
import type { Script } from "./script/script.ts";
import type { SceneDraft, SceneTask, SceneTrouble } from "./story-event.ts";

/** A writer's session: one script at a time, with its arcs. */
export interface StoryState extends SessionFrame {
  readonly work?: StoryWork;
  /** How utterances sound, by their words: kept over a change of the script, so that nothing is read twice. */
  readonly readings: Readings;
  /** Words that could not be read because of an error. */
  readonly notRead: readonly string[];
  /** What the writer intends, by {@link intendedKey}. */
  readonly intended: Readonly<Record<string, IntendedArc>>;
  readonly reader: { readonly likes: string; readonly avoids: string };
  /** Scenes that were asked for, in order. */
  readonly scenes: readonly Scene[];
}

/** The script that is looked at. */
export interface StoryWork {
  /** The seq of the event that brought it. */
  readonly seq: number;
  readonly name: string;
  readonly source: string;
  readonly script: Script;
  readonly picks: Picks;
  /** The writer's own words for moods, by utterance; `null` is no mood. */
  readonly moods: Readonly<Record<number, CategoryId | null>>;
  /** Sources before words were changed, the latest last; at most {@link MOST_KEPT}. */
  readonly before: readonly string[];
}

/** An intended arc, with those before it, the latest last. */
export interface IntendedArc {
  readonly drawing: ArcDrawing | null;
  readonly before: readonly (ArcDrawing | null)[];
}

/** A scene that a language model was asked for. */
export interface Scene {
  /** The seq of the event that asked. */
  readonly seq: number;
  readonly atMs: number;
  readonly script: number;
  readonly from: number;
  readonly to: number;
  readonly task: SceneTask;
  readonly wish: string;
  /** What the reader likes and avoids, where it is written for them. */
  readonly reader?: { readonly likes: string; readonly avoids: string };
  readonly outcome:
    | { readonly kind: "waiting" }
    | {
        readonly kind: "written" | "taken" | "left" | "undone";
        readonly drafts: readonly SceneDraft[];
        readonly best: number;
        readonly gapBefore: number | null;
        readonly model: string;
        readonly perceiver: string;
      }
    | {
        readonly kind: "failed";
        readonly trouble: SceneTrouble;
        readonly care?: { readonly text: string; readonly resources: readonly ShownResource[] };
      };
}

/** How many arcs and sources before are kept, to go back to. */
export const MOST_KEPT = 50;

/** Before the first event. */
export const INITIAL_STORY_STATE: StoryState = {
  ...INITIAL_SESSION_FRAME,
  readings: {},
  notRead: [],
  intended: {},
  reader: { likes: "", avoids: "" },
  scenes: [],
};

/** Work that a session asks for. */
export type StoryEffect =
  | ShowNotices
  /** Read how these utterances of the script sound, one by one. */
  | { readonly kind: "read-lines"; readonly script: number; readonly of: readonly number[] }
  | { readonly kind: "write-scene"; readonly of: number };

/** Under which key the intended arc of the reader, or of a speaker, is kept. */
export function intendedKey(speaker?: string): string {
  return speaker === undefined ? "reader" : `speaker:${speaker}`;
}
