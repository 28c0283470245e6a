import { RISK_LEVELS } from "@openempathic/govern";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { calm, replayCalm } from "./calm.ts";
import type { CalmEvent, CalmPersonEvent, CalmPlatformEvent } from "./calm-event.ts";
import type { CalmEffect } from "./calm-output.ts";
import { calmCare, pendingCalmEffects } from "./calm-outputs.ts";
import type { CalmState } from "./calm-state.ts";
import { CALM_AIMS } from "./compose/choose-technique.ts";
import { calmHistory } from "./history/calm-history.ts";
import { scriptDurationMs } from "./script/segment-duration.ts";
import { CAUTIONS, TECHNIQUES } from "./technique/techniques.ts";

const unit = fc.double({ min: 0, max: 1, noNaN: true });
const slider = fc.record({ valence: unit, arousal: unit });
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
          taste: fc.record({ bells: fc.boolean(), holds: fc.boolean() }),
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
);

const turns = fc.array(
  fc.record({
    act: fc.option(acts, { freq: 3 }),
    /** Most of the time a person means the exercise that is before them. */
    meansCurrent: fc.constantFrom(true, true, true, false),
    waitMs: fc.oneof(fc.nat(600_000), fc.constant(-1000)),
    level: fc.constantFrom(...RISK_LEVELS),
    repeats: fc.boolean(),
    line: fc.constantFrom("Rest.", "Hold your breath.", "", "A longer line than may fit here. ".repeat(5)),
  }),
  { minLength: 1, maxLength: 40, size: "max" },
);
type SimulatedTurn = (typeof turns extends fc.Arbitrary<infer Value> ? Value : never)[number];

function resultOf(effect: CalmEffect, { level, line }: SimulatedTurn): CalmPlatformEvent {
  switch (effect.kind) {
    case "show-notices":
      return { kind: "notices-shown", notices: effect.notices };
    case "judge-risk": {
      const judgement = { level, about: level === "none" ? null : "self", reason: "simulated" } as const;
      return { kind: "risk-judged", of: effect.of, judgement, latch: { ...judgement, safeAnswers: 0 } };
    }
    case "write-words":
      return line === ""
        ? { kind: "words-not-written", of: effect.of, trouble: "simulated" }
        : { kind: "words-written", of: effect.of, words: [{ segment: 1, text: line }] };
  }
}

function simulate(history: readonly SimulatedTurn[]): { events: readonly CalmEvent[]; state: CalmState } {
  const events: CalmEvent[] = [];
  let state = calm.initial;
  let atMs = Date.UTC(2026, 0);
  const tell = (event: CalmPersonEvent | CalmPlatformEvent): void => {
    const stored: CalmEvent = { ...event, seq: events.length + 1, atMs };
    events.push(stored);
    state = calm.apply(state, stored).state;
  };
  tell({ kind: "session-started", language: "en" });
  for (const turn of history) {
    atMs += turn.waitMs;
    const { act } = turn;
    const of = turn.meansCurrent ? state.current?.sitting : undefined;
    if (act !== null) tell("of" in act && of !== undefined ? { ...act, of } : act);
    const [work] = act === null ? pendingCalmEffects(state) : [];
    if (work === undefined) continue;
    tell(resultOf(work, turn));
    if (turn.repeats) tell(resultOf(work, turn));
  }
  return { events, state };
}

describe("a thousand sessions of a simulated sitter", () => {
  it("CA9: end without an error, and give the same state when they are replayed from what was stored", () => {
    let sittings = 0;
    fc.assert(
      fc.property(turns, (history) => {
        const { events, state } = simulate(history);
        // The cast is safe: these are the events that were just made, as a store would give them back. A number that
        // JSON cannot hold comes back as null, which counts as no place just as it did.
        const stored = JSON.parse(JSON.stringify(events)) as readonly CalmEvent[];
        expect(replayCalm(stored)).toEqual(state);
        sittings += state.past.length;
        for (const { practisedSeconds, plannedSeconds } of state.past) {
          expect(practisedSeconds).toBeGreaterThanOrEqual(0);
          expect(practisedSeconds).toBeLessThanOrEqual(plannedSeconds);
        }
        if (state.current !== undefined) expect(scriptDurationMs(state.current.script) % 60_000).toBe(0);
        expect(calmHistory(state.past).sittings).toBe(state.past.length);
        expect(calmCare(state) === undefined).toBe(["none", "concern"].includes(state.latch.level));
      }),
      { numRuns: 1000 },
    );
    // The simulation is worth nothing if nobody ever practises.
    expect(sittings).toBeGreaterThan(500);
  }, 120_000);
});
