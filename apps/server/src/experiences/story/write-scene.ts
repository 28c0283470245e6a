import {
  followPath,
  replaceLines,
  sceneGap,
  sceneLines,
  storyArc,
  story,
} from "@openempathic/experiences/story";
import type {
  ArcDrawing,
  NewWords,
  Scene,
  SceneDraft,
  StoryEffect,
  StoryPlatformEvent,
  StoryState,
  StoryWork,
} from "@openempathic/experiences/story";
import type { Spread } from "@openempathic/affect";
import { latchRisk, INITIAL_RISK_LATCH, shownResource } from "@openempathic/govern";
import type { RiskJudgement } from "@openempathic/govern";
import { askStructured, crisisAnswer } from "@openempathic/respond";
import { z } from "zod";
import type { EffectMeans, EffectRequest } from "../effect-means.ts";
import { perceiveText } from "../perceive-text.ts";
import { sceneTask } from "./scene-task.ts";
import type { SceneAim } from "./scene-task.ts";

/** How often a language model may try. */
const TRIES = 3;
/** Near enough that another try is not worth its cost: less than the perceiver is unsure by about one line. */
const NEAR_ENOUGH = 0.1;

type Request = EffectRequest<StoryState, Extract<StoryEffect, { kind: "write-scene" }>>;
type NotWritten = Extract<StoryPlatformEvent, { kind: "scene-not-written" }>;

/**
 * Has a language model write other words for a scene, reads how they sound, tells it what was measured and lets it try
 * again, three times at most. All drafts are kept, with what was measured; the nearest is offered.
 */
export async function writeScene(
  means: EffectMeans,
  { effect, state, signal }: Request,
): Promise<StoryPlatformEvent> {
  const { work } = state;
  const scene = state.scenes.find(({ seq }) => seq === effect.of);
  if (work === undefined || scene === undefined)
    return { kind: "scene-not-written", of: effect.of, trouble: "unusable" };
  const model = await means.languageModel();
  const aims = aimsOf(state, work, scene);
  const drafts: (SceneDraft & { readonly measured: readonly (number | undefined)[] })[] = [];
  let failed: NotWritten | undefined;
  while (drafts.length < TRIES && failed === undefined) {
    const last = drafts.at(-1);
    const answer = await askStructured({
      model,
      task: sceneTask({ work, scene, aims, ...(last === undefined ? {} : { last }) }),
      turns: wishesIn(scene, aims),
      schema: schemaFor(aims),
      shown: ({ lines }) => lines.map(({ text }) => text),
      language: state.language,
      signal,
    });
    if (answer.kind !== "made") {
      failed = notWritten(state, effect.of, answer);
      break;
    }
    const words = answer.value.lines.map(({ line, text }): NewWords => ({ of: line, text: text.trim() }));
    if (replaceLines(work.source, work.script, words) === undefined) {
      failed = { kind: "scene-not-written", of: effect.of, trouble: "unusable" };
      break;
    }
    const draft = await measured(means, { state, words, aims, signal });
    drafts.push(draft);
    if (draft.gap === null || draft.gap <= NEAR_ENOUGH) break;
  }
  if (drafts.length === 0) return failed ?? { kind: "scene-not-written", of: effect.of, trouble: "unusable" };
  const gaps = drafts.map(({ gap }) => gap ?? Infinity);
  return {
    kind: "scene-written",
    of: effect.of,
    drafts: drafts.map(({ words, gap }) => ({ words, gap })),
    best: gaps.indexOf(Math.min(...gaps)),
    gapBefore: gapBefore(state, aims),
    model: model?.id ?? "",
    perceiver: `${means.perceiver.id} ${means.perceiver.version}`,
  };
}

/** Each line of the scene with what it should sound like: by the speaker's intended arc, else the reader's. */
function aimsOf(state: StoryState, work: StoryWork, scene: Scene): readonly SceneAim[] {
  const { script, picks } = work;
  const reader = storyArc(script, followPath(script, picks), {
    readings: state.readings,
    of: { kind: "reader" },
  });
  const lines = sceneLines(work, scene);
  return lines.map((utterance, at) => {
    const point = reader.find((each) => each.utterance.id === utterance.id);
    // Off the chosen way a line has no place on the arc: it takes its place in the script.
    const position = point?.position ?? (utterance.id - 0.5) / script.utterances.length;
    const drawing = drawingFor(state, utterance.speaker);
    return { utterance, position, number: at + 1, ...(drawing === undefined ? {} : { drawing }) };
  });
}

function drawingFor({ intended }: StoryState, speaker: string | undefined): ArcDrawing | undefined {
  const own = speaker === undefined ? undefined : intended[`speaker:${speaker}`]?.drawing;
  return own ?? intended["reader"]?.drawing ?? undefined;
}

/** What the writer and the reader said, and the words of the scene: risk is judged on all of it before a model is asked. */
function wishesIn(scene: Scene, aims: readonly SceneAim[]) {
  const said = [
    scene.wish.trim() === "" ? "" : `My wish: ${scene.wish.trim()}`,
    (scene.reader?.likes.trim() ?? "") === "" ? "" : `The reader likes: ${scene.reader?.likes.trim() ?? ""}`,
    (scene.reader?.avoids.trim() ?? "") === ""
      ? ""
      : `The reader would rather not meet: ${scene.reader?.avoids.trim() ?? ""}`,
    "The lines:",
    ...aims.map(({ utterance }) => `${String(utterance.id)}. ${who(utterance.speaker)}${utterance.text}`),
  ];
  return [{ role: "person", text: said.filter((line) => line !== "").join("\n") }] as const;
}

function who(speaker: string | undefined): string {
  return speaker === undefined ? "" : `${speaker}: `;
}

function schemaFor(aims: readonly SceneAim[]) {
  const ids = aims.map(({ utterance }) => utterance.id);
  return z.strictObject({
    lines: z
      .array(
        z.strictObject({
          line: z.int().refine((id) => ids.includes(id), { error: "must be the number of one of the lines" }),
          text: z
            .string()
            .min(1)
            .max(600)
            .regex(/^[^\r\n]*\S[^\r\n]*$/u, { error: "must be words on one line" }),
        }),
      )
      .min(1)
      .max(aims.length)
      .refine((lines) => new Set(lines.map(({ line }) => line)).size === lines.length, {
        error: "must have each line once",
      }),
  });
}

async function measured(
  means: EffectMeans,
  asked: {
    readonly state: StoryState;
    readonly words: readonly NewWords[];
    readonly aims: readonly SceneAim[];
    readonly signal: AbortSignal;
  },
): Promise<SceneDraft & { readonly measured: readonly (number | undefined)[] }> {
  const { state, words, aims, signal } = asked;
  const heard: { readonly aim: SceneAim; readonly valence: Spread | undefined }[] = [];
  for (const aim of aims) {
    const text = words.find(({ of }) => of === aim.utterance.id)?.text ?? aim.utterance.text;
    const estimate = await perceiveText(means, { purpose: story.purpose, frame: state, text, signal });
    heard.push({ aim, valence: estimate.dimensions.valence });
  }
  const gaps = heard.flatMap(({ aim, valence }) => gapAt(aim, valence));
  return {
    words,
    gap: gaps.length === 0 ? null : gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length,
    measured: heard.map(({ valence }) => valence?.mean),
  };
}

function gapBefore({ readings }: StoryState, aims: readonly SceneAim[]): number | null {
  const gaps = aims.flatMap((aim) => gapAt(aim, readings[aim.utterance.text]?.dimensions.valence));
  return gaps.length === 0 ? null : gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
}

function gapAt({ drawing, position }: SceneAim, valence: Spread | undefined): readonly number[] {
  const gap = drawing === undefined ? null : sceneGap([{ position, valence }], drawing);
  return gap === null ? [] : [gap];
}

function notWritten(
  state: StoryState,
  of: number,
  answer:
    | { readonly kind: "risk"; readonly judgement: RiskJudgement }
    | { readonly kind: "no-model" | "model-trouble" | "unusable" | "unsafe" },
): NotWritten {
  if (answer.kind !== "risk") return { kind: "scene-not-written", of, trouble: answer.kind };
  const { language, country } = state;
  const { text, resources } = crisisAnswer({
    language,
    ...(country === undefined ? {} : { country }),
    latch: latchRisk(INITIAL_RISK_LATCH, answer.judgement, state.atMs ?? 0),
    turns: [],
  });
  const care = { text, resources: resources.map(shownResource) };
  return { kind: "scene-not-written", of, trouble: "risk", care };
}
