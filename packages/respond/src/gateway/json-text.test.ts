import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { jsonSpanAt, spliceText, withMember, withoutMember } from "./json-text.ts";

const layout = fc.constantFrom(undefined, 1, "\t", 4);

describe("editing JSON as text", () => {
  it("finds any member or element of any JSON at its own text", () => {
    const tree = fc.dictionary(fc.string(), fc.array(fc.jsonValue(), { minLength: 1 }), { minKeys: 1 });
    fc.assert(
      fc.property(tree, layout, (value, space) => {
        const json = JSON.stringify(value, undefined, space);
        for (const [key, list] of Object.entries(value)) {
          list.forEach((element, index) => {
            const span = jsonSpanAt(json, [key, index]);
            expect(span).toBeDefined();
            expect(JSON.parse(json.slice(span?.start, span?.end))).toEqual(
              JSON.parse(JSON.stringify(element)),
            );
          });
        }
      }),
    );
  });

  it("adds and removes a member and leaves the value of every other as it was", () => {
    const record = fc.dictionary(fc.string(), fc.jsonValue());
    fc.assert(
      fc.property(record, layout, (value, space) => {
        const json = JSON.stringify(value, undefined, space);
        const added = withMember(json, "empathy", '{"purpose":"play"}');
        expect(JSON.parse(added)).toEqual({ ...JSON.parse(json), empathy: { purpose: "play" } });
        const rest = Object.entries(JSON.parse(json) as object).filter(([key]) => key !== "empathy");
        expect(JSON.parse(withoutMember(added, "empathy"))).toEqual(Object.fromEntries(rest));
      }),
    );
  });

  it("keeps numbers that a double cannot hold, repeated keys and escapes byte for byte", () => {
    const json =
      '{ "seed": 12345678901234567890, "x": 1.0, "x": "\\u00e9\\"}", "empathy": {"a": [1]}, "y": [ ] }';
    expect(withoutMember(json, "empathy")).toBe(
      '{ "seed": 12345678901234567890,"x": 1.0,"x": "\\u00e9\\"}","y": [ ] }',
    );
  });

  it("says where nothing is", () => {
    expect(jsonSpanAt('{"a":[1]}', ["a", 3])).toBeUndefined();
    expect(jsonSpanAt('{"a":[1]}', ["a", "b"])).toBeUndefined();
    expect(jsonSpanAt('{"a":[1]}', ["b", 0])).toBeUndefined();
    expect(jsonSpanAt("[1]", ["b"])).toBeUndefined();
  });

  it("replaces spans in any order", () => {
    const edits = [
      { span: { start: 4, end: 5 }, text: "E" },
      { span: { start: 0, end: 1 }, text: "A" },
    ];
    expect(spliceText("abcde", edits)).toBe("AbcdE");
  });
});
