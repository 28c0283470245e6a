import { describe, expect, it } from "vitest";
import { ratingRows } from "./rating-rows.ts";
import { collectRatings, RatingCollector, ratingsFromTable } from "./ratings.ts";

describe("ratings", () => {
  it("M1.1 are the same however they are given", () => {
    const list = [
      { unit: "000000002", rater: "000000001", value: 7 },
      { unit: "000000001", rater: "000000002", value: 10 },
      { unit: "000000001", rater: "000000001", value: 9 },
    ];
    const table = ratingsFromTable([
      [9, 10],
      [7, undefined],
    ]);
    expect(collectRatings(list)).toEqual(table);
    expect(collectRatings([...list].reverse())).toEqual(table);
    expect(table.values).toEqual([7, 9, 10]);
  });

  it("M1.2 take one rating of a rater for a unit where told so, among many", () => {
    const collector = new RatingCollector<number>({ once: true });
    for (let i = 0; i < 30_000; i++)
      expect(collector.add(`u${i % 300}`, `r${Math.floor(i / 300)}`, i % 5)).toBe(true);
    for (let i = 0; i < 300; i++) expect(collector.add(`u${i}`, `r${i % 100}`, 1)).toBe(false);
    expect(collector.size).toBe(30_000);
    expect(collector.finish().unitStart.at(-1)).toBe(30_000);
  });

  it("M1.3 keep what is missing missing", () => {
    const rows = [
      [1, undefined, 0],
      [undefined, 2, -1],
    ];
    expect(ratingRows(ratingsFromTable(rows))).toEqual(rows);
  });

  it("M0.6 refuse ragged tables, numbers that are none, and two answers in one cell", () => {
    expect(() => ratingsFromTable([[1, 2], [1]])).toThrow(RangeError);
    expect(() => ratingsFromTable([[Number.NaN]])).toThrow("got NaN");
    const twice = [
      { unit: "u", rater: "r", value: 1 },
      { unit: "u", rater: "r", value: 2 },
    ];
    expect(() => ratingRows(collectRatings(twice))).toThrow("got two of r about u");
  });
});
