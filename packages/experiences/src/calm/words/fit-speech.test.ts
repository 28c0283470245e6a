import fc from "fast-check";
import { expect, it } from "vitest";
import { fitSpeech, MOST_SPEECH_RATE } from "./fit-speech.ts";

it("CA10: never lets a voice go on after its words, and never hurries it", () => {
  const seconds = fc.double({ min: 0.01, max: 600, noNaN: true });
  fc.assert(
    fc.property(seconds, seconds, (clip, left) => {
      const fit = fitSpeech(clip, left);
      if (fit.kind === "too-long") expect(clip).toBeGreaterThan(left * (MOST_SPEECH_RATE - 0.002));
      else {
        expect(clip / fit.rate).toBeLessThanOrEqual(left + 1e-6);
        expect(fit.rate).toBeGreaterThanOrEqual(1);
        expect(fit.rate).toBeLessThanOrEqual(MOST_SPEECH_RATE);
      }
    }),
  );
});

it.each([
  [Infinity, 4],
  [Number.NaN, 4],
  [0, 4],
  [3, 0],
  [3, -1],
])("CA10: only shows words whose speech is %d s long while %d s are left", (clip, left) => {
  expect(fitSpeech(clip, left)).toEqual({ kind: "too-long" });
});
