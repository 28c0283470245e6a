import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { judgeAnswer, readNumber } from "./judge-answer.ts";
import { lessonBlocks } from "./lesson-blocks.ts";

describe("lessonBlocks", () => {
  it("reads headings, lists, manners of words and both drawings", () => {
    const blocks = lessonBlocks(
      "## A\n\nSay *it* `so`.\n\n- one\n- two\n\n1. first\n\n```bars\naxis from 40\nA: 45\n```\n\n```strip\n2/5\n```",
    );
    expect(blocks.map(({ kind }) => kind)).toEqual(["heading", "paragraph", "list", "list", "bars", "strip"]);
    expect(blocks[4]).toEqual({ kind: "bars", from: 40, bars: [{ label: "A", value: 45 }] });
    expect(blocks[5]).toEqual({ kind: "strip", filled: 2, parts: 5 });
  });

  it("leaves markup and scripts as the text they are, and loses no letter of any text", () => {
    expect(lessonBlocks("<b onclick='x'>a</b> [a](javascript:x)")[0]).toMatchObject({
      words: [{ manner: "plain" }],
    });
    fc.assert(
      fc.property(fc.string({ maxLength: 80 }), (text) => {
        const letters = (all: string) => Array.from(all).filter((letter) => /\p{L}/u.test(letter)).length;
        const drawn = JSON.stringify(
          lessonBlocks(text).flatMap((block) =>
            "words" in block ? block.words.map((each) => each.text) : [],
          ),
        );
        expect(letters(drawn)).toBeLessThanOrEqual(
          letters(text) + (drawn.match(/\\[a-z]/gu)?.length ?? 0) * 5,
        );
      }),
    );
  });
});

describe("an answer", () => {
  it.each([
    ["2/5", 0.4],
    [" 1 1/2 ", 1.5],
    ["−3", -3],
    ["0,25", 0.25],
    ["3⁄4", 0.75],
  ])("“%s” is a number", (text, number) => {
    expect(readNumber(text)).toBeCloseTo(number, 12);
  });

  it.each(["", "two", "1/0", "1/2/3", "0x10", "1e5", "1.2.3", "Infinity"])("“%s” is none", (text) => {
    expect(readNumber(text)).toBeUndefined();
  });

  it("of words counts whatever its case, quotes and spaces", () => {
    const item = {
      id: "a",
      skill: "b",
      prompt: "?",
      hints: [],
      solution: "",
      kind: "text",
      answers: ["Sankt Gallen"],
    } as const;
    expect(judgeAnswer(item, " „sankt  GALLEN“. ")).toBe("right");
    expect(judgeAnswer(item, "Bern")).toBe("wrong");
    expect(judgeAnswer(item, " ")).toBe("unreadable");
  });
});
