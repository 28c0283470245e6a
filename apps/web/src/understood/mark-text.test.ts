import fc from "fast-check";
import { expect, it } from "vitest";
import { markText } from "./mark-text.ts";

const span = (start: number, end: number, weight: number) =>
  ({ kind: "text-span", start, end, category: "Sadness", weight }) as const;

it("marks the words that counted and leaves the rest", () => {
  expect(markText("I miss her so", [span(2, 6, 0.8)])).toEqual([
    { text: "I " },
    { text: "miss", category: "Sadness" },
    { text: " her so" },
  ]);
});

it("keeps the stronger of two spans that overlap", () => {
  const marked = markText("so very sad", [span(0, 7, 0.3), span(3, 11, 0.9)]).filter(
    ({ category }) => category,
  );
  expect(marked.map(({ text }) => text)).toEqual(["very sad"]);
});

it("does not mark what speaks against a category or says little", () => {
  expect(markText("fine", [span(0, 4, -1), span(0, 4, 0.01)])).toEqual([{ text: "fine" }]);
});

it("never loses or repeats a character, whatever the spans", () => {
  const spans = fc.array(
    fc.tuple(
      fc.integer({ min: -2, max: 30 }),
      fc.integer({ min: -2, max: 30 }),
      fc.double({ min: -1, max: 2, noNaN: true }),
    ),
  );
  fc.assert(
    fc.property(fc.string({ maxLength: 24 }), spans, (text, all) => {
      const stretches = markText(
        text,
        all.map(([start, end, weight]) => span(Math.max(0, start), end, weight)),
      );
      expect(stretches.map((stretch) => stretch.text).join("")).toBe(text);
    }),
  );
});
