import { calmTimeline, composeCalm, prepareSounds, renderCalm } from "@openempathic/experiences/calm";
import type { CalmPiece } from "@openempathic/experiences/calm";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { CalmPlayer } from "./calm-player.ts";

// Much computing, on a machine that may be busy with other things.
vi.setConfig({ testTimeout: 60_000 });

const RATE = 8000;
const { script } = composeCalm({ language: "en", minutes: 1, technique: "grounding" });
const piece: CalmPiece = {
  script,
  timeline: calmTimeline(script, RATE),
  sounds: prepareSounds(script, { sampleRateHz: RATE, channels: 2 }),
};

/** One block as it was handed over: when it starts on the context's clock, and what is in it. */
interface Handed {
  readonly at: number;
  readonly channels: readonly Float32Array[];
}

/** An audio context whose clock is set by hand. */
function fakeContext() {
  const handed: Handed[] = [];
  const gain = { value: 0, setTargetAtTime: () => undefined };
  const context = {
    currentTime: 3.25,
    outputLatency: 0,
    destination: {},
    createGain: () => ({ gain, connect: () => undefined, disconnect: () => undefined }),
    createBuffer: (count: number, length: number) => {
      const channels = Array.from({ length: count }, () => new Float32Array(length));
      return {
        channels,
        copyToChannel: (data: Float32Array, i: number) => channels[i]?.set(data),
      };
    },
    createBufferSource: () => ({
      buffer: undefined as { channels: readonly Float32Array[] } | undefined,
      connect: () => undefined,
      start(at: number) {
        handed.push({ at, channels: this.buffer?.channels ?? [] });
      },
    }),
  };
  return { context, handed };
}

function player(context: object, fromSeconds: number, onEnd = () => undefined): CalmPlayer {
  // The cast is safe: the fake has all that the player touches.
  return new CalmPlayer({ piece, context: context as AudioContext, volume: 1, onEnd }, fromSeconds);
}

/** Lets the fake's clock and the page's timers run together. */
function pass(context: { currentTime: number }, seconds: number): void {
  for (let passed = 0; passed < seconds * 10; passed++) {
    context.currentTime += 0.1;
    vi.advanceTimersByTime(100);
  }
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("CalmPlayer", () => {
  it("starts each block on the context's clock exactly where the one before it ends, whatever timers do", () => {
    const { context, handed } = fakeContext();
    player(context, 0).play();
    pass(context, 20);
    // A page in the background is called a few seconds late.
    context.currentTime += 2.5;
    pass(context, 35);
    const start = handed[0]?.at ?? Number.NaN;
    let samples = 0;
    for (const { at, channels } of handed) {
      expect((at - start) * RATE).toBeCloseTo(samples, 5);
      samples += channels[0]?.length ?? 0;
    }
    expect(samples).toBe(piece.timeline.totalSamples);
  });

  it("hands over, sample for sample, what the pack holds", () => {
    const { context, handed } = fakeContext();
    player(context, 0).play();
    pass(context, 60);
    const whole = renderCalm(piece, { fromSample: 0, samples: piece.timeline.totalSamples });
    for (const channel of [0, 1]) {
      const played = handed.flatMap(({ channels }) => [...(channels[channel] ?? [])]);
      const expected = whole[channel] ?? new Float32Array();
      expect(played).toHaveLength(expected.length);
      expect(played.findIndex((sample, i) => sample !== expected[i])).toBe(-1);
    }
  });

  it("keeps its place while it is paused, and goes on from the very sample", () => {
    const { context, handed } = fakeContext();
    const made = player(context, 10);
    made.play();
    pass(context, 5);
    made.pause();
    const place = made.seconds();
    expect(place).toBeCloseTo(14.88, 2);
    pass(context, 30);
    expect(made.seconds()).toBe(place);
    const before = handed.length;
    made.play();
    const [again] = handed.slice(before);
    const from = Math.round(place * RATE);
    const [expected] = renderCalm(piece, { fromSample: from, samples: RATE });
    expect(again?.channels[0]).toEqual(expected);
  });

  it("says once that it is over", () => {
    const { context } = fakeContext();
    const onEnd = vi.fn(() => undefined);
    const made = player(context, 55, onEnd);
    made.play();
    pass(context, 4);
    expect(onEnd).not.toHaveBeenCalled();
    pass(context, 10);
    expect(onEnd).toHaveBeenCalledOnce();
    expect(made.seconds()).toBeCloseTo(60, 6);
  });
});
