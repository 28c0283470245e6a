import { RISK_LEVELS } from "@openempathic/govern";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CALM_AIMS, CAUTIONS } from "./calm-lists.ts";
import { assertReplaysAnyHistory, openRandom, simulate } from "../testing/index.ts";
import type { Random, SimulatedPerson } from "../testing/index.ts";
import type { Unstamped } from "../session/session-event.ts";
import { calm } from "./calm.ts";
import type { CalmEvent, CalmPersonEvent, CalmPlatformEvent } from "./calm-event.ts";
import { calmCare } from "./calm-care.ts";
import type { CalmEffect } from "./calm-effect.ts";
import type { CalmState } from "./calm-state.ts";
import { calmHistory } from "./history/calm-history.ts";
import { scriptDurationMs } from "./script/segment-duration.ts";
import { TECHNIQUES } from "./technique/techniques.ts";

const KINDS = [
  "country-changed",
  "language-changed",
  "note-written",
  "notices-acknowledged",
  "notices-shown",
  "risk-judged",
  "session-started",
  "sitting-asked",
  "sitting-begun",
  "sitting-ended",
  "sitting-forgotten",
  "sitting-paused",
  "sitting-rated",
  "sitting-resumed",
  "words-not-written",
  "words-written",
];

const unit = fc.double({ min: 0, max: 1, noNaN: true });
const plain = { noNullPrototype: true } as const;
const slider = fc.record({ valence: unit, arousal: unit }, plain);
const seqs = fc.nat(60);
const places = fc.double({ min: -10, max: 4000 });

/** What a person does at random: anything that the page lets them do, at any moment, sensible or not. */
const acts: fc.Arbitrary<CalmPersonEvent> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .record(
        {
          minutes: fc.constantFrom(1, 3, 5, 10, 20, 61),
          technique: fc.constantFrom(...TECHNIQUES.map(({ id }) => id)),
          aim: fc.constantFrom(...CALM_AIMS),
          before: slider,
          cautions: fc.uniqueArray(fc.constantFrom(...CAUTIONS)),
          hour: fc.nat(23),
          taste: fc.record({ bells: fc.boolean(), holds: fc.boolean() }, plain),
          writeWords: fc.boolean(),
        },
        { requiredKeys: ["minutes"] },
      )
      .map((wish) => ({ kind: "sitting-asked", ...wish }) as const),
  },
  { weight: 3, arbitrary: seqs.map((of) => ({ kind: "sitting-begun", of }) as const) },
  fc.record({ of: seqs, atSeconds: places }).map((place) => ({ kind: "sitting-paused", ...place }) as const),
  fc.record({ of: seqs, atSeconds: places }).map((place) => ({ kind: "sitting-resumed", ...place }) as const),
  {
    weight: 2,
    arbitrary: fc
      .record({ of: seqs, atSeconds: places, how: fc.constantFrom("finished", "stopped") })
      .map((end) => ({ kind: "sitting-ended", ...end }) as const),
  },
  fc.record({ of: seqs, after: slider }).map((rating) => ({ kind: "sitting-rated", ...rating }) as const),
  seqs.map((of) => ({ kind: "sitting-forgotten", of }) as const),
  fc
    .constantFrom("I am so tired.", "I want to die", "Ich kann nicht mehr.", "")
    .map((text) => ({ kind: "note-written", text }) as const),
  fc.constantFrom("en", "de").map((language) => ({ kind: "language-changed", language }) as const),
  fc.constantFrom("DE", "US").map((country) => ({ kind: "country-changed", country }) as const),
  fc.constant({ kind: "notices-acknowledged" } as const),
);

const LINES = ["Rest.", "Hold your breath.", "", "A longer line than may fit here. ".repeat(5)];

function resultOf(effect: CalmEffect, random: Random): CalmPlatformEvent {
  switch (effect.kind) {
    case "show-notices":
      return { kind: "notices-shown", notices: effect.notices };
    case "judge-risk": {
      const level = random.oneOf(RISK_LEVELS);
      const judgement = { level, about: level === "none" ? null : "self", reason: "simulated" } as const;
      return { kind: "risk-judged", of: effect.of, judgement, latch: { ...judgement, safeAnswers: 0 } };
    }
    case "write-words": {
      const text = random.oneOf(LINES);
      return text === ""
        ? { kind: "words-not-written", of: effect.of, trouble: "simulated" }
        : { kind: "words-written", of: effect.of, words: [{ segment: random.below(4), text }] };
    }
  }
}

const results = (effect: CalmEffect, random: Random): readonly CalmPlatformEvent[] => [
  resultOf(effect, random),
];

/** Somebody who sits down now and then, and most of the time means the exercise that is before them. */
const sitter: SimulatedPerson<CalmState, CalmEvent, CalmEffect> = {
  start: (random) => ({ kind: "session-started", language: random.oneOf(["en", "de"] as const) }),
  act: ({ current }, random) => {
    const [act] = fc.sample(acts, { numRuns: 1, seed: random.below(2 ** 31) });
    if (act === undefined) return undefined;
    const meansIt = "of" in act && current !== undefined && random.happens(0.8);
    return meansIt ? { ...act, of: current.sitting } : act;
  },
  results: (effect, _state, random) => results(effect, random),
};

/** Any event of calm before it is numbered. */
const events: fc.Arbitrary<Unstamped<CalmEvent>> = fc.oneof(
  { weight: 3, arbitrary: acts },
  fc
    .record({ seed: fc.nat(), of: seqs })
    .chain(({ seed, of }) =>
      fc.constantFrom<CalmPlatformEvent>(
        ...results({ kind: "show-notices", notices: ["not-a-person", "emotion-analysis"] }, openRandom(seed)),
        ...results({ kind: "judge-risk", of }, openRandom(seed)),
        ...results({ kind: "write-words", of }, openRandom(seed)),
      ),
    ),
);

describe("a thousand sessions of a simulated sitter", () => {
  it("CA9: end without an error, and give the same state when they are replayed from what was stored", () => {
    const { sessions, kinds, states } = simulate(calm, sitter, { sessions: 1000, seed: 1 });
    expect(sessions).toBe(1000);
    // Every kind of event took part, or the simulation would promise more than it saw.
    expect(Object.keys(kinds).toSorted()).toEqual(KINDS);
    expect(Math.min(...Object.values(kinds))).toBeGreaterThan(50);
    expect(states.flatMap(({ past }) => past).length).toBeGreaterThan(250);
    for (const state of states) {
      for (const { practisedSeconds, plannedSeconds } of state.past) {
        expect(practisedSeconds).toBeGreaterThanOrEqual(0);
        expect(practisedSeconds).toBeLessThanOrEqual(plannedSeconds);
      }
      if (state.current !== undefined) expect(scriptDurationMs(state.current.script) % 60_000).toBe(0);
      expect(calmHistory(state.past).sittings).toBe(state.past.length);
      expect(calmCare(state) === undefined).toBe(["none", "concern"].includes(state.latch.level));
      expect(calm.pendingEffects(state)).toEqual([]);
    }
  }, 120_000);
});

describe("any history at all", () => {
  it("CA9: gives the same state when it is replayed, from the beginning and from any cut", () => {
    assertReplaysAnyHistory(calm, events, { runs: 300 });
  }, 120_000);
});
