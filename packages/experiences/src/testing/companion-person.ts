import { makeEstimate } from "@openempathic/affect";
import { RISK_LEVELS } from "@openempathic/govern";
import fc from "fast-check";
import type { CompanionEvent, PersonEvent, PlatformEvent } from "../companion/companion-event.ts";
import type { CompanionEffect } from "../companion/companion-output.ts";
import type { CompanionState } from "../companion/companion-state.ts";
import { LIFE_CHAPTERS } from "../companion/life/life-chapter.ts";
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
  "I am so lonely, nobody ever calls.",
  "When I was a girl we skated on the canal until it got dark.",
  "We sang at the table and my aunt told stories.",
  "Ask me something about my childhood",
  "Okay, thank you. Bye!",
];
const PASSAGE_IDS = ["p1", "p2", "told-3", "told-5", "told-9"];
const ROUTINE_IDS = ["r1", "r2"];
const PERSON_IDS = ["n1", "n2"];
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
  (random) => ({
    kind: random.oneOf(["life-added", "life-edited"] as const),
    passageId: random.oneOf(PASSAGE_IDS),
    chapter: random.oneOf(LIFE_CHAPTERS),
    text: random.oneOf(TEXTS),
  }),
  (random) => ({ kind: "life-forgotten", passageId: random.oneOf(PASSAGE_IDS) }),
  (random) => ({
    kind: "life-question-wished",
    ...(random.happens(0.5) ? { chapter: random.oneOf(LIFE_CHAPTERS) } : {}),
  }),
  () => ({ kind: "life-question-wished" }),
  (random) => ({
    kind: "routine-set",
    routineId: random.oneOf(ROUTINE_IDS),
    text: random.oneOf(["a walk", "call Ana", " "]),
    hour: random.below(25),
    minute: random.below(60),
    timeZone: random.oneOf(["UTC", "Europe/Berlin", "?"]),
    days: random.oneOf([[1, 2, 3, 4, 5, 6, 7], [7, 3, 3], [8], []]),
  }),
  (random) => ({ kind: "routine-done", routineId: random.oneOf(ROUTINE_IDS) }),
  (random) => ({
    kind: "routine-snoozed",
    routineId: random.oneOf(ROUTINE_IDS),
    minutes: random.oneOf([0, 5, 30, 240, 0.5]),
  }),
  (random) => ({ kind: "routine-ended", routineId: random.oneOf(ROUTINE_IDS) }),
  (random) => ({
    kind: "quiet-hours-set",
    fromMinute: random.below(1500),
    toMinute: random.below(1500),
    timeZone: random.oneOf(["UTC", "Europe/Berlin", "?"]),
  }),
  () => ({ kind: "quiet-hours-cleared" }),
  (random) => ({
    kind: "person-kept",
    personId: random.oneOf(PERSON_IDS),
    name: random.oneOf(["Ana", "Jo", ""]),
    relation: random.oneOf(["my sister", ""]),
    reach: "",
    maySuggest: random.happens(0.7),
  }),
  (random) => ({ kind: "person-forgotten", personId: random.oneOf(PERSON_IDS) }),
  () => ({ kind: "suggestion-wished" }),
  (random) => ({ kind: "suggestion-dismissed", of: random.below(60) }),
  (random) => ({
    kind: "digest-approved",
    digestId: random.oneOf(["d1", "d2"]),
    fromMs: 0,
    toMs: random.oneOf([0, 1e13]),
    text: random.oneOf(TEXTS),
  }),
  (random) => ({ kind: "digest-forgotten", digestId: random.oneOf(["d1", "d2"]) }),
  (random) => ({ kind: "reply-retried", of: random.below(60) }),
];

/** Somebody who talks to the companion, and a platform that answers. */
export const companionPerson: SimulatedPerson<CompanionState, CompanionEvent, CompanionEffect> = {
  start: (random) => ({ kind: "session-started", language: random.oneOf(["en", "de"] as const) }),
  act: (_state, random) => random.oneOf(ACTS)(random),
  results: (effect, _state, random) => resultsOf(effect, random),
  isForLater: ({ kind }) => kind === "schedule-check-in" || kind === "schedule-routine",
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
      { kind: "schedule-routine", atMs: 0, routineId: random.oneOf(ROUTINE_IDS), text },
      { kind: "ask-life-question", of, questionId: "work-day", chapter: "work", text },
      { kind: "propose-passage", passageId: random.oneOf(PASSAGE_IDS), of, chapter: "joys", text },
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
    case "ask-life-question":
      return [{ ...effect, kind: "life-question" }];
    case "propose-passage":
      return [{ ...effect, kind: "life-proposed" }];
    case "schedule-routine": {
      const { routineId, text } = effect;
      return [random.happens(0.2) ? { kind: "times-passed" } : { kind: "routine-reminded", routineId, text }];
    }
    case "schedule-check-in":
      return [random.happens(0.2) ? { kind: "times-passed" } : { kind: "checked-in", text: effect.text }];
    case "cancel-check-in":
      return [];
  }
}
