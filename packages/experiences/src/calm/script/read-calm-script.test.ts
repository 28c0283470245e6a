import { describe, expect, it } from "vitest";
import { composeCalm } from "../compose/compose-calm.ts";
import { InvalidCalmScriptError } from "./invalid-calm-script-error.ts";
import { readCalmScript } from "./read-calm-script.ts";

const good = composeCalm({ language: "en", minutes: 2, technique: "paced-breathing" }).script;
const WORDS = { kind: "words", text: "Here.", seconds: 3 };
const BREATH = { kind: "breath", pattern: [4, 0, 6, 0], cycles: 2 };
const withSegment = (segment: unknown) => ({ ...good, segments: [WORDS, segment] });
const without = (name: string) => Object.fromEntries(Object.entries(good).filter(([key]) => key !== name));

/** What is wrong, and the path at which it must be said. */
const BROKEN: readonly (readonly [unknown, string])[] = [
  [undefined, "script"],
  [null, "script"],
  [7, "script"],
  ["{}", "script"],
  [[], "script"],
  [{}, "schema"],
  [{ ...good, schema: "open-empathic/calm-script/2" }, "schema"],
  [without("technique"), "technique"],
  [{ ...good, technique: "levitation" }, "technique"],
  [{ ...good, technique: 3 }, "technique"],
  [without("language"), "language"],
  [{ ...good, language: "fr" }, "language"],
  [{ ...good, language: "EN" }, "language"],
  [without("title"), "title"],
  [{ ...good, title: " " }, "title"],
  [{ ...good, title: "x".repeat(1001) }, "title"],
  [without("soundscape"), "soundscape"],
  [{ ...good, soundscape: "rain" }, "soundscape"],
  [{ ...good, soundscape: { ...good.soundscape, kind: "whales" } }, "soundscape.kind"],
  [{ ...good, soundscape: { ...good.soundscape, level: 1.01 } }, "soundscape.level"],
  [{ ...good, soundscape: { ...good.soundscape, level: -0.1 } }, "soundscape.level"],
  [{ ...good, soundscape: { ...good.soundscape, level: Number.NaN } }, "soundscape.level"],
  [{ ...good, soundscape: { ...good.soundscape, level: "loud" } }, "soundscape.level"],
  [{ ...good, soundscape: { ...good.soundscape, seed: 1.5 } }, "soundscape.seed"],
  [{ ...good, soundscape: { ...good.soundscape, seed: 1e12 } }, "soundscape.seed"],
  [without("breathSound"), "breathSound"],
  [{ ...good, breathSound: "yes" }, "breathSound"],
  [without("fadeOutSeconds"), "fadeOutSeconds"],
  [{ ...good, fadeOutSeconds: -1 }, "fadeOutSeconds"],
  [{ ...good, fadeOutSeconds: 1e9 }, "fadeOutSeconds"],
  [without("segments"), "segments"],
  [{ ...good, segments: [] }, "segments"],
  [{ ...good, segments: {} }, "segments"],
  [{ ...good, segments: Array.from({ length: 2001 }, () => WORDS) }, "segments"],
  [withSegment(null), "segments[1]"],
  [withSegment("silence"), "segments[1]"],
  [withSegment({}), "segments[1].kind"],
  [withSegment({ kind: "gong", seconds: 1 }), "segments[1].kind"],
  [withSegment({ kind: "silence" }), "segments[1].seconds"],
  [withSegment({ kind: "silence", seconds: -1 }), "segments[1].seconds"],
  [withSegment({ kind: "silence", seconds: Infinity }), "segments[1].seconds"],
  [withSegment({ kind: "silence", seconds: 3601 }), "segments[1].seconds"],
  [withSegment({ kind: "silence", seconds: 0.0001 }), "segments[1].seconds"],
  [withSegment({ kind: "silence", seconds: "3" }), "segments[1].seconds"],
  [withSegment({ ...WORDS, text: "" }), "segments[1].text"],
  [withSegment({ ...WORDS, text: null }), "segments[1].text"],
  [withSegment({ kind: "bell", pitch: "middle", seconds: 3 }), "segments[1].pitch"],
  [withSegment({ kind: "bell", seconds: 3 }), "segments[1].pitch"],
  [withSegment({ ...BREATH, pattern: undefined }), "segments[1].pattern"],
  [withSegment({ ...BREATH, pattern: [4, 6] }), "segments[1].pattern"],
  [withSegment({ ...BREATH, pattern: [0.5, 0, 6, 0] }), "segments[1].pattern[0]"],
  [withSegment({ ...BREATH, pattern: [4, -1, 6, 0] }), "segments[1].pattern[1]"],
  [withSegment({ ...BREATH, pattern: [4, 0, null, 0] }), "segments[1].pattern[2]"],
  [withSegment({ ...BREATH, cycles: 0 }), "segments[1].cycles"],
  [withSegment({ ...BREATH, cycles: 2.5 }), "segments[1].cycles"],
  [withSegment({ ...BREATH, cycles: 1e6 }), "segments[1].cycles"],
];

describe("readCalmScript", () => {
  it("takes what composeCalm makes, and drops fields that do not belong", () => {
    expect(readCalmScript({ ...good, colour: "blue" })).toEqual(good);
  });

  it.each(BROKEN.map(([value, path], i) => ({ i, value, path })))(
    "refuses broken script $i at $path, and says what belongs there",
    ({ value, path }) => {
      let caught: unknown;
      try {
        readCalmScript(value);
      } catch (error) {
        caught = error;
      }
      expect(caught).toBeInstanceOf(InvalidCalmScriptError);
      // The cast is safe: the line above has looked.
      const { path: found, message } = caught as InvalidCalmScriptError;
      expect(found).toBe(path);
      expect(message).toContain("should be");
    },
  );
});
