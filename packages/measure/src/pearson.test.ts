import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pearson } from "./pearson.ts";

describe("pearson", () => {
  it("gives the value of R's cor() for Anscombe's first quartet", () => {
    // Anscombe 1973, doi:10.1080/00031305.1973.10478966: r = 0.816 for each of the four sets.
    const x = [10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5];
    const y = [8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68];
    expect(pearson(x, y)).toBeCloseTo(0.8164, 4);
  });

  it("lies between -1 and 1 and does not depend on the order of the two series or on units", () => {
    const pairs = fc.array(
      fc.tuple(fc.integer({ min: -1000, max: 1000 }), fc.integer({ min: -1000, max: 1000 })),
      {
        minLength: 2,
      },
    );
    fc.assert(
      fc.property(pairs, (rows) => {
        const a = rows.map(([first]) => first);
        const b = rows.map(([, second]) => second);
        const r = pearson(a, b);
        if (r === undefined) return;
        expect(Math.abs(r)).toBeLessThanOrEqual(1 + 1e-12);
        expect(pearson(b, a)).toBeCloseTo(r, 12);
        expect(
          pearson(
            a.map((value) => 3 * value + 7),
            b,
          ),
        ).toBeCloseTo(r, 9);
      }),
    );
  });

  it("is undefined for a constant series and refuses series of different lengths", () => {
    expect(pearson([1, 1], [1, 2])).toBeUndefined();
    expect(() => pearson([1, 2], [1])).toThrow("got 2 and 1");
  });
});
