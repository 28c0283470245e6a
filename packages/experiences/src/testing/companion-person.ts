import { makeEstimate } from "@openempathic/affect";
import { RISK_LEVELS } from "@openempathic/govern";
import fc from "fast-check";
import type { CompanionEvent, PersonEvent, PlatformEvent } from "../companion/companion-event.ts";
import type { CompanionEffect } from "../companion/companion-output.ts";
import type { CompanionState } from "../companion/companion-state.ts";
import type { Unstamped } from "../session/session-event.ts";
import { openRandom } from "./random.ts";
import type { Random } from "./random.ts";
import type { SimulatedPerson } from "./simulate.ts";

const TEXTS = [
  "My name is Mia.",
  "My dog Bello is ill.",
  "I want to die",
  "Ich heiße Jörg.",
  "",
  "\u{1F614} לב",
];
const MEMORY_IDS = ["m1", "m2", "fact-3-1", "fact-5-1", "fact-9-1"];

/** What a person does at random: anything that the page lets them do, at any moment, sensible or not. */
const ACTS: readonly ((random: Random) => PersonEvent)[] = [
  ...Array.from(
    { length: 6 },
    () => (random: Random) => ({ kind: "message", text: random.oneOf(TEXTS) }) as const,
  ),
  () => ({ kind: "notices-acknowledged" }),
  (random) => ({ kind: "language-changed", language: random.oneOf(["en", "de"] as const) }),
  (random) => ({ kind: "country-changed", country: random.oneOf(["DE", "US"]) }),
  (random) => ({
    kind: "self-reported",
    of: random.below(60),
    likelihood: { Sadness: random.below(2) },
    words: random.oneOf(TEXTS),
  }),
  (random) => ({ kind: "memory-added", memoryId: random.oneOf(MEMORY_IDS), text: random.oneOf(TEXTS) }),
  (random) => ({ kind: "memory-edited", memoryId: random.oneOf(MEMORY_IDS), text: random.oneOf(TEXTS) }),
  (random) => ({ kind: "memory-forgotten", memoryId: random.oneOf(MEMORY_IDS) }),
  (random) => ({
    kind: "check-in-asked",
    hour: random.below(27),
    minute: random.below(60),
    timeZone: random.oneOf(["UTC", "Europe/Berlin", "?"]),
  }),
  () => ({ kind: "check-in-cancelled" }),
  (random) => ({ kind: "reply-retried", of: random.below(60) }),
];

/** Somebody who talks to the companion, and a platform that answers. */
export const companionPerson: SimulatedPerson<CompanionState, CompanionEvent, CompanionEffect> = {
  start: (random) => ({ kind: "session-started", language: random.oneOf(["en", "de"] as const) }),
  act: (_state, random) => random.oneOf(ACTS)(random),
  results: (effect, _state, random) => resultsOf(effect, random),
  isForLater: ({ kind }) => kind === "schedule-check-in",
};

/** Any event of the companion before it is numbered, for {@link assertReplaysAnyHistory}. */
export const companionEvents: fc.Arbitrary<Unstamped<CompanionEvent>> = fc
  .record({ seed: fc.nat(), of: fc.nat(60), text: fc.string({ unit: "binary", maxLength: 40 }) })
  .chain(({ seed, of, text }) => {
    const random = openRandom(seed);
    const ofPerson: PersonEvent = random.oneOf(ACTS)(random);
    const effects: readonly CompanionEffect[] = [
      { kind: "show-notices", notices: ["not-a-person", "emotion-analysis"] },
      { kind: "judge-risk", of },
      { kind: "perceive", of },
      { kind: "answer", of },
      { kind: "propose-memory", memoryId: random.oneOf(MEMORY_IDS), of, text },
      { kind: "schedule-check-in", atMs: 0, text },
    ];
    const ofPlatform = effects.flatMap((effect) => resultsOf(effect, random));
    return fc.constantFrom<Unstamped<CompanionEvent>>({ kind: "message", text }, ofPerson, ...ofPlatform);
  });

/** What the platform would add for one piece of work. */
function resultsOf(effect: CompanionEffect, random: Random): readonly PlatformEvent[] {
  const level = random.oneOf(RISK_LEVELS);
  switch (effect.kind) {
    case "show-notices":
      return [{ kind: "notices-shown", notices: effect.notices }];
    case "judge-risk": {
      const judgement = { level, about: level === "none" ? null : "self", reason: "simulated" } as const;
      return [{ kind: "risk-judged", of: effect.of, judgement, latch: { ...judgement, safeAnswers: 0 } }];
    }
    case "perceive": {
      const valence = random.next() * 2 - 1;
      const source = { kind: "model", id: "simulated", version: "1" } as const;
      const dimensions = { valence: { mean: valence, sd: 0.2 }, arousal: { mean: -valence, sd: 0.3 } };
      const likelihood = { Sadness: Math.abs(valence) };
      return [
        {
          kind: "estimated",
          of: effect.of,
          estimate: makeEstimate({ modality: "text", likelihood, dimensions, source }),
        },
      ];
    }
    case "answer": {
      const { of } = effect;
      const plan = { need: "heard", strategy: "question", reason: "", language: "en", risk: level } as const;
      return [
        { kind: "planned", of, plan },
        { kind: "reply-part", of, text: "I see." },
        {
          kind: "replied",
          of,
          text: "I see.",
          by: "listener",
          checks: { sentences: 1, findings: [] },
          resources: [],
        },
      ];
    }
    case "propose-memory":
      return [{ ...effect, kind: "memory-proposed" }];
    case "schedule-check-in":
      return [{ kind: "checked-in", text: effect.text }];
    case "cancel-check-in":
      return [];
  }
}
