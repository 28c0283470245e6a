import { describe, expect, it } from "vitest";
import { cronbachAlpha } from "./cronbach-alpha.ts";
import { intraclassCorrelation } from "./intraclass-correlation.ts";
import { mcDonaldOmega } from "./mcdonald-omega.ts";

/** R's data set "attitude" (Chatterjee and Price 1977): 30 departments, 7 items. */
const ATTITUDE =
  `43,51,30,39,61,92,45 63,64,51,54,63,73,47 71,70,68,69,76,86,48 61,63,45,47,54,84,35 81,78,56,66,71,83,47
43,55,49,44,54,49,34 58,67,42,56,66,68,35 71,75,50,55,70,66,41 72,82,72,67,71,83,31 67,61,45,47,62,80,41
64,53,53,58,58,67,34 67,60,47,39,59,74,41 69,62,57,42,55,63,25 68,83,83,45,59,77,35 77,77,54,72,79,77,46
81,90,50,72,60,54,36 74,85,64,69,79,79,63 65,60,65,75,55,80,60 65,70,46,57,75,85,46 50,58,68,54,64,78,52
50,40,33,34,43,64,33 64,61,52,62,66,80,41 53,66,52,50,63,80,37 40,37,42,58,50,57,49 63,54,42,48,66,75,33
66,77,66,63,88,76,72 78,75,58,74,80,78,49 48,57,44,45,51,83,38 85,85,71,71,77,74,55 82,82,39,59,64,78,39`
    .split(/\s+/u)
    .map((row) => row.split(",").map(Number));

describe("cronbachAlpha", () => {
  it("M3.1 gives the value and Feldt's interval of psych", () => {
    // R psych 2.2.9: alpha(attitude) raw_alpha 0.843142769565; alpha.ci 0.739375685643 0.91577307216.
    const { value, interval } = cronbachAlpha(ATTITUDE);
    expect(value).toBeCloseTo(0.843142769565, 10);
    expect(interval?.low).toBeCloseTo(0.739375685643, 9);
    expect(interval?.high).toBeCloseTo(0.91577307216, 9);
  });

  it("M3.1 is the intraclass correlation 3,k", () => {
    expect(cronbachAlpha(ATTITUDE).value).toBeCloseTo(
      intraclassCorrelation(ATTITUDE, { form: "3,k" }).value ?? 0,
      12,
    );
  });

  it("M0.2 says why there is none", () => {
    expect(
      cronbachAlpha([
        [1, undefined],
        [2, 3],
      ]).why,
    ).toContain("empty");
    expect(cronbachAlpha([[1, 2]]).why).toContain("two persons");
    expect(() => cronbachAlpha([[1, 2], [1]])).toThrow(RangeError);
  });
});

describe("mcDonaldOmega", () => {
  it("M3.2 gives the values of a maximum-likelihood fit in R", () => {
    // R 4.2.2: the one-factor likelihood of attitude maximised by optim from factanal's start; sums as McDonald 1999.
    expect(mcDonaldOmega(ATTITUDE).value).toBeCloseTo(0.8563270697, 6);
    expect(mcDonaldOmega(ATTITUDE, { standardised: true }).value).toBeCloseTo(0.8405447815, 6);
  });

  it("M0.5 has a bootstrap interval that repeats for a seed", () => {
    const of = (seed: number): unknown =>
      mcDonaldOmega(ATTITUDE, { bootstrap: { resamples: 30, seed } }).interval;
    expect(of(4)).toEqual(of(4));
    expect(of(4)).not.toEqual(of(5));
  });

  it("M3.3 says why one factor can't be fitted", () => {
    expect(
      mcDonaldOmega([
        [1, 2],
        [2, 1],
      ]).why,
    ).toContain("three items");
    expect(
      mcDonaldOmega([
        [1, 2, 5],
        [2, 1, 5],
        [3, 3, 5],
      ]).why,
    ).toContain("does not vary");
    // The second item is the first, so nothing of them is their own.
    const twins = [
      [1, 1, 3],
      [2, 2, 1],
      [4, 4, 2],
      [3, 3, 5],
      [6, 6, 4],
    ];
    expect(mcDonaldOmega(twins).why).toContain("Heywood");
  });
});
