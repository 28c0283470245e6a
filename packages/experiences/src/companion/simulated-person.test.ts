import { makeEstimate } from "@openempathic/affect";
import { RISK_LEVELS } from "@openempathic/govern";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { companion, replayCompanion } from "./companion.ts";
import type { CompanionEvent, PersonEvent, PlatformEvent } from "./companion-event.ts";
import type { CompanionEffect } from "./companion-output.ts";
import type { CompanionState } from "./companion-state.ts";
import { conversationOf } from "./conversation.ts";
import { pendingEffects } from "./pending-effects.ts";

/** What a person does at random: anything that the page lets them do, at any moment, sensible or not. */
const personEvents: fc.Arbitrary<PersonEvent> = fc.oneof(
  { weight: 6, arbitrary: texts().map((text) => ({ kind: "message", text }) as const) },
  fc.constant({ kind: "notices-acknowledged" } as const),
  fc.constantFrom("en", "de").map((language) => ({ kind: "language-changed", language }) as const),
  fc.constantFrom("DE", "US").map((country) => ({ kind: "country-changed", country }) as const),
  fc
    .record({ of: fc.nat(60), sad: fc.constantFrom(0, 1), words: texts() })
    .map(
      ({ of, sad, words }) => ({ kind: "self-reported", of, likelihood: { Sadness: sad }, words }) as const,
    ),
  fc
    .record({ memoryId: memoryIds(), text: texts() })
    .map((memory) => ({ kind: "memory-added", ...memory }) as const),
  fc
    .record({ memoryId: memoryIds(), text: texts() })
    .map((memory) => ({ kind: "memory-edited", ...memory }) as const),
  memoryIds().map((memoryId) => ({ kind: "memory-forgotten", memoryId }) as const),
  fc
    .record({ hour: fc.nat(26), minute: fc.nat(59), timeZone: fc.constantFrom("UTC", "Europe/Berlin", "?") })
    .map((time) => ({ kind: "check-in-asked", ...time }) as const),
  fc.constant({ kind: "check-in-cancelled" } as const),
  fc.nat(60).map((of) => ({ kind: "reply-retried", of }) as const),
);

function texts(): fc.Arbitrary<string> {
  const usual = fc.constantFrom(
    "My name is Mia.",
    "My dog Bello is ill.",
    "I want to die",
    "Ich heiße Jörg.",
    "",
  );
  return fc.oneof(usual, fc.string({ unit: "binary", maxLength: 40 }));
}

function memoryIds(): fc.Arbitrary<string> {
  return fc.constantFrom("m1", "m2", "fact-3-1", "fact-5-1", "fact-9-1");
}

/** One turn of the simulation: the person acts, or the platform does the next piece of work, or fails at it. */
const turns = fc.array(
  fc.record({
    act: fc.option(personEvents, { freq: 2 }),
    waitMs: fc.oneof(fc.nat(5000), fc.nat(5 * 3_600_000), fc.constant(-1000)),
    repeats: fc.boolean(),
    level: fc.constantFrom(...RISK_LEVELS),
    valence: fc.double({ min: -1, max: 1, noNaN: true }),
  }),
  { maxLength: 40 },
);
type SimulatedTurn = (typeof turns extends fc.Arbitrary<infer Value> ? Value : never)[number];

/** What the platform would add for one piece of work. */
function resultsOf(effect: CompanionEffect, { level, valence }: SimulatedTurn): readonly PlatformEvent[] {
  switch (effect.kind) {
    case "show-notices":
      return [{ kind: "notices-shown", notices: effect.notices }];
    case "judge-risk": {
      const judgement = { level, about: level === "none" ? null : "self", reason: "simulated" } as const;
      return [{ kind: "risk-judged", of: effect.of, judgement, latch: { ...judgement, safeAnswers: 0 } }];
    }
    case "perceive": {
      const source = { kind: "model", id: "simulated", version: "1" } as const;
      const dimensions = { valence: { mean: valence, sd: 0.2 }, arousal: { mean: -valence, sd: 0.3 } };
      const fields = {
        modality: "text",
        likelihood: { Sadness: Math.abs(valence) },
        dimensions,
        source,
      } as const;
      return [{ kind: "estimated", of: effect.of, estimate: makeEstimate(fields) }];
    }
    case "answer": {
      const { of } = effect;
      const plan = { need: "heard", strategy: "question", reason: "", language: "en", risk: level } as const;
      const checks = { sentences: 1, findings: [] };
      return [
        { kind: "planned", of, plan },
        { kind: "reply-part", of, text: "I see." },
        { kind: "replied", of, text: "I see.", by: "listener", checks, resources: [] },
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

interface Simulated {
  readonly events: readonly CompanionEvent[];
  readonly state: CompanionState;
}

function simulate(history: readonly SimulatedTurn[]): Simulated {
  const events: CompanionEvent[] = [];
  let state = companion.initial;
  let atMs = Date.UTC(2026, 0);
  const tell = (event: PersonEvent | PlatformEvent): void => {
    const stored: CompanionEvent = { ...event, seq: events.length + 1, atMs };
    events.push(stored);
    state = companion.apply(state, stored).state;
  };
  tell({ kind: "session-started", language: "en" });
  for (const turn of history) {
    atMs += turn.waitMs;
    if (turn.act !== null) tell(turn.act);
    const [work] = turn.act === null ? pendingEffects(state) : [];
    if (work === undefined) continue;
    for (const result of resultsOf(work, turn)) tell(result);
    if (turn.repeats) for (const result of resultsOf(work, turn)) tell(result);
  }
  return { events, state };
}

function finish({ events, state }: Simulated): CompanionState {
  let next = state;
  let seq = events.length;
  const turn: SimulatedTurn = { act: null, waitMs: 0, repeats: false, level: "none", valence: 0 };
  const isWork = ({ kind }: CompanionEffect): boolean => kind !== "schedule-check-in";
  for (;;) {
    const work = pendingEffects(next).find(isWork);
    if (work === undefined) return next;
    for (const result of resultsOf(work, turn)) {
      seq += 1;
      next = companion.apply(next, { ...result, seq, atMs: next.atMs ?? 0 }).state;
    }
  }
}

describe("a thousand sessions of a simulated person", () => {
  it("S1: end without an error, and give the same state when they are replayed from what was stored", () => {
    fc.assert(
      fc.property(turns, (history) => {
        const { events, state } = simulate(history);
        // The cast is safe: these are the events that were just made, as a store would give them back.
        const stored = JSON.parse(JSON.stringify(events)) as readonly CompanionEvent[];
        expect(replayCompanion(stored)).toEqual(state);
        expect(JSON.parse(JSON.stringify(state))).toEqual(state);
      }),
      { numRuns: 1000 },
    );
  });

  it("S2: can be taken up again after any break, until every message has its answer", () => {
    fc.assert(
      fc.property(turns, (history) => {
        const state = finish(simulate(history));
        const messages = conversationOf(state).filter((entry) => entry.kind === "message");
        expect(messages.every(({ reply }) => reply?.finished === true)).toBe(true);
        expect(state.open).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});
