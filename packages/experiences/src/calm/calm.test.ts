import { INITIAL_RISK_LATCH } from "@openempathic/govern";
import type { RiskJudgement } from "@openempathic/govern";
import { describe, expect, it } from "vitest";
import { calm, replayCalm } from "./calm.ts";
import type { CalmEvent, CalmPersonEvent, CalmPlatformEvent } from "./calm-event.ts";
import { calmCare } from "./calm-care.ts";
import type { CalmEffect } from "./calm-effect.ts";
import type { CalmState } from "./calm-state.ts";
import { positionOf } from "./sitting.ts";

const START_MS = Date.UTC(2026, 10, 28, 21);
const HOUR_MS = 3_600_000;
const ACTIVE: RiskJudgement = { level: "active", about: "self", reason: "explicit" };

/** A session that is told events one by one, one second apart unless told. */
class Told {
  state: CalmState = calm.initial;
  readonly events: CalmEvent[] = [];

  constructor(...events: readonly (CalmPersonEvent | CalmPlatformEvent)[]) {
    this.tell({ kind: "session-started", language: "en", country: "GB" });
    this.tell({ kind: "notices-shown", notices: ["not-a-person", "emotion-analysis"] });
    for (const event of events) this.tell(event);
  }

  /** @returns the work that waits after it */
  tell(event: CalmPersonEvent | CalmPlatformEvent, laterMs = 1000): readonly CalmEffect[] {
    const atMs = (this.events.at(-1)?.atMs ?? START_MS) + laterMs;
    const stored: CalmEvent = { ...event, seq: this.events.length + 1, atMs };
    this.events.push(stored);
    this.state = calm.apply(this.state, stored).state;
    return calm.pendingEffects(this.state);
  }
}

const asked = (more: Partial<Extract<CalmPersonEvent, { kind: "sitting-asked" }>> = {}): CalmPersonEvent => ({
  kind: "sitting-asked",
  minutes: 5,
  technique: "grounding",
  ...more,
});
const before = { valence: 0.3, arousal: 0.8 };
const after = { valence: 0.6, arousal: 0.4 };

describe("calm", () => {
  it("CA1: asks at the start for the notices, and again within three hours", () => {
    const { state } = calm.apply(calm.initial, {
      seq: 1,
      atMs: 0,
      kind: "session-started",
      language: "de",
    });
    expect(calm.pendingEffects(state)).toEqual([
      { kind: "show-notices", notices: ["not-a-person", "emotion-analysis"] },
    ]);
    const session = new Told();
    expect(session.tell(asked(), HOUR_MS)).toEqual([]);
    expect(session.tell(asked(), 2 * HOUR_MS)[0]).toMatchObject({ kind: "show-notices" });
  });

  it("CA2: composes when asked, with its reasons, and starts the clock when the person begins", () => {
    const session = new Told(asked({ before }));
    expect(session.state.current).toMatchObject({ status: "ready", atSeconds: 0, before, sitting: 3 });
    expect(session.state.current?.why[0]).toEqual({ kind: "chosen", text: "You chose it." });
    session.tell({ kind: "sitting-begun", of: 3 }, 60_000);
    const { current } = session.state;
    expect(current).toMatchObject({ status: "running" });
    expect(positionOf(current ?? expect.fail(), (current?.asOfMs ?? 0) + 7500)).toBe(7.5);
  });

  it("CA3: can be paused, gone on with and stopped, and keeps how far it came", () => {
    const session = new Told(asked({ before }), { kind: "sitting-begun", of: 3 });
    session.tell({ kind: "sitting-paused", of: 3, atSeconds: 42.5 });
    expect(session.state.current).toMatchObject({ status: "paused", atSeconds: 42.5 });
    session.tell({ kind: "sitting-resumed", of: 3, atSeconds: 40 });
    expect(session.state.current).toMatchObject({ status: "running", atSeconds: 40 });
    session.tell({ kind: "sitting-ended", of: 3, atSeconds: 61, how: "stopped" });
    expect(session.state.current?.status).toBe("over");
    expect(session.state.past).toEqual([
      {
        sitting: 3,
        technique: "grounding",
        startedAtMs: START_MS + 4000,
        plannedSeconds: 300,
        practisedSeconds: 61,
        how: "stopped",
        before,
      },
    ]);
  });

  it("CA3: never counts more than it is long, nor what is no time", () => {
    const session = new Told(asked(), { kind: "sitting-begun", of: 3 });
    session.tell({ kind: "sitting-paused", of: 3, atSeconds: -4 });
    expect(session.state.current?.atSeconds).toBe(0);
    session.tell({ kind: "sitting-paused", of: 3, atSeconds: Number.NaN });
    expect(session.state.current?.atSeconds).toBe(0);
    session.tell({ kind: "sitting-ended", of: 3, atSeconds: 1e9, how: "finished" });
    expect(session.state.past[0]?.practisedSeconds).toBe(300);
  });

  it("CA4: ends one that is under way when another is asked for, and puts away one that was not begun", () => {
    const session = new Told(asked(), { kind: "sitting-begun", of: 3 });
    session.tell({ kind: "sitting-paused", of: 3, atSeconds: 20 });
    session.tell(asked({ technique: "body-scan" }));
    expect(session.state.past).toMatchObject([{ sitting: 3, how: "stopped", practisedSeconds: 20 }]);
    session.tell(asked({ technique: "paced-breathing" }));
    expect(session.state.past).toHaveLength(1);
    expect(session.state.current?.script.technique).toBe("paced-breathing");
  });

  it("CA5: keeps ratings as they were given, and a missing one missing", () => {
    const session = new Told(asked({ before }), { kind: "sitting-begun", of: 3 });
    session.tell({ kind: "sitting-rated", of: 3, after });
    expect(session.state.past).toEqual([]);
    session.tell({ kind: "sitting-ended", of: 3, atSeconds: 300, how: "finished" });
    expect(session.state.past[0]).not.toHaveProperty("after");
    session.tell({ kind: "sitting-rated", of: 3, after });
    session.tell({ kind: "sitting-rated", of: 3, after: { valence: 0.7, arousal: 0.1 } });
    expect(session.state.past[0]?.after).toEqual({ valence: 0.7, arousal: 0.1 });
    session.tell({ kind: "sitting-rated", of: 3, after: { valence: 1.2, arousal: 0 } });
    expect(session.state.past[0]?.after).toEqual({ valence: 0.7, arousal: 0.1 });
    session.tell({ kind: "sitting-forgotten", of: 3 });
    expect(session.state.past).toEqual([]);
  });

  it("CA6: has every note judged, and goes from 'passive' up to the scripted help with lines from the table", () => {
    const session = new Told();
    expect(session.tell({ kind: "note-written", text: "I want to die." })).toEqual([
      { kind: "judge-risk", of: 3 },
    ]);
    expect(calmCare(session.state)).toBeUndefined();
    const latch = { ...ACTIVE, sinceMs: START_MS, safeAnswers: 0 };
    session.tell({ kind: "risk-judged", of: 3, judgement: ACTIVE, latch });
    const care = calmCare(session.state);
    expect(care?.resources.map(({ name }) => name).join()).toContain("Samaritans");
    expect(calm.pendingEffects(session.state)).toEqual([]);
  });

  it("CA6: asks no language model for words from 'concern' up, nor takes any", () => {
    const session = new Told({ kind: "note-written", text: "I can't go on like this." });
    expect(session.tell(asked({ writeWords: true }))).toEqual([
      { kind: "judge-risk", of: 3 },
      { kind: "write-words", of: 4 },
    ]);
    const judgement: RiskJudgement = { level: "concern", about: "self", reason: "hopeless" };
    session.tell({
      kind: "risk-judged",
      of: 3,
      judgement,
      latch: { ...judgement, sinceMs: 1, safeAnswers: 0 },
    });
    expect(calm.pendingEffects(session.state)).toEqual([]);
    const words = [{ segment: 0, text: "Look around." }];
    const { script } = session.state.current ?? expect.fail();
    session.tell({ kind: "words-written", of: 4, words });
    expect(session.state.current?.script).toEqual(script);
    expect(session.tell(asked({ writeWords: true }))).toEqual([]);
  });

  it("CA7: takes a model's words before the exercise begins, and says how many fitted", () => {
    const session = new Told(asked({ writeWords: true }));
    const words = [
      { segment: 0, text: "Look around your kitchen." },
      { segment: 2, text: "Hold your breath for 10 seconds." },
    ];
    session.tell({ kind: "words-written", of: 3, words });
    expect(session.state.current?.words).toEqual({
      by: "language-model",
      pending: false,
      taken: 1,
      leftOut: 1,
    });
    expect(session.state.current?.script.segments[0]).toMatchObject({ text: "Look around your kitchen." });
  });

  it("CA7: goes without a model's words once begun, or when none come, and says what happened", () => {
    const late = new Told(asked({ writeWords: true }), { kind: "sitting-begun", of: 3 });
    const { script } = late.state.current ?? expect.fail();
    late.tell({ kind: "words-written", of: 3, words: [{ segment: 0, text: "Too late." }] });
    expect(late.state.current?.script).toBe(script);
    const none = new Told(asked({ writeWords: true }));
    none.tell({ kind: "words-not-written", of: 3, trouble: "It did not answer." });
    expect(none.state.current?.words).toEqual({
      by: "library",
      pending: false,
      trouble: "It did not answer.",
    });
  });

  it("CA8: leaves the very same state where an event makes no sense", () => {
    const session = new Told(asked());
    const nonsense: readonly (CalmPersonEvent | CalmPlatformEvent)[] = [
      { kind: "session-started", language: "de" },
      { kind: "sitting-begun", of: 99 },
      { kind: "sitting-paused", of: 3, atSeconds: 1 },
      { kind: "sitting-ended", of: 3, atSeconds: 1, how: "finished" },
      { kind: "sitting-rated", of: 3, after },
      { kind: "sitting-forgotten", of: 3 },
      { kind: "note-written", text: "  " },
      { kind: "risk-judged", of: 3, judgement: ACTIVE, latch: INITIAL_RISK_LATCH },
      { kind: "words-written", of: 3, words: [] },
      { kind: "words-not-written", of: 3, trouble: "" },
      { kind: "notices-shown", notices: ["not-a-person"] },
      asked({ minutes: 0 }),
      asked({ minutes: 61 }),
      asked({ minutes: Number.NaN }),
      asked({ before: { valence: -0.1, arousal: 0.5 } }),
      // The cast makes the mistake that is tested: an event of a later version.
      { kind: "levitated" } as unknown as CalmPersonEvent,
    ];
    for (const event of nonsense) {
      const { state } = calm.apply(session.state, { ...event, seq: 50, atMs: START_MS + 9e6 });
      expect(state, event.kind).toBe(session.state);
    }
    expect(calm.apply(session.state, { kind: "notices-acknowledged", seq: 3, atMs: 0 }).state).toBe(
      session.state,
    );
  });

  it("composes in the language of the session, and keeps its clock from going back", () => {
    const session = new Told({ kind: "language-changed", language: "de" }, asked());
    expect(session.state.current?.script.title).toBe("Fünf, vier, drei, zwei, eins");
    session.tell({ kind: "country-changed", country: "DE" }, -HOUR_MS);
    expect(session.state).toMatchObject({ country: "DE", atMs: START_MS + 4000 });
  });

  it("is replayed from its events", () => {
    const session = new Told(asked({ before }), { kind: "sitting-begun", of: 3 });
    session.tell({ kind: "sitting-ended", of: 3, atSeconds: 300, how: "finished" });
    expect(replayCalm(session.events)).toEqual(session.state);
  });
});
