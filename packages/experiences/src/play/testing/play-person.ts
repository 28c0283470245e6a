import { makeEstimate } from "@openempathic/affect";
import { RISK_LEVELS } from "@openempathic/govern";
import fc from "fast-check";
import type { PlayEffect } from "../play.ts";
import type { PlayEvent, PlayPersonEvent, PlayPlatformEvent } from "../play-event.ts";
import type { PlayState } from "../play-state.ts";
import { DIALS } from "../pacing/pacing.ts";
import { TEAS } from "../tea/brew.ts";
import { MOMENTS } from "../tea/night.ts";
import { TONES } from "../tea/tone.ts";
import type { Unstamped } from "../../session/session-event.ts";
import { openRandom } from "../../testing/index.ts";
import type { Random, SimulatedPerson } from "../../testing/index.ts";

const TEXTS = [
  "What do you hope for?",
  "Thank you, all of you",
  "Ich mag Schnecken.",
  "",
  "I want to die",
  "\u{1F40C} לב",
];
const CHOICES = MOMENTS.flatMap(({ choices }) => [...choices]);

/** What a player does at random: anything that the page lets them do, at any moment, sensible or not. */
const ACTS: readonly ((random: Random) => PlayPersonEvent)[] = [
  (random) => ({ kind: "night-begun", teller: random.happens(0.8) ? "house" : "ink" }),
  ...Array.from({ length: 5 }, () => (random: Random) => pour(random)),
  ...Array.from(
    { length: 5 },
    () => (random: Random) => ({ kind: "chosen", choice: random.oneOf(CHOICES) }) as const,
  ),
  ...Array.from(
    { length: 3 },
    () => (random: Random) => ({ kind: "message", text: random.oneOf(TEXTS) }) as const,
  ),
  (random) => ({
    kind: "dial-wished",
    dial: random.oneOf(DIALS),
    wish: random.oneOf(["less", "right", "more"] as const),
  }),
  (random) => ({ kind: "dial-set", dial: random.oneOf(DIALS), value: random.next() * 2 - 0.5 }),
  (random) => ({ kind: "adapting-switched", on: random.happens(0.5) }),
  (random) => ({ kind: "meant", of: random.below(40), tone: random.oneOf(TONES) }),
  (random) => inkTold(random),
  (random) => inkTold(random),
  () => ({ kind: "notices-acknowledged" }),
  (random) => ({ kind: "language-changed", language: random.oneOf(["en", "de"] as const) }),
];

function pour(random: Random): PlayPersonEvent {
  return { kind: "cup-poured", tea: random.oneOf(TEAS), position: random.next() };
}

function inkTold(random: Random): PlayPersonEvent {
  const phase = random.oneOf(["brewing", "talking", "over"] as const);
  return {
    kind: "ink-told",
    turn: {
      lines: ["It rains."],
      choices: phase === "talking" ? ["Listen.", "Wait."] : [],
      phase,
      guest: random.oneOf(["lin", "bruno", "pim"] as const),
      save: "{}",
    },
    happenings: [
      { consequences: [{ kind: "goal", goal: "lin-ready", likelihood: random.next() }], by: "keeper" },
    ],
  };
}

/** Somebody who plays, and a platform that does what the night asks for. */
export const playPerson: SimulatedPerson<PlayState, PlayEvent, PlayEffect> = {
  start: (random) => ({ kind: "session-started", language: random.oneOf(["en", "de"] as const) }),
  act: ({ night }, random) => {
    if (random.happens(0.25)) return random.oneOf(ACTS)(random);
    if (night === undefined) return { kind: "night-begun", teller: "house" };
    if (night.phase === "brewing") return pour(random);
    if (night.phase === "talking" && random.happens(0.3))
      return { kind: "message", text: random.oneOf(TEXTS) };
    const moment = MOMENTS[night.moment];
    return moment === undefined ? undefined : { kind: "chosen", choice: random.oneOf(moment.choices) };
  },
  results: (effect, _state, random) => resultsOf(effect, random),
};

/** Any event of a night before it is numbered, for {@link assertReplaysAnyHistory}. */
export const playEvents: fc.Arbitrary<Unstamped<PlayEvent>> = fc
  .record({ seed: fc.nat(), of: fc.nat(40) })
  .map(({ seed, of }) => {
    const random = openRandom(seed);
    const effects: readonly PlayEffect[] = [
      { kind: "show-notices", notices: ["not-a-person", "emotion-analysis"] },
      { kind: "judge-risk", of },
      { kind: "perceive", of },
      { kind: "answer-as-guest", of },
      { kind: "give-care", of },
    ];
    const ofPlatform = effects.flatMap((effect) => resultsOf(effect, random));
    return random.happens(0.7) ? random.oneOf(ACTS)(random) : random.oneOf(ofPlatform);
  });

/** What the platform would add for one piece of work. */
function resultsOf(effect: PlayEffect, random: Random): readonly PlayPlatformEvent[] {
  if (effect.kind === "show-notices") return [{ kind: "notices-shown", notices: effect.notices }];
  const { of } = effect;
  switch (effect.kind) {
    case "judge-risk": {
      const level = random.happens(0.8) ? "none" : random.oneOf(RISK_LEVELS);
      const judgement = { level, about: level === "none" ? null : "self", reason: "simulated" } as const;
      return [{ kind: "risk-judged", of, judgement, latch: { ...judgement, safeAnswers: 0 } }];
    }
    case "perceive": {
      const source = { kind: "model", id: "simulated", version: "1" } as const;
      const likelihood = { Affection: random.next(), Anger: random.next(), Sadness: random.next() };
      return [
        {
          kind: "estimated",
          of,
          estimate: makeEstimate({ modality: "text", likelihood, dimensions: {}, source }),
        },
      ];
    }
    case "answer-as-guest":
      return [{ kind: "guest-answered", of, ...(random.happens(0.5) ? { text: "Thank you." } : {}) }];
    case "give-care":
      return [{ kind: "care-given", of, text: "I am glad that you said it.", resources: [] }];
  }
}
