import { makeEstimate, abstain } from "@openempathic/affect";
import fc from "fast-check";
import type { Unstamped } from "../../session/session-event.ts";
import { openRandom } from "../../testing/index.ts";
import type { Random, SimulatedPerson } from "../../testing/index.ts";
import { ARC_SHAPES, drawShape } from "../arc/intended-arc.ts";
import { STORY_SAMPLES } from "../samples/story-samples.ts";
import { sceneLines } from "../scene-acts.ts";
import { SCRIPT_FORMATS } from "../script/script.ts";
import type { StoryEvent, StoryPersonEvent, StoryPlatformEvent } from "../story-event.ts";
import type { StoryEffect, StoryState } from "../story-state.ts";

const SPEAKERS = ["Mara", "June", "MARA", "nobody"];
const WORDS = ["It is dark.", "I am so happy!", "-> {", "=== ===", "", "[[", "One\nTwo"];

/** What a writer does at random: anything that the page lets them do, at any moment, sensible or not. */
const SOME_ACTS: readonly ((random: Random, state: StoryState) => StoryPersonEvent)[] = [
  (random) => {
    const format = random.oneOf(SCRIPT_FORMATS);
    const source = random.happens(0.8) ? STORY_SAMPLES[format] : random.oneOf(WORDS);
    return { kind: "script-brought", name: "lamp", format, source };
  },
  (random) => ({
    kind: "fork-picked",
    block: random.below(12),
    visit: random.below(3),
    exit: random.below(3),
  }),
  (random) => ({
    kind: "mood-set",
    of: random.below(40),
    mood: random.oneOf(["Anger", "Hope", "none", "as-read"] as const),
  }),
  (random) => ({
    kind: "arc-intended",
    ...(random.happens(0.5) ? { speaker: random.oneOf(SPEAKERS) } : {}),
    drawing: random.happens(0.1) ? null : random.happens(0.9) ? drawShape(random.oneOf(ARC_SHAPES)) : [2],
  }),
  (random) => ({ kind: "arc-undone", ...(random.happens(0.5) ? { speaker: random.oneOf(SPEAKERS) } : {}) }),
  (random) => ({ kind: "reader-described", likes: random.oneOf(WORDS), avoids: "spiders" }),
  (random) => {
    const from = random.below(20);
    return {
      kind: "scene-asked",
      from,
      to: from + random.below(6),
      task: random.oneOf(["rewrite", "anew"] as const),
      wish: random.oneOf(WORDS),
      forReader: random.happens(0.3),
    };
  },
  (random, { scenes }) => ({
    kind: "scene-decided",
    of: scenes.at(-1)?.seq ?? random.below(30),
    take: random.happens(0.7),
  }),
  () => ({ kind: "words-undone" }),
  (random) => ({ kind: "language-changed", language: random.oneOf(["en", "de"] as const) }),
  () => ({ kind: "notices-acknowledged" }),
];

/** Scripts and scenes come more often, so that sessions get far. */
const ACTS = [...SOME_ACTS, ...[0, 0, 6, 6, 6, 6, 7, 7, 7, 8].flatMap((index) => SOME_ACTS[index] ?? [])];

/** A writer at random, with a platform that reads and writes at random. */
export const storyPerson: SimulatedPerson<StoryState, StoryEvent, StoryEffect> = {
  start: (random) => ({ kind: "session-started", language: random.oneOf(["en", "de"] as const) }),
  act: (state, random) => (random.happens(0.6) ? random.oneOf(ACTS)(random, state) : undefined),
  results: (effect, state, random) => resultsOf(effect, state, random),
};

/** Any event of a writer's session before it is numbered. */
export const storyEvents: fc.Arbitrary<Unstamped<StoryEvent>> = fc
  .record({ seed: fc.nat(), of: fc.nat(60), source: fc.string({ unit: "binary", maxLength: 60 }) })
  .chain(({ seed, of, source }) => {
    const random = openRandom(seed);
    const state: StoryState = {
      lastSeq: 1,
      language: "en",
      notices: { due: [], shownAtMs: {} },
      readings: {},
      notRead: [],
      intended: {},
      reader: { likes: "", avoids: "" },
      scenes: [],
    };
    const effects: readonly StoryEffect[] = [
      { kind: "show-notices", notices: ["not-a-person", "emotion-analysis"] },
      { kind: "read-lines", script: 1 + random.below(6), of: [1, 2, of] },
      { kind: "write-scene", of },
    ];
    return fc.constantFrom<Unstamped<StoryEvent>>(
      { kind: "script-brought", name: "any", format: random.oneOf(SCRIPT_FORMATS), source },
      ...Array.from({ length: 4 }, () => random.oneOf(ACTS)(random, state)),
      ...effects.flatMap((effect) => resultsOf(effect, state, random)),
    );
  });

const SOURCE = { kind: "model", id: "simulated", version: "1" } as const;

/** What the platform would add for one piece of work. */
function resultsOf(effect: StoryEffect, state: StoryState, random: Random): readonly StoryPlatformEvent[] {
  switch (effect.kind) {
    case "show-notices":
      return [{ kind: "notices-shown", notices: effect.notices }];
    case "read-lines": {
      const { script, of } = effect;
      if (random.happens(0.1)) return [{ kind: "lines-not-read", script, of }];
      const readings = of.map((id) => ({ of: id, estimate: estimateOf(random) }));
      return [{ kind: "lines-read", script, readings }];
    }
    case "write-scene": {
      const { of } = effect;
      const scene = state.scenes.find(({ seq }) => seq === of);
      const { work } = state;
      if (scene === undefined || work === undefined || random.happens(0.3))
        return [
          { kind: "scene-not-written", of, trouble: random.oneOf(["no-model", "unusable", "risk"] as const) },
        ];
      const words = sceneLines(work, scene).map(({ id }) => ({ of: id, text: random.oneOf(WORDS) }));
      const drafts = [{ words, gap: random.next() }];
      return [
        { kind: "scene-written", of, drafts, best: 0, gapBefore: null, model: "m", perceiver: "simulated" },
      ];
    }
  }
}

function estimateOf(random: Random) {
  if (random.happens(0.1))
    return abstain({ modality: "text", reason: "language", detail: "Not English.", source: SOURCE });
  return makeEstimate({
    modality: "text",
    likelihood: { Anger: random.next(), Hope: random.next() },
    dimensions: { valence: { mean: random.next() - 0.5, sd: 0.15 }, arousal: { mean: 0, sd: 0.1 } },
    source: SOURCE,
  });
}
