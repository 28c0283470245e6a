import type { Estimate } from "@openempathic/affect";
import { EXPERIENCE_SCHEMAS } from "@openempathic/client";
import { story } from "@openempathic/experiences/story";
import type { StoryEffect, StoryPlatformEvent, StoryState } from "@openempathic/experiences/story";
import type { EffectMeans, EffectRequest } from "../effect-means.ts";
import { perceiveText } from "../perceive-text.ts";
import { serve } from "../served-experience.ts";
import type { ServedExperience } from "../served-experience.ts";
import { writeScene } from "./write-scene.ts";

/** Story as the server runs it. */
export const servedStory: ServedExperience = serve({
  experience: story,
  schemas: EXPERIENCE_SCHEMAS.story,
  asksForWork: ["script-brought", "scene-asked"],
  runEffect: runStoryEffect,
  failureEvent: storyFailure,
  titleFrom: (event) => (event.kind === "script-brought" ? event.name.slice(0, 80) : undefined),
});

async function* runStoryEffect(
  means: EffectMeans,
  { effect, state, signal }: EffectRequest<StoryState, StoryEffect>,
): AsyncGenerator<StoryPlatformEvent> {
  switch (effect.kind) {
    case "read-lines":
      yield await readLines(means, { effect, state, signal });
      return;
    case "write-scene":
      yield await writeScene(means, { effect, state, signal });
      return;
    case "show-notices":
      // Seen to by the runner.
      return;
  }
}

/** Each line is read by itself, so that its reading does not hang on the way by which it was reached. */
async function readLines(
  means: EffectMeans,
  request: EffectRequest<StoryState, Extract<StoryEffect, { kind: "read-lines" }>>,
): Promise<StoryPlatformEvent> {
  const { effect, state, signal } = request;
  const utterances = state.work?.script.utterances ?? [];
  const readings: { readonly of: number; readonly estimate: Estimate }[] = [];
  for (const of of effect.of) {
    const text = utterances[of - 1]?.text ?? "";
    const estimate = await perceiveText(means, { purpose: story.purpose, frame: state, text, signal });
    // Which words spoke for it is not kept: a script has many lines.
    readings.push({ of, estimate: { ...estimate, evidence: [] } });
  }
  return { kind: "lines-read", script: effect.script, readings };
}

/** Lines that could not be read stay unread, and the page says so. */
function storyFailure(_state: StoryState, effect: StoryEffect): StoryPlatformEvent | undefined {
  switch (effect.kind) {
    case "read-lines":
      return { kind: "lines-not-read", script: effect.script, of: effect.of };
    case "write-scene":
      return { kind: "scene-not-written", of: effect.of, trouble: "model-trouble" };
    case "show-notices":
      return undefined;
  }
}
