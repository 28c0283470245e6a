import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ModelFormatError } from "../model/model-format-error.ts";
import { PieceVocabulary, UNKNOWN_PIECE } from "./piece-vocabulary.ts";
// What the Tokenizer of @tensorflow-models/universal-sentence-encoder 1.3.3 gives for sentences of our own and from
// books out of copyright, with the vocabulary that ships here.
import reference from "./reference-pieces.json" with { type: "json" };
import { tokenise } from "./tokenise.ts";

const file = new URL("../../../../models/text-mini/vocabulary.json", import.meta.url);
const json = readFileSync(file, "utf8");
const vocabulary = new PieceVocabulary(json);
const idsOf = (text: string): readonly number[] => tokenise(vocabulary, text).ids;

describe("tokenise", () => {
  it.each(reference)("M1 cuts as the published tokeniser does: $text", ({ text, ids }) => {
    expect(idsOf(text)).toEqual(ids);
  });

  it("M2 white space of any kind and number is one space, and none at the ends", () => {
    expect(idsOf("  so\n\nmuch\u00a0\u200bbetter\t")).toEqual(idsOf("so much better"));
    expect(idsOf(" \n\t")).toEqual([]);
    expect(idsOf("")).toEqual([]);
  });

  it("M2 apostrophes and quotes count as straight ones", () => {
    expect(idsOf("I don’t “know”")).toEqual(idsOf(`I don't "know"`));
  });

  it("M3 neighbouring characters that the vocabulary does not know are one unknown piece", () => {
    const { ids, starts, ends } = tokenise(vocabulary, "ok 😂😂 ok");
    const at = ids.indexOf(UNKNOWN_PIECE);
    expect(ids.filter((id) => id === UNKNOWN_PIECE)).toHaveLength(1);
    expect([starts[at], ends[at]]).toEqual([3, 7]);
  });

  it("M4 a part of a text has the offsets of the whole", () => {
    const text = "first half, second half";
    const { ids, starts, ends } = tokenise(vocabulary, text, { start: 12, end: text.length });
    expect(ids).toEqual(idsOf("second half"));
    expect([starts[0], ends.at(-1)]).toEqual([12, text.length]);
  });

  it("M4 whatever the text, pieces lie in it, in order, and cover every unit that is no space", () => {
    const words = fc.constantFrom("so", "sad", "😭", "\ud83d", "’", "é", "e\u0301", "ﬃ", "½", "\u0308", "한");
    const soup = fc.array(fc.oneof(words, fc.string({ unit: "binary", maxLength: 5 })), { maxLength: 40 });
    fc.assert(
      fc.property(soup, fc.constantFrom("", " ", "\n"), (parts, between) => {
        const text = parts.join(between);
        const { ids, starts, ends } = tokenise(vocabulary, text);
        let covered = 0;
        for (let k = 0; k < ids.length; k++) {
          expect(starts[k]).toBeLessThanOrEqual(ends[k] as number);
          expect(starts[k]).toBeGreaterThanOrEqual(k === 0 ? 0 : (starts[k - 1] as number));
          expect(text.slice(covered, starts[k])).toMatch(SPACES);
          covered = Math.max(covered, ends[k] as number);
        }
        expect(text.slice(covered)).toMatch(SPACES);
      }),
      { numRuns: 300 },
    );
  });

  it.each(["", "{}", "[1]", '[["a",0]]', '[["a",0],["b",0],["c",0],["d",0],["e",0],["f",0],["g",2]]'])(
    "M5 says so when the vocabulary is none: %s",
    (text) => {
      expect(() => new PieceVocabulary(text)).toThrow(ModelFormatError);
    },
  );
});

const SPACES = /^[\s\p{Cc}\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]*$/u;
