import { describe, expect, it } from "vitest";
import { chiSquareQuantile } from "./chi-square-quantile.ts";
import { fQuantile } from "./f-quantile.ts";
import { betaQuantile, incompleteBeta } from "./incomplete-beta.ts";
import { digamma, logGamma } from "./log-gamma.ts";
import { normalQuantile } from "./normal-quantile.ts";
import { tQuantile } from "./t-quantile.ts";
import { wilsonInterval } from "./wilson-interval.ts";

// R 4.2.2: qf, qt, qnorm, qchisq, qbeta, pbeta, digamma, lgamma, printed with 16 digits.
const FROM_R: readonly (readonly [name: string, got: number, expected: number])[] = [
  ["qf(.975, 5, 15)", fQuantile(0.975, 5, 15), 3.57641534927906],
  ["qf(.025, 5, 18)", fQuantile(0.025, 5, 18), 0.1571861613662446],
  ["qf(.975, 15, 5)", fQuantile(0.975, 15, 5), 6.427728167078776],
  ["qf(.975, 2.345, 7.8)", fQuantile(0.975, 2.345, 7.8), 5.869796949302178],
  ["qf(.025, 2399, 7399)", fQuantile(0.025, 2399, 7399), 0.9364274972386525],
  ["qt(.975, 11)", tQuantile(0.975, 11), 2.200985160091639],
  ["qt(.0005, 2)", tQuantile(0.0005, 2), -31.59905457644362],
  ["qnorm(1e-10)", normalQuantile(1e-10), -6.361340902404056],
  ["qchisq(.025, 1)", chiSquareQuantile(0.025, 1), 9.820691171752562e-4],
  ["qchisq(.975, 250)", chiSquareQuantile(0.975, 250), 295.6886281787862],
  ["qbeta(.025, .5, .5)", betaQuantile(0.025, 0.5, 0.5), 1.541333133436012e-3],
  ["qbeta(.975, 200.5, 3.5)", betaQuantile(0.975, 200.5, 3.5), 0.9958206728001515],
  ["digamma(.5)", digamma(0.5), -1.963510026021423],
  ["lgamma(.1)", logGamma(0.1), 2.252712651734206],
  ["lgamma(100.5)", logGamma(100.5), 361.4355404677775],
  ["pbeta(.3, 2.5, 7)", incompleteBeta(0.3, 2.5, 7), 0.6412224629717211],
];

describe("distributions", () => {
  it.each(FROM_R)("M5.1 %s is what R says", (_name, got, expected) => {
    expect(Math.abs(got / expected - 1)).toBeLessThan(1e-10);
  });

  it("M5.1 Wilson's interval is what R's prop.test says without correction", () => {
    // R 4.2.2: prop.test(15, 148, correct = FALSE)$conf.int, also Newcombe 1998, Statistics in Medicine 17, table I.
    const { low, high } = wilsonInterval(15, 148);
    expect(low).toBeCloseTo(0.0624, 4);
    expect(high).toBeCloseTo(0.1605, 4);
    expect(wilsonInterval(0, 5).low).toBe(0);
  });

  it("M0.6 refuses what has no value", () => {
    expect(() => normalQuantile(1)).toThrow("got 1");
    expect(() => incompleteBeta(2, 1, 1)).toThrow(RangeError);
    expect(() => logGamma(0)).toThrow(RangeError);
    expect(() => fQuantile(0, 1, 1)).toThrow(RangeError);
    expect(() => wilsonInterval(3, 2)).toThrow(RangeError);
  });
});
