import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ratingsFromTable } from "../ratings/ratings.ts";
import type { RatingValue } from "../ratings/ratings.ts";
import { cohenKappa } from "./cohen-kappa.ts";
import { concordanceCorrelation } from "./concordance-correlation.ts";
import type { MeasurementLevel } from "./disagreement.ts";
import { fleissKappa } from "./fleiss-kappa.ts";
import { gwetAc1 } from "./gwet-ac1.ts";
import { INTRACLASS_FORMS, intraclassCorrelation } from "./intraclass-correlation.ts";
import { kendallTau } from "./kendall-tau.ts";
import { krippendorffAlpha } from "./krippendorff-alpha.ts";
import { masiDistance } from "./masi-distance.ts";
import { spearman } from "./spearman.ts";

const none = undefined;
/** Krippendorff 2011, section E: four observers, twelve units, missing values. */
const KRIPPENDORFF = transpose([
  [1, 2, 3, 3, 2, 1, 4, 1, 2, none, none, none],
  [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, none, 3],
  [none, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, none],
  [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, none],
]);
/** Shrout and Fleiss 1979, table 2. */
const SHROUT_FLEISS = [
  [9, 2, 5, 8],
  [6, 1, 3, 2],
  [8, 4, 6, 8],
  [7, 1, 2, 6],
  [10, 5, 6, 9],
  [6, 2, 4, 7],
];
/** R package irrCAC 1.0, cont3x3abstractors (Gwet 2014): ectopic, abnormal and normal intrauterine pregnancies. */
const ABSTRACTORS = pairsOf([
  [13, 0, 0],
  [0, 20, 7],
  [0, 4, 56],
]);
/** The table of Wikipedia's article on Fleiss' kappa (2024): ten subjects, 14 raters, five categories. */
const FLEISS_TABLE = [
  [0, 0, 0, 0, 14],
  [0, 2, 6, 4, 2],
  [0, 0, 3, 5, 6],
  [0, 3, 9, 2, 0],
  [2, 2, 8, 1, 1],
  [7, 7, 0, 0, 0],
  [3, 2, 6, 3, 0],
  [2, 5, 3, 2, 2],
  [6, 5, 2, 1, 0],
  [0, 2, 2, 3, 7],
].map((counts) => counts.flatMap((count, category) => new Array<number>(count).fill(category)));

/** R package irrCAC 1.0, distrib.6raters (from Fleiss 1971, table 1): 15 patients, 6 psychiatrists, 5 diagnoses. */
const PSYCHIATRISTS =
  `00060 03003 01401 00006 03030 20400 00402 20310 20040 00006 10050 11040 03300 10050 02031`
    .split(" ")
    .map((counts) =>
      Array.from(counts).flatMap((count, diagnosis) => new Array<number>(Number(count)).fill(diagnosis)),
    );

describe("krippendorffAlpha", () => {
  // Krippendorff 2011 prints 0.743, 0.815, 0.849 and 0.797; further digits from his definition, pair by pair, with
  // fractions in Python 3.
  it.each<[MeasurementLevel, number]>([
    ["nominal", 113 / 152],
    ["ordinal", 0.8153875],
    ["interval", 951 / 1120],
    ["ratio", 0.7974028],
  ])("M2.1 gives the published value for the %s level", (level, expected) => {
    const alpha = krippendorffAlpha(ratingsFromTable(KRIPPENDORFF), { level });
    expect(alpha.value).toBeCloseTo(expected, 6);
    expect(alpha).toMatchObject({ units: 11, pairable: 40 });
  });

  it("M2.1 gives the published values for two observers", () => {
    // Krippendorff 2011, section A: binary, two observers, ten units, α = 0.095; section B: nominal, five values, 0.692.
    const a = transpose([
      [0, 1, 0, 0, 0, 0, 0, 0, 1, 0],
      [1, 1, 1, 0, 0, 1, 0, 0, 0, 0],
    ]);
    const b = transpose([Array.from("aabbdcccedda"), Array.from("babbbccceddd")]);
    expect(krippendorffAlpha(ratingsFromTable(a), { level: "nominal" }).value).toBeCloseTo(0.095, 3);
    expect(krippendorffAlpha(ratingsFromTable(b), { level: "nominal" }).value).toBeCloseTo(0.692, 3);
  });

  it("M2.1 gives irrCAC's value for many raters", () => {
    // irrCAC 1.0, README: krippen.alpha.dist(distrib.6raters) 0.4204384.
    const alpha = krippendorffAlpha(ratingsFromTable(PSYCHIATRISTS), { level: "nominal" });
    expect(alpha.value).toBeCloseTo(0.4204384, 6);
  });

  it("M2.2 has no value where no disagreement could be expected, or nothing can be compared", () => {
    const alike = krippendorffAlpha(
      ratingsFromTable([
        [0.1, 0.1],
        [0.1, 0.1],
      ]),
      { level: "interval" },
    );
    expect(alike).toMatchObject({
      value: undefined,
      why: expect.stringContaining("every rating is the same") as string,
    });
    const alone = krippendorffAlpha(
      ratingsFromTable([
        [1, none],
        [none, 2],
      ]),
      { level: "nominal" },
    );
    expect(alone).toMatchObject({ value: undefined, units: 0 });
    expect(krippendorffAlpha(ratingsFromTable([[-1, 1]]), { level: "ratio" }).why).toContain("below 0");
  });

  it("M2.3 has an interval that holds it and that repeats for a seed", () => {
    const of = (seed: number): unknown =>
      krippendorffAlpha(ratingsFromTable(KRIPPENDORFF), {
        level: "ordinal",
        bootstrap: { resamples: 300, seed },
      }).interval;
    expect(of(1)).toEqual(of(1));
    expect(of(1)).not.toEqual(of(2));
    const { low, high } = of(1) as { low: number; high: number };
    expect(low).toBeLessThan(0.8154);
    expect(high).toBeGreaterThan(0.8154);
  });

  it("M0.6 refuses texts where numbers or an order are needed", () => {
    const words = ratingsFromTable([
      ["low", "high"],
      ["mid", "mid"],
    ]);
    expect(() => krippendorffAlpha(words, { level: "interval" })).toThrow(TypeError);
    expect(() => krippendorffAlpha(words, { level: "ordinal" })).toThrow(TypeError);
    expect(() => krippendorffAlpha(words, { level: "ordinal", scale: ["low", "high"] })).toThrow('got "mid"');
    const numbers = ratingsFromTable([
      [1, 3],
      [2, 2],
    ]);
    expect(krippendorffAlpha(words, { level: "ordinal", scale: ["low", "mid", "high"] }).value).toBe(
      krippendorffAlpha(numbers, { level: "ordinal" }).value,
    );
  });
});

describe("fleissKappa", () => {
  it("M0.1 gives the value of the worked example", () => {
    // P̄ = 0.378, P̄e = 0.213, κ = 0.210; further digits with fractions in Python 3.
    expect(fleissKappa(ratingsFromTable(FLEISS_TABLE)).value).toBeCloseTo(0.2099307, 6);
  });

  it("M0.1 gives the value and standard error of irrCAC for Fleiss' psychiatrists", () => {
    // irrCAC 1.0, README: fleiss.kappa.dist(distrib.6raters) 0.4139265, standard error 0.08119291; R: qt(.975, 14).
    const { value, interval } = fleissKappa(ratingsFromTable(PSYCHIATRISTS));
    expect(value).toBeCloseTo(0.4139265, 6);
    expect(((interval?.high ?? 0) - (value ?? 0)) / 2.1447866879178).toBeCloseTo(0.08119291, 7);
  });

  it("M2.4 refuses units that were rated unequally often", () => {
    expect(fleissKappa(ratingsFromTable(KRIPPENDORFF)).why).toContain("equally many");
    expect(fleissKappa(ratingsFromTable([["a", "a"]])).why).toContain("every rating is the same");
    expect(fleissKappa(ratingsFromTable([["a"]])).why).toContain("two ratings");
  });
});

describe("gwetAc1", () => {
  it("M0.1 gives the value and interval of irrCAC for the table of two abstractors", () => {
    // R irrCAC 1.0, overview vignette: gwet.ac1.table(cont3x3abstractors) 0.8493305, standard error 0.04321747.
    const ac1 = gwetAc1(ratingsFromTable(ABSTRACTORS));
    expect(ac1.value).toBeCloseTo(0.8493305, 6);
  });

  it("M0.1 gives the value and standard error of irrCAC for Fleiss' psychiatrists", () => {
    // irrCAC 1.0, README: gwet.ac1.dist(distrib.6raters) 0.4448007, standard error 0.08418757; R: qt(.975, 14).
    const { value, interval } = gwetAc1(ratingsFromTable(PSYCHIATRISTS));
    expect(value).toBeCloseTo(0.4448007, 6);
    expect(((interval?.high ?? 0) - (value ?? 0)) / 2.1447866879178).toBeCloseTo(0.08418757, 7);
  });

  it("M2.6 takes missing ratings, and counts categories that nobody chose", () => {
    // R irrCAC 1.0, cac.raw4raters: gwet.ac1.raw 0.77544, standard error 0.14295, interval (0.461, 1).
    const ac1 = gwetAc1(ratingsFromTable(KRIPPENDORFF));
    expect(ac1.value).toBeCloseTo(0.77544, 5);
    expect(ac1.interval?.low).toBeCloseTo(0.461, 3);
    expect(ac1.interval?.high).toBe(1);
    const more = gwetAc1(ratingsFromTable(KRIPPENDORFF), { scale: [1, 2, 3, 4, 5, 6] });
    expect(more.value).toBeGreaterThan(ac1.value ?? 1);
    expect(() => gwetAc1(ratingsFromTable(KRIPPENDORFF), { scale: [1, 2] })).toThrow("got 3");
  });
});

describe("cohenKappa", () => {
  it("M0.1 gives the value and interval of psych's cohen.kappa", () => {
    // R psych 2.2.9: cohen.kappa of the table, 0.680946515961 0.796409402184 0.911872288406.
    const kappa = cohenKappa(ratingsFromTable(ABSTRACTORS));
    expect(kappa.value).toBeCloseTo(0.796409402184, 10);
    expect(kappa.interval?.low).toBeCloseTo(0.680946515961, 10);
    expect(kappa.interval?.high).toBeCloseTo(0.911872288406, 10);
  });

  it("M0.1 gives the value and interval of Fleiss, Cohen and Everitt's example", () => {
    // Fleiss, Cohen and Everitt 1969, doi:10.1037/h0028106, table 1, 200 cases: κ = .429; digits: psych 2.2.9.
    const table = [
      [106, 10, 4],
      [22, 28, 10],
      [2, 12, 6],
    ];
    const { value, interval } = cohenKappa(ratingsFromTable(pairsOf(table)));
    expect(value).toBeCloseTo(0.428571428571, 10);
    expect(interval?.low).toBeCloseTo(0.323299793454, 10);
    expect(interval?.high).toBeCloseTo(0.533843063688, 10);
  });

  it("M2.5 gives psych's weighted values, and the interval that the delta method gives", () => {
    // Values: psych 2.2.9 with Cicchetti's and Fleiss' weights. Lower ends: numerical derivatives of kappa, numpy 2.4.
    const linear = cohenKappa(ratingsFromTable(ABSTRACTORS), { weights: "linear" });
    expect(linear.value).toBeCloseTo(0.842902027992, 10);
    expect(linear.interval?.low).toBeCloseTo(0.749074393, 7);
    const quadratic = cohenKappa(ratingsFromTable(ABSTRACTORS), { weights: "quadratic" });
    expect(quadratic.value).toBeCloseTo(0.892156862745, 10);
    expect(quadratic.interval?.low).toBeCloseTo(0.822869181, 7);
  });

  it("M2.5 keeps points of the scale that nobody used", () => {
    const words = ratingsFromTable([
      ["low", "mid"],
      ["mid", "mid"],
      ["top", "low"],
      ["top", "top"],
    ]);
    const near = cohenKappa(words, { weights: "linear", scale: ["low", "mid", "top"] }).value;
    const far = cohenKappa(words, { weights: "linear", scale: ["low", "mid", "upper", "high", "top"] }).value;
    const numbers = ratingsFromTable([
      [1, 2],
      [2, 2],
      [5, 1],
      [5, 5],
    ]);
    expect(far).not.toBeCloseTo(near ?? 0, 3);
    expect(far).toBeCloseTo(cohenKappa(numbers, { weights: "linear" }).value ?? 0, 12);
    expect(() => cohenKappa(words, { weights: "linear" })).toThrow(TypeError);
  });

  it("M0.2 has no value for three raters, nothing in common, or one answer throughout", () => {
    expect(cohenKappa(ratingsFromTable([[1, 2, 3]])).why).toContain("two raters, got 3");
    expect(
      cohenKappa(
        ratingsFromTable([
          [1, none],
          [none, 2],
        ]),
      ).why,
    ).toContain("no unit");
    expect(
      cohenKappa(
        ratingsFromTable([
          [1, 1],
          [1, 1],
        ]),
      ).why,
    ).toContain("same value");
  });
});

describe("intraclassCorrelation", () => {
  // Shrout and Fleiss 1979, table 4 (.17 .29 .71 .44 .62 .91); digits and intervals: R psych 2.2.9, ICC(x, lmer = FALSE).
  const FROM_PSYCH = {
    "1,1": [0.1657417684, -0.13293232487, 0.7225600623],
    "2,1": [0.2897637795, 0.01878651337, 0.7610843696],
    "3,1": [0.7148407148, 0.34246476503, 0.94585826],
    "1,k": [0.4427971337, -0.88444215524, 0.9124154203],
    "2,k": [0.620050548, 0.0711368153, 0.9272320402],
    "3,k": [0.9093155424, 0.67567471382, 0.9858916782],
  } as const;

  it.each(INTRACLASS_FORMS)("M2.7 gives the published value and interval of form %s", (form) => {
    const { value, interval } = intraclassCorrelation(SHROUT_FLEISS, { form });
    const [expected, low, high] = FROM_PSYCH[form];
    expect(value).toBeCloseTo(expected, 9);
    expect(interval?.low).toBeCloseTo(low, 9);
    expect(interval?.high).toBeCloseTo(high, 9);
  });

  it("M2.7 refuses what it cannot do", () => {
    const whyOf = (rows: readonly (readonly (number | undefined)[])[]): (string | undefined)[] =>
      INTRACLASS_FORMS.map((form) => intraclassCorrelation(rows, { form }).why);
    for (const why of whyOf([
      [1, none],
      [2, 3],
    ]))
      expect(why).toContain("a cell is empty");
    for (const why of whyOf([[1, 2]])) expect(why).toContain("two units");
    for (const why of whyOf([[1], [2]])) expect(why).toContain("two raters");
    for (const why of whyOf([
      [0.1, 0.1, 0.1],
      [0.1, 0.1, 0.1],
    ]))
      expect(why).toContain("do not vary");
    expect(() => intraclassCorrelation([[1, 2], [1]], { form: "1,1" })).toThrow(RangeError);
  });
});

describe("concordanceCorrelation", () => {
  it("M2.8 gives the value and interval of Lin's formulas in R", () => {
    // Bland and Altman 1986, doi:10.1016/S0140-6736(86)90837-8: peak flow by two meters, first readings. Value and
    // interval: R 4.2.2 with ρ_c = ρ·C_b and the variance as epiR 2.0's epi.ccc writes it.
    const wright = [494, 395, 516, 434, 476, 557, 413, 442, 650, 433, 417, 656, 267, 478, 178, 423, 427];
    const mini = [512, 430, 520, 428, 500, 600, 364, 380, 658, 445, 432, 626, 260, 477, 259, 350, 451];
    const { value, interval } = concordanceCorrelation(wright, mini);
    expect(value).toBeCloseTo(0.942742431427, 10);
    expect(interval?.low).toBeCloseTo(0.850491873169, 9);
    expect(interval?.high).toBeCloseTo(0.97872627917, 9);
  });

  it("M2.8 is 1 only for equal pairs, and has no value without variation", () => {
    expect(concordanceCorrelation([1, 2, 4], [1, 2, 4]).value).toBe(1);
    expect(concordanceCorrelation([1, 2, 4], [2, 3, 5]).value).toBeLessThan(1);
    expect(concordanceCorrelation([1, 1], [1, 1]).why).toContain("equal");
    expect(concordanceCorrelation([1, 1], [2, 2]).value).toBe(0);
    expect(() => concordanceCorrelation([1], [1])).toThrow(RangeError);
  });
});

describe("rank correlations", () => {
  it("M2.9 give R's values, with ties and without", () => {
    // Hollander and Wolfe 1973, p. 187, the example of R's cor.test: tau = 4/9, rho = 0.6.
    const lightness = [44.4, 45.9, 41.9, 53.3, 44.7, 44.1, 50.7, 45.2, 60.1];
    const panel = [2.6, 3.1, 2.5, 5.0, 3.6, 4.0, 5.2, 2.8, 3.8];
    expect(kendallTau(lightness, panel).value).toBeCloseTo(4 / 9, 12);
    expect(spearman(lightness, panel).value).toBeCloseTo(0.6, 12);
    // R 4.2.2: cor(x, y, method = "kendall") and "spearman".
    const x = [1, 2, 2, 3, 4, 4, 4, 5];
    const y = [2, 1, 3, 3, 5, 4, 4, 4];
    expect(kendallTau(x, y).value).toBeCloseTo(0.708333333333333, 12);
    expect(spearman(x, y).value).toBeCloseTo(0.841772151898734, 12);
  });

  it("M2.9 count like the plain definition", () => {
    const series = fc.array(fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 6 })), {
      minLength: 2,
      maxLength: 40,
    });
    fc.assert(
      fc.property(series, (rows) => {
        const sums = { both: 0, first: 0, second: 0 };
        for (const [i, [a, b]] of rows.entries()) {
          for (const [c, d] of rows.slice(0, i)) {
            sums.both += Math.sign(a - c) * Math.sign(b - d);
            sums.first += Math.abs(Math.sign(a - c));
            sums.second += Math.abs(Math.sign(b - d));
          }
        }
        const { value } = kendallTau(
          rows.map(([a]) => a),
          rows.map(([, b]) => b),
        );
        if (sums.first === 0 || sums.second === 0) expect(value).toBeUndefined();
        else expect(value).toBeCloseTo(sums.both / Math.sqrt(sums.first * sums.second), 12);
      }),
    );
  });
});

describe("masiDistance", () => {
  it("M2.10 gives NLTK's values", () => {
    // NLTK 3.8, doctest of nltk.metrics.distance.masi_distance: {1, 2} and {1, 2, 3, 4} are 0.665 apart, which is
    // 1 − 1/2 · 0.67; with Passonneau's exact 2/3 it is 2/3.
    expect(masiDistance(["1", "2"], ["1", "2", "3", "4"])).toBeCloseTo(2 / 3, 12);
    expect(masiDistance(["1", "2"], ["2", "3"])).toBeCloseTo(1 - 1 / 9, 12);
    expect(masiDistance([], [])).toBe(0);
    expect(masiDistance([], ["1"])).toBe(1);
  });
});

describe("every coefficient of agreement", () => {
  const tables = fc
    .tuple(fc.integer({ min: 2, max: 6 }), fc.integer({ min: 2, max: 4 }))
    .chain(([units, raters]) =>
      fc.array(fc.array(fc.integer({ min: 0, max: 3 }), { minLength: raters, maxLength: raters }), {
        minLength: units,
        maxLength: units,
      }),
    );
  const figures = (rows: readonly (readonly RatingValue[])[]): (number | undefined)[] => {
    const ratings = ratingsFromTable(rows);
    return [
      krippendorffAlpha(ratings, { level: "nominal" }).value,
      fleissKappa(ratings).value,
      gwetAc1(ratings).value,
      cohenKappa(ratings).value,
    ];
  };

  it("M2.11 is at most 1, and 1 where all agree on more than one value", () => {
    fc.assert(
      fc.property(tables, (rows) => {
        for (const figure of figures(rows)) expect(figure ?? 0).toBeLessThanOrEqual(1 + 1e-12);
      }),
    );
    const figure = figures([
      ["a", "a"],
      ["b", "b"],
    ]);
    expect(figure).toEqual([1, 1, 1, 1]);
  });

  it("M0.3 M0.4 depends neither on the order of units and raters nor on what values are called", () => {
    fc.assert(
      fc.property(tables, (rows) => {
        const turned = [...rows].reverse().map((row) => [...row].reverse());
        const renamed = turned.map((row) => row.map((value) => ["q", "c", "z", "a"][value] ?? ""));
        const before = figures(rows);
        for (const [i, figure] of figures(renamed).entries()) {
          if (before[i] === undefined) expect(figure).toBeUndefined();
          else expect(figure).toBeCloseTo(before[i], 10);
        }
      }),
    );
  });
});

function transpose<Value>(rows: readonly (readonly Value[])[]): Value[][] {
  return (rows[0] ?? []).map((_, i) => rows.map((row) => row[i] as Value));
}

function pairsOf(table: readonly (readonly number[])[]): number[][] {
  return table.flatMap((row, a) => row.flatMap((count, b) => Array.from({ length: count }, () => [a, b])));
}
