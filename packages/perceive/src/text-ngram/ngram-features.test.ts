import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { NgramFeatures } from "./ngram-features.ts";
import { textWindows, WINDOW_UNITS } from "../text/text-windows.ts";

const features = new NgramFeatures();

/** Every n-gram as its hash and the text that it stands on. */
function read(text: string): { readonly hash: number; readonly on: string }[] {
  features.read(text);
  return Array.from({ length: features.count }, (_, n) => ({
    hash: features.hashes[n] ?? 0,
    on: text.slice(features.starts[n], features.ends[n]),
  }));
}

const hashesOf = (text: string): number[] => read(text).map(({ hash }) => hash);

describe("NgramFeatures", () => {
  it("sees words, neighbours and pieces where they stand", () => {
    const found = read("I'm so happy").map(({ on }) => on);
    for (const piece of ["I'm", "so", "happy", "I'm so", "so happy", "I'm so happy", "app", "happ"]) {
      expect(found).toContain(piece);
    }
  });

  it("does not tell curly quotes, or how far a word is stretched", () => {
    expect(hashesOf("I don’t know")).toEqual(hashesOf("I don't know"));
    expect(hashesOf("soooo good")).toEqual(hashesOf("soooooooo good"));
    expect(hashesOf("soooo good")).not.toEqual(hashesOf("so good"));
  });

  it("tells shouting and marks apart", () => {
    expect(hashesOf("STOP THAT")).not.toEqual(hashesOf("stop that"));
    expect(hashesOf("really?")).not.toEqual(hashesOf("really!"));
  });

  it("keeps every n-gram inside the text and never throws, whatever the units", () => {
    const texts = fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 700 });
    fc.assert(
      fc.property(texts, (codes) => {
        const text = String.fromCharCode(...codes);
        features.read(text);
        for (let n = 0; n < features.count; n++) {
          expect(features.starts[n]).toBeGreaterThanOrEqual(0);
          expect(features.ends[n]).toBeLessThanOrEqual(Math.min(text.length, WINDOW_UNITS));
          expect(features.starts[n]).toBeLessThan(features.ends[n] ?? 0);
        }
      }),
      { numRuns: 50 },
    );
  });

  it("has room for the texts that hold most n-grams", () => {
    for (const text of [
      "a ".repeat(400),
      "!?".repeat(400),
      "ab".repeat(400),
      "A1b2 ".repeat(200),
      "a'b".repeat(300),
    ]) {
      features.read(text);
      expect(features.count, text.slice(0, 5)).toBeLessThan(features.hashes.length);
    }
  });
});

describe("textWindows", () => {
  it("N10 windows follow each other without a gap, up to 32 of them", () => {
    const lengths = fc.integer({ min: 0, max: 15_000 });
    fc.assert(
      fc.property(lengths, fc.integer({ min: 1, max: 900 }), (length, word) => {
        const text = `${"x".repeat(word)} `.repeat(Math.ceil(length / word)).slice(0, length);
        const windows = textWindows(text);
        expect(windows[0]?.start).toBe(0);
        for (const [i, { start, end }] of windows.entries()) {
          expect(end - start).toBeLessThanOrEqual(WINDOW_UNITS);
          if (i > 0) expect(start).toBe(windows[i - 1]?.end);
        }
        if (windows.length < 32) expect(windows.at(-1)?.end).toBe(length);
      }),
    );
  });

  it("N10 of a text of 10 million units, 32 windows up to its end are read", () => {
    const windows = textWindows("word ".repeat(2_000_000));
    expect(windows).toHaveLength(32);
    expect(windows.at(-1)?.end).toBeGreaterThan(9_600_000);
  });

  it("does not cut a surrogate pair", () => {
    const text = `${"x".repeat(WINDOW_UNITS - 1)}😂${"y".repeat(100)}`;
    expect(textWindows(text)[0]?.end).toBe(WINDOW_UNITS - 1);
  });
});
