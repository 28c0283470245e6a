import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { composeCalm } from "../compose/compose-calm.ts";
import { segmentDurationMs } from "../script/segment-duration.ts";
import { speakingSeconds } from "../technique/speaking-seconds.ts";
import { takeWords } from "./take-words.ts";
import { wordSlots } from "./word-slots.ts";

// Much computing, on a machine that may be busy with other things.
vi.setConfig({ testTimeout: 60_000 });

const { script } = composeCalm({ language: "en", minutes: 10, technique: "body-scan" });
const slot = wordSlots(script)[0] ?? { segment: -1, text: "", maxLetters: 0 };

describe("takeWords", () => {
  it("CA7: takes words that fit, and changes nothing else", () => {
    const {
      script: worded,
      taken,
      leftOut,
    } = takeWords(script, [{ segment: slot.segment, text: " Find a place\n that is kind to your back. " }]);
    expect({ taken, leftOut }).toEqual({ taken: 1, leftOut: 0 });
    expect(worded.segments[slot.segment]).toMatchObject({ text: "Find a place that is kind to your back." });
    expect(worded.segments.map(segmentDurationMs)).toEqual(script.segments.map(segmentDurationMs));
  });

  it.each([
    ["nothing", ""],
    ["more than can be said in the time", "And so on, and so on. ".repeat(20)],
    ["a number of seconds", "Rest here for 10 seconds."],
    ["minutes in words", "Stay for a few minutes."],
    ["counting", "Slowly count to four."],
    ["held breath", "Hold your breath."],
    ["held breath in German", "Halte die Luft an."],
    ["a feeling as a fact", "You feel sad."],
    ["a diagnosis", "You have depression."],
  ])("CA7: leaves out %s", (_what, text) => {
    expect(takeWords(script, [{ segment: slot.segment, text }])).toEqual({ script, taken: 0, leftOut: 1 });
  });

  it("CA7: leaves out words for places that are none", () => {
    const bell = script.segments.findIndex(({ kind }) => kind === "bell");
    for (const segment of [bell, -1, 0.5, 1e9]) {
      expect(takeWords(script, [{ segment, text: "Here." }]).taken).toBe(0);
    }
  });

  it("CA7: never changes a length, whatever a model writes", () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({ segment: fc.integer({ min: -1, max: 60 }), text: fc.string({ maxLength: 200 }) }),
        ),
        (words) => {
          const worded = takeWords(script, words).script;
          expect(worded.segments.map(segmentDurationMs)).toEqual(script.segments.map(segmentDurationMs));
          for (const each of worded.segments) {
            if (each.kind === "words") expect(speakingSeconds(each.text)).toBeLessThanOrEqual(each.seconds);
          }
        },
      ),
    );
  });
});

describe("wordSlots", () => {
  it("gives each place as much room as its time allows, and no letter more", () => {
    for (const { segment, maxLetters, text } of wordSlots(script)) {
      const place = script.segments[segment];
      if (place?.kind !== "words") throw new Error("a slot is a place for words");
      expect(place.text).toBe(text);
      expect(maxLetters).toBeGreaterThanOrEqual(Array.from(text).length);
      expect(speakingSeconds("x".repeat(maxLetters))).toBeLessThanOrEqual(place.seconds);
      expect(speakingSeconds("x".repeat(Math.max(maxLetters + 1, 23)))).toBeGreaterThan(place.seconds);
    }
  });
});
