import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { CALM_SCRIPT_SCHEMA } from "../script/calm-script.ts";
import type { CalmScript, CalmSegment } from "../script/calm-script.ts";
import { calmTimeline } from "./calm-timeline.ts";
import type { PhaseEvent } from "./calm-timeline.ts";
import { momentAt } from "./moment-at.ts";

// Much computing, on a machine that may be busy with other things.
vi.setConfig({ testTimeout: 60_000 });

const seconds = (least: number) => fc.integer({ min: least, max: 20_000 }).map((ms) => ms / 1000);
const segments: fc.Arbitrary<CalmSegment> = fc.oneof(
  seconds(0).map((length) => ({ kind: "silence", seconds: length }) as const),
  seconds(1).map((length) => ({ kind: "words", text: "Here.", seconds: length }) as const),
  seconds(0).map((length) => ({ kind: "bell", pitch: "low", seconds: length }) as const),
  fc
    .record({
      pattern: fc.tuple(
        seconds(1000),
        fc.oneof(fc.constant(0), seconds(0)),
        seconds(1000),
        fc.oneof(fc.constant(0), seconds(0)),
      ),
      cycles: fc.integer({ min: 1, max: 40 }),
    })
    .map((breath) => ({ kind: "breath", ...breath }) as const),
);
const scripts = fc.array(segments, { minLength: 1, maxLength: 30 }).map(script);
const rates = fc.constantFrom(8000, 22_050, 24_000, 44_100, 48_000, 96_000, 11_025.5);

function script(parts: readonly CalmSegment[]): CalmScript {
  return {
    schema: CALM_SCRIPT_SCHEMA,
    technique: "paced-breathing",
    language: "en",
    title: "Test",
    soundscape: { kind: "silence", level: 0, seed: 0 },
    breathSound: false,
    fadeOutSeconds: 0,
    segments: parts,
  };
}

/** The true moments at which things begin, in exact milliseconds, worked out another way: by listing every length. */
function trueMoments({ segments: parts }: CalmScript): { beginnings: bigint[]; end: bigint } {
  let at = 0n;
  const beginnings: bigint[] = [];
  const ms = (length: number): bigint => BigInt(Math.round(length * 1000));
  for (const part of parts) {
    if (part.kind === "breath") {
      for (let cycle = 0; cycle < part.cycles; cycle++) {
        for (const length of part.pattern) {
          if (ms(length) > 0n) beginnings.push(at);
          at += ms(length);
        }
      }
      continue;
    }
    if (part.kind !== "silence") beginnings.push(at);
    at += ms(part.seconds);
  }
  return { beginnings, end: at };
}

describe("calmTimeline", () => {
  it("CT1: puts every event within half a sample of its true moment, whatever the script and the rate", () => {
    fc.assert(
      fc.property(scripts, rates, (made, sampleRateHz) => {
        const { events, totalSamples } = calmTimeline(made, sampleRateHz);
        const { beginnings, end } = trueMoments(made);
        expect(events).toHaveLength(beginnings.length);
        for (const [i, { atSample }] of events.entries()) {
          const exact = (Number(beginnings[i]) * sampleRateHz) / 1000;
          expect(Math.abs(atSample - exact)).toBeLessThanOrEqual(0.5 + 1e-6);
        }
        expect(Math.abs(totalSamples - (Number(end) * sampleRateHz) / 1000)).toBeLessThanOrEqual(0.5 + 1e-6);
      }),
    );
  });

  it("CT1: does not drift in an hour of breaths whose length is no whole number of samples", () => {
    // 4.321 s in and 5.679 s out at 44,100 Hz: neither is a whole number of samples, their sum of 10 s is.
    const hour = script([{ kind: "breath", pattern: [4.321, 0, 5.679, 0], cycles: 360 }]);
    const { events, totalSamples } = calmTimeline(hour, 44_100);
    expect(totalSamples).toBe(3600 * 44_100);
    for (const event of events) {
      if (event.kind === "phase" && event.phase === "in") expect(event.atSample).toBe(event.cycle * 441_000);
    }
  });

  it("CT2: lets the phases of a breath follow each other without a gap, and leaves out those of no length", () => {
    fc.assert(
      fc.property(scripts, rates, (made, sampleRateHz) => {
        const { events } = calmTimeline(made, sampleRateHz);
        const phases = events.filter((event): event is PhaseEvent => event.kind === "phase");
        for (const [i, phase] of phases.entries()) {
          expect(phase.endSample).toBeGreaterThanOrEqual(phase.atSample);
          const next = phases[i + 1];
          if (next?.segment === phase.segment) expect(next.atSample).toBe(phase.endSample);
        }
      }),
    );
  });

  it("refuses a rate that is none", () => {
    for (const rate of [0, -1, Number.NaN, Infinity]) {
      expect(() => calmTimeline(script([{ kind: "silence", seconds: 1 }]), rate)).toThrow(RangeError);
    }
  });
});

describe("momentAt", () => {
  const breath = script([
    { kind: "bell", pitch: "low", seconds: 2 },
    { kind: "words", text: "Arrive.", seconds: 3 },
    { kind: "breath", pattern: [4, 1, 6, 2], cycles: 2 },
    { kind: "silence", seconds: 1 },
  ]);
  const timeline = calmTimeline(breath, 1000);

  it("says what is going on: a bell and silence show nothing, words stand, breath moves", () => {
    expect(momentAt(timeline, 500)).toMatchObject({ fullness: 0, seconds: 0.5 });
    expect(momentAt(timeline, 500).words).toBeUndefined();
    expect(momentAt(timeline, 2000).words).toBe("Arrive.");
    expect(momentAt(timeline, 4999).words).toBe("Arrive.");
    expect(momentAt(timeline, 5000).breath).toMatchObject({
      phase: "in",
      cycle: 0,
      cycles: 2,
      secondsLeft: 4,
    });
    expect(momentAt(timeline, 9500)).toMatchObject({ fullness: 1, breath: { phase: "hold-full" } });
    expect(momentAt(timeline, 17_000)).toMatchObject({ fullness: 0, breath: { phase: "hold-empty" } });
    expect(momentAt(timeline, 18_000).breath).toMatchObject({ phase: "in", cycle: 1 });
    expect(momentAt(timeline, 31_500).breath).toBeUndefined();
    expect(momentAt(timeline, 32_000)).toMatchObject({ ended: true, secondsLeft: 0 });
    expect(momentAt(timeline, -5)).toMatchObject({ seconds: 0, ended: false });
  });

  it("moves the fullness without a jump, within [0, 1]", () => {
    fc.assert(
      fc.property(scripts, (made) => {
        const line = calmTimeline(made, 100);
        const samples = Math.min(line.totalSamples, 2000);
        const moments = Array.from({ length: samples }, (_none, sample) => momentAt(line, sample));
        const steps = moments.map(({ fullness, breath: now }, i) =>
          now === undefined ? 0 : Math.abs(fullness - (moments[i - 1]?.fullness ?? 0)),
        );
        // A second at least for the whole way, so at most π/2 hundredths of it in one hundredth of a second.
        expect(Math.max(0, ...steps)).toBeLessThan(0.02);
        expect(Math.max(0, ...moments.map(({ fullness }) => fullness))).toBeLessThanOrEqual(1);
        expect(Math.min(0, ...moments.map(({ fullness }) => fullness))).toBe(0);
      }),
      { numRuns: 20 },
    );
  });
});
