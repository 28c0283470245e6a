import type { CategoryId, Estimate } from "@openempathic/affect";
import type { ShownResource } from "@openempathic/govern";
import type { FramePersonEvent, FramePlatformEvent, Stamp } from "../session/session-event.ts";
import type { ArcDrawing } from "./arc/intended-arc.ts";
import type { ScriptFormat } from "./script/script.ts";
import type { NewWords } from "./write/replace-lines.ts";

/** What a writer can do; only these are accepted from outside. */
export type StoryPersonEvent =
  | FramePersonEvent
  /** A script to look at, in place of the one before. */
  | {
      readonly kind: "script-brought";
      readonly name: string;
      readonly format: ScriptFormat;
      readonly source: string;
    }
  /** Where the story forks: which exit is taken when its block is reached for the nth time (from 0). */
  | { readonly kind: "fork-picked"; readonly block: number; readonly visit: number; readonly exit: number }
  /** The writer's own word for a line's mood; "none" is no mood, "as-read" what the words sound like. */
  | { readonly kind: "mood-set"; readonly of: number; readonly mood: CategoryId | "none" | "as-read" }
  /** The arc that the writer intends for the reader, or for a speaker; `null` takes it away. */
  | { readonly kind: "arc-intended"; readonly speaker?: string; readonly drawing: ArcDrawing | null }
  | { readonly kind: "arc-undone"; readonly speaker?: string }
  /** What a reader likes and would rather not meet, in words. */
  | { readonly kind: "reader-described"; readonly likes: string; readonly avoids: string }
  /** Other words for these lines, nearer to the intended arc, by a language model. */
  | {
      readonly kind: "scene-asked";
      readonly from: number;
      readonly to: number;
      readonly task: SceneTask;
      readonly wish: string;
      readonly forReader: boolean;
    }
  | { readonly kind: "scene-decided"; readonly of: number; readonly take: boolean }
  /** Takes the last change of the script's words back. */
  | { readonly kind: "words-undone" };

/** "rewrite" keeps what happens; "anew" may tell something else in the same lines. */
export type SceneTask = "rewrite" | "anew";

/** One try of a language model, measured. */
export interface SceneDraft {
  readonly words: readonly NewWords[];
  /** How far the perceived valence lies from what is intended, on average over the lines; `null` where it could not be told. */
  readonly gap: number | null;
}

/** Why no scene was written. */
export type SceneTrouble = "no-model" | "model-trouble" | "unusable" | "unsafe" | "risk";

/** What the platform adds. `script` is the seq of the script's event, `of` that of a `scene-asked`. */
export type StoryPlatformEvent =
  | FramePlatformEvent
  | {
      readonly kind: "lines-read";
      readonly script: number;
      readonly readings: readonly { readonly of: number; readonly estimate: Estimate }[];
    }
  | { readonly kind: "lines-not-read"; readonly script: number; readonly of: readonly number[] }
  | {
      readonly kind: "scene-written";
      readonly of: number;
      readonly drafts: readonly SceneDraft[];
      /** Which of the drafts comes nearest. */
      readonly best: number;
      /** How far the lines lay from what is intended before; `null` where it could not be told. */
      readonly gapBefore: number | null;
      readonly model: string;
      readonly perceiver: string;
    }
  | {
      readonly kind: "scene-not-written";
      readonly of: number;
      readonly trouble: SceneTrouble;
      /** The scripted answer and its lines of help, where the words may be about somebody at risk. */
      readonly care?: { readonly text: string; readonly resources: readonly ShownResource[] };
    };

/** One stored event of a writer's session. */
export type StoryEvent = Stamp & (StoryPersonEvent | StoryPlatformEvent);
