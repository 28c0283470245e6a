import { seededRandom } from "@openempathic/measure";
import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import type { SoundscapeKind } from "../calm-lists.ts";
import { composeCalm } from "../compose/compose-calm.ts";
import type { CalmScript } from "../script/calm-script.ts";
import { calmTimeline } from "../timeline/calm-timeline.ts";
import { bellSound } from "./bell.ts";
import { breathSound } from "./breath-sound.ts";
import { rootMeanSquare } from "./loudness.ts";
import { prepareSounds } from "./prepare-sounds.ts";
import { renderCalm } from "./render-calm.ts";
import type { CalmPiece } from "./render-calm.ts";
import { seamlessLoop } from "./seamless-loop.ts";
import { soundscapeLoop } from "./soundscape-loop.ts";
import { whiteNoise } from "./white-noise.ts";

// Much computing, on a machine that may be busy with other things.
vi.setConfig({ testTimeout: 60_000 });

const RATE = 8000;
const KINDS: readonly SoundscapeKind[] = ["brown-noise", "rain", "waves", "drone"];

/** The power of a sound at one frequency: the discrete Fourier transform at that point. */
function powerAt(sound: Float32Array, hertz: number, sampleRateHz: number): number {
  let real = 0;
  let imaginary = 0;
  for (const [i, sample] of sound.entries()) {
    const turn = (2 * Math.PI * hertz * i) / sampleRateHz;
    real += sample * Math.cos(turn);
    imaginary -= sample * Math.sin(turn);
  }
  return (real * real + imaginary * imaginary) / sound.length;
}

/** The mean power in a band, over many points of it. */
function powerBetween(sound: Float32Array, low: number, high: number): number {
  const points = 60;
  let sum = 0;
  for (let i = 0; i < points; i++) sum += powerAt(sound, low + ((high - low) * (i + 0.5)) / points, RATE);
  return sum / points;
}

function piece(script: CalmScript, channels = 1): CalmPiece {
  return {
    script,
    timeline: calmTimeline(script, RATE),
    sounds: prepareSounds(script, { sampleRateHz: RATE, channels }),
  };
}

const rainy = piece(composeCalm({ language: "en", minutes: 1, technique: "paced-breathing" }).script, 2);
const peak = (sound: Float32Array): number => sound.reduce((top, each) => Math.max(top, Math.abs(each)), 0);

describe("soundscapes", () => {
  it.each(KINDS)("CS1: %s is the same from the same seed, and another from another", (kind) => {
    const loop = (seed: number) =>
      soundscapeLoop({ kind, level: 1, seed }, { sampleRateHz: 2000, channels: 1 })[0] ?? new Float32Array();
    expect(loop(3)).toEqual(loop(3));
    expect(loop(3)).not.toEqual(loop(4));
  });

  it.each(KINDS)("CS2: %s has no seam and no peak above full scale", (kind) => {
    const [loop] = soundscapeLoop({ kind, level: 1, seed: 5 }, { sampleRateHz: RATE, channels: 1 });
    if (loop === undefined) throw new Error("every kind but silence makes a sound");
    const steps = loop.map((sample, i) => Math.abs(sample - (loop[(i || loop.length) - 1] ?? 0)));
    // The step from the last sample to the first is no larger than the steps within the loop are.
    expect(steps[0]).toBeLessThanOrEqual(peak(steps.subarray(1)));
    // A bell of 0.28 on top stays below full scale.
    expect(peak(loop)).toBeLessThan(0.7);
    expect(rootMeanSquare(loop)).toBeGreaterThan(0.08);
  });

  it("brown noise loses about 6 dB with each octave, which is what the name means", () => {
    const [loop] = soundscapeLoop(
      { kind: "brown-noise", level: 1, seed: 2 },
      { sampleRateHz: RATE, channels: 1 },
    );
    if (loop === undefined) throw new Error("brown noise makes a sound");
    const part = loop.subarray(0, 40_000);
    const decibels = (low: number) =>
      10 * Math.log10(powerBetween(part, low, 2 * low) / powerBetween(part, 2 * low, 4 * low));
    for (const low of [100, 200, 400]) {
      expect(decibels(low)).toBeGreaterThan(4.5);
      expect(decibels(low)).toBeLessThan(7.5);
    }
  });

  it("each ear hears drops of its own", () => {
    const [left, right] = soundscapeLoop(
      { kind: "rain", level: 1, seed: 2 },
      { sampleRateHz: RATE, channels: 2 },
    );
    expect(left).not.toEqual(right);
  });

  it("silence is nothing at all", () => {
    expect(
      soundscapeLoop({ kind: "silence", level: 1, seed: 1 }, { sampleRateHz: RATE, channels: 2 }),
    ).toEqual([]);
  });
});

describe("seamlessLoop", () => {
  it("keeps the loudness of noise where it fades it, since the two powers add to one", () => {
    const noise = whiteNoise(seededRandom(9), 60_000);
    const loop = seamlessLoop(noise, 40_000);
    expect(rootMeanSquare(loop.subarray(0, 20_000))).toBeCloseTo(rootMeanSquare(noise), 2);
  });

  it("refuses a sound that is too short or too long", () => {
    expect(() => seamlessLoop(new Float32Array(5), 6)).toThrow(RangeError);
    expect(() => seamlessLoop(new Float32Array(13), 6)).toThrow(RangeError);
  });
});

describe("bellSound", () => {
  it("sounds at the partials of Risset's bell, and hardly between them", () => {
    // Dodge and Jerse 1997, section 4.10: ratios 0.56, 0.92 and 1.19 are the strongest of those that last.
    const bell = bellSound("high", RATE).subarray(0, 16_000);
    for (const ratio of [0.56, 0.92, 1.19]) {
      const between = powerAt(bell, 440 * (ratio + 0.1), RATE);
      expect(powerAt(bell, 440 * ratio, RATE)).toBeGreaterThan(100 * between);
    }
  });

  it("dies away to nothing", () => {
    const bell = bellSound("low", RATE);
    expect(peak(bell.subarray(-400))).toBeLessThan(0.002);
    expect(peak(bell)).toBeCloseTo(0.28, 5);
  });
});

describe("breathSound", () => {
  it("is brighter on the way in than on the way out", () => {
    const bright = (direction: "in" | "out") => {
      const air = breathSound(direction, RATE).subarray(0, 20_000);
      return powerBetween(air, 1200, 2400) / powerBetween(air, 100, 400);
    };
    expect(bright("in")).toBeGreaterThan(2 * bright("out"));
  });
});

describe("renderCalm", () => {
  const { totalSamples } = rainy.timeline;
  const whole = renderCalm(rainy, { fromSample: 0, samples: totalSamples });

  it("CS1: gives the same samples however it is cut", () => {
    fc.assert(
      fc.property(fc.nat(totalSamples), fc.integer({ min: 1, max: 9000 }), (fromSample, samples) => {
        const part = renderCalm(rainy, { fromSample, samples });
        const isTheSame = part.map((sound, channel) => {
          const expected = new Float32Array(samples);
          expected.set(whole[channel]?.subarray(fromSample, fromSample + samples) ?? []);
          return Buffer.from(sound.buffer).equals(Buffer.from(expected.buffer));
        });
        expect(isTheSame).toEqual([true, true]);
      }),
      { numRuns: 60 },
    );
  });

  it("CS2: stays under full scale, and ends in silence after its last sample", () => {
    for (const sound of whole) expect(peak(sound)).toBeLessThan(0.95);
    const after = renderCalm(rainy, { fromSample: totalSamples, samples: 1000 });
    for (const sound of after) expect(peak(sound)).toBe(0);
    for (const sound of whole) expect(peak(sound.subarray(-20))).toBeLessThan(0.01);
  });

  it("strikes a bell at its very sample", () => {
    const quiet = composeCalm({
      language: "en",
      minutes: 1,
      technique: "grounding",
      taste: { soundscape: "silence" },
    }).script;
    const made = piece(quiet);
    const bell = made.timeline.events.find(({ kind }) => kind === "bell");
    if (bell === undefined) throw new Error("grounding ends with a bell");
    const [sound] = renderCalm(made, { fromSample: 0, samples: made.timeline.totalSamples });
    expect(sound?.findIndex((sample) => sample !== 0)).toBe(bell.atSample + 1);
    expect(sound?.subarray(bell.atSample, bell.atSample + 2000)).toEqual(
      bellSound("high", RATE).subarray(0, 2000),
    );
  });

  it("lets the breath swell and fall within its phase", () => {
    const { script } = composeCalm({
      language: "en",
      minutes: 1,
      technique: "paced-breathing",
      taste: { soundscape: "silence", bells: false },
    });
    const made = piece(script);
    const phase = made.timeline.events.find(({ kind }) => kind === "phase");
    if (phase?.kind !== "phase") throw new Error("paced breathing has breaths");
    const span = { fromSample: phase.atSample, samples: phase.endSample - phase.atSample };
    const [sound = new Float32Array()] = renderCalm(made, span);
    const third = Math.floor(span.samples / 3);
    const middle = rootMeanSquare(sound.subarray(third, 2 * third));
    expect(middle).toBeGreaterThan(2 * rootMeanSquare(sound.subarray(0, third / 2)));
    expect(middle).toBeGreaterThan(2 * rootMeanSquare(sound.subarray(-third / 2)));
  });
});
