import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { collectRatings, ratingsFromTable } from "../ratings/ratings.ts";
import type { Rating } from "../ratings/ratings.ts";
import { seededRandom } from "../seeded-random.ts";
import type { Aggregation } from "./aggregation.ts";
import { dawidSkene } from "./dawid-skene.ts";
import { glad } from "./glad.ts";
import { intensityModel } from "./intensity-model.ts";
import { mace } from "./mace.ts";
import { majorityVote } from "./majority-vote.ts";

/**
 * Dawid and Skene 1979, table 1: five anaesthetists on the fitness of 45 patients, in four classes; the first
 * anaesthetist saw each three times.
 */
const ANAESTHETISTS =
  `111 1 1 1 1|333 4 3 3 4|112 2 1 2 2|222 3 1 2 1|222 3 2 2 2|222 3 3 2 2|122 2 1 1 1|333 3 4 3 3|
222 2 2 2 3|232 2 2 2 3|444 4 4 4 4|222 3 3 4 3|111 1 1 1 1|222 3 2 1 2|121 1 1 1 1|111 2 1 1 1|111 1 1 1 1|
111 1 1 1 1|222 2 2 2 1|222 1 3 2 2|222 2 2 2 2|222 2 2 2 1|222 3 2 2 2|221 2 2 2 2|111 1 1 1 1|111 1 1 1 1|
232 2 2 2 2|111 1 1 1 1|111 1 1 1 1|112 1 1 2 1|111 1 1 1 1|333 3 2 3 3|111 1 1 1 1|222 2 2 2 2|222 3 2 3 2|
433 4 3 4 3|221 2 2 3 2|232 3 2 3 3|333 3 4 3 2|111 1 1 1 1|111 1 1 1 1|121 2 1 1 1|232 2 2 2 2|121 1 1 1 1|
222 2 2 2 2`
    .split("|")
    .flatMap((row, patient) =>
      row
        .trim()
        .split(" ")
        .flatMap((answers, rater) =>
          Array.from(answers, (value) => ({
            unit: String(patient + 1).padStart(2, "0"),
            rater: String(rater + 1),
            value,
          })),
        ),
    );

const METHODS = { majorityVote, dawidSkene, mace, glad } as const;
const NAMES = Object.keys(METHODS) as (keyof typeof METHODS)[];

/** Raters of known skill on units of known class: the first two are good, the third guesses, the fourth always says b. */
function simulated(units: number, seed: number): { ratings: Rating<string>[]; truth: string[] } {
  const random = seededRandom(seed);
  const classes = ["a", "b", "c"];
  const any = (): string => classes[Math.floor(random() * 3)] ?? "a";
  const truth = Array.from({ length: units }, any);
  const ratings = truth.flatMap((right, u) => {
    const unit = `u${String(u).padStart(4, "0")}`;
    const say = (skill: number): string => (random() < skill ? right : any());
    return [
      { unit, rater: "good 1", value: say(0.9) },
      { unit, rater: "good 2", value: say(0.8) },
      { unit, rater: "guesses", value: any() },
      { unit, rater: "says b", value: "b" },
      { unit, rater: "fair", value: say(0.6) },
    ];
  });
  return { ratings, truth };
}

describe.each(NAMES)("%s", (name) => {
  const aggregate = (ratings: readonly Rating<string>[]): Aggregation =>
    METHODS[name](collectRatings(ratings));

  it("M4.1 gives distributions that sum to 1 and reliabilities inside their intervals", () => {
    const { units, raters } = aggregate(ANAESTHETISTS);
    expect(units.map(({ unit }) => unit)).toHaveLength(45);
    for (const { distribution } of units) {
      const sum = Object.values(distribution).reduce((a, b) => a + b, 0);
      expect(sum).toBeCloseTo(1, 12);
    }
    expect(raters).toHaveLength(5);
    for (const { reliability, interval } of raters) {
      expect(interval?.low).toBeLessThanOrEqual(reliability ?? -1);
      expect(interval?.high).toBeGreaterThanOrEqual(reliability ?? 2);
    }
  });

  it("M0.3 does not depend on the order of the ratings, to the last bit", () => {
    const { ratings } = simulated(30, 3);
    const whole = JSON.stringify(aggregate(ratings));
    fc.assert(
      fc.property(fc.shuffledSubarray(ratings, { minLength: ratings.length }), (shuffled) => {
        expect(JSON.stringify(aggregate(shuffled))).toBe(whole);
      }),
      { numRuns: 10 },
    );
  });

  it("M4.1 finds the truth of most units, and who told it", () => {
    const { ratings, truth } = simulated(300, 5);
    const { units, raters } = aggregate(ratings);
    const right = units.filter(({ distribution }, u) => {
      const own = distribution[truth[u] ?? ""] ?? 0;
      return Object.values(distribution).every((share) => share <= own);
    });
    expect(right.length / units.length).toBeGreaterThan(0.85);
    const of = (rater: string): number => raters.find((one) => one.rater === rater)?.reliability ?? NaN;
    expect(of("good 1")).toBeGreaterThan(of("fair"));
    expect(of("fair")).toBeGreaterThan(of("guesses"));
  });

  it("M4.7 keeps a class that nobody chose", () => {
    const aggregation = METHODS[name](collectRatings(simulated(20, 1).ratings), {
      classes: ["a", "b", "c", "d"],
    });
    expect(aggregation.classes).toEqual(["a", "b", "c", "d"]);
    for (const { distribution } of aggregation.units) expect(distribution["d"]).toBeLessThan(0.2);
  });

  it("M0.6 refuses no ratings and values outside the classes", () => {
    expect(() => METHODS[name](collectRatings<string>([]))).toThrow(`${name} needs`);
    expect(() =>
      METHODS[name](collectRatings([{ unit: "u", rater: "r", value: "q" }]), { classes: ["a"] }),
    ).toThrow('got "q"');
  });
});

describe("majorityVote", () => {
  it("M4.2 gives shares, names ties, and compares each rater with the others", () => {
    const { units, raters } = majorityVote(
      ratingsFromTable([
        ["a", "a", "b"],
        ["a", "b", undefined],
        ["a", undefined, undefined],
      ]),
    );
    expect(units[0]).toMatchObject({ majority: ["a"], distribution: { a: 2 / 3, b: 1 / 3 } });
    expect(units[1]?.majority).toEqual(["a", "b"]);
    // First: others say a and b (half right), then b (wrong); the third unit has no others.
    expect(raters[0]).toMatchObject({ ratings: 2, reliability: 0.25 });
    // Second: others say a and b (half right), then a (wrong). Third: others say a.
    expect(raters[1]?.reliability).toBe(0.25);
    expect(raters[2]).toMatchObject({ ratings: 1, reliability: 0 });
    const alone = majorityVote(ratingsFromTable([["a"]]));
    expect(alone.raters[0]).toMatchObject({ ratings: 0, reliability: undefined });
  });
});

describe("dawidSkene", () => {
  it("M0.1 gives the published class shares and error rates of the anaesthetists", () => {
    // Dawid and Skene 1979, tables 2 and 3: shares .40 .42 .11 .07; first observer .89 .11, .07 .88 .05, .34 .66, .56 .44.
    // Further digits and the log-likelihood: their equations 2.3 to 2.7 on dense arrays, numpy 2.4, to a change of 1e-13.
    const { prior, raters, units, logLikelihood, converged } = dawidSkene(collectRatings(ANAESTHETISTS));
    expect(converged).toBe(true);
    const shares = [0.39955475, 0.42198339, 0.11179519, 0.06666667];
    for (const [i, share] of shares.entries()) expect(prior[String(i + 1)]).toBeCloseTo(share, 7);
    const rates = [
      [0.88948835, 0.11051165, 0, 0],
      [0.07058545, 0.87637994, 0.05303461, 0],
      [0, 0.33882154, 0.66117846, 0],
      [0, 0, 0.55555556, 0.44444444],
    ];
    for (const [i, row] of rates.entries()) {
      for (const [j, rate] of row.entries()) {
        expect(raters[0]?.confusion[String(i + 1)]?.[String(j + 1)]).toBeCloseTo(rate, 7);
      }
    }
    expect(logLikelihood).toBeCloseTo(-192.8908812142053, 8);
    // Their table 4: patients 2 and 36 are of class 4, patient 3 of class 2.
    expect(units[1]?.distribution["4"]).toBeCloseTo(1, 6);
    expect(units[35]?.distribution["4"]).toBeCloseTo(1, 6);
    expect(units[2]?.distribution["2"]).toBeCloseTo(1, 6);
  });

  it("M4.3 never loses likelihood from step to step", () => {
    const ratings = collectRatings(simulated(60, 9).ratings);
    let before = -Infinity;
    for (let maxIterations = 1; maxIterations < 30; maxIterations++) {
      const { logLikelihood } = dawidSkene(ratings, { maxIterations });
      expect(logLikelihood).toBeGreaterThanOrEqual(before - 1e-9);
      before = logLikelihood;
    }
  });

  it("M1.3 has no error rates for a class of which a rater saw no unit, unless they are smoothed", () => {
    const ratings = ratingsFromTable([
      ["a", "a", "a"],
      ["b", "b", undefined],
    ]);
    expect(dawidSkene(ratings).raters[2]?.confusion["b"]).toBeUndefined();
    expect(dawidSkene(ratings, { smoothing: 0.1 }).raters[2]?.confusion["b"]?.["a"]).toBeCloseTo(0.5, 1);
    expect(() => dawidSkene(ratings, { smoothing: -1 })).toThrow("got -1");
  });
});

describe("mace", () => {
  it("M0.1 gives what its equations give on dense arrays", () => {
    // Written anew with numpy 2.4 and scipy's digamma, 3,000 steps from each of ten starts.
    const { raters, units, logLikelihood } = mace(collectRatings(ANAESTHETISTS), {
      tolerance: 1e-12,
      maxIterations: 5000,
    });
    expect(logLikelihood).toBeCloseTo(-256.14100595703, 8);
    const competences = [0.825354469051, 0.621243616883, 0.739725144672, 0.812353346312, 0.755125704201];
    for (const [r, competence] of competences.entries()) {
      expect(raters[r]?.competence).toBeCloseTo(competence, 8);
    }
    expect(units[2]?.distribution["2"]).toBeCloseTo(0.864839876893, 8);
  });

  it("M4.4 M0.5 tells who guesses, and repeats for a seed", () => {
    const ratings = collectRatings(simulated(300, 5).ratings);
    const once = mace(ratings, { seed: 7 });
    expect(mace(ratings, { seed: 7 })).toEqual(once);
    const of = (rater: string): number => once.raters.find((one) => one.rater === rater)?.competence ?? NaN;
    // The share of answers that were drawn from the truth, as simulated.
    expect(of("good 1")).toBeCloseTo(0.9, 1);
    expect(of("good 2")).toBeCloseTo(0.8, 1);
    expect(of("guesses")).toBeLessThan(0.1);
    expect(of("says b")).toBeLessThan(0.1);
    expect(() => mace(ratings, { restarts: 0 })).toThrow("got 0");
  });
});

describe("glad", () => {
  it("M0.1 reaches the peak that a general optimiser finds", () => {
    // The marginal log posterior maximised by BFGS in scipy, which knows nothing of expectation maximisation.
    const { raters, units, logLikelihood, converged } = glad(collectRatings(ANAESTHETISTS), {
      tolerance: 1e-10,
      maxIterations: 5000,
    });
    expect(converged).toBe(true);
    expect(logLikelihood).toBeCloseTo(-228.343233, 5);
    const abilities = [0.9221231, 0.4344306, 0.6422169, 0.9042662, 0.612394];
    for (const [r, ability] of abilities.entries()) expect(raters[r]?.ability).toBeCloseTo(ability, 5);
    expect(units[2]?.ease).toBeCloseTo(1.0336737, 5);
    expect(units[0]?.ease).toBeCloseTo(5.12566, 4);
  });

  it("M4.5 tells able raters from others, and easy units from hard ones", () => {
    const { ratings } = simulated(300, 5);
    const { raters } = glad(collectRatings(ratings));
    const of = (rater: string): number => raters.find((one) => one.rater === rater)?.ability ?? NaN;
    expect(of("good 1")).toBeGreaterThan(of("fair"));
    expect(of("fair")).toBeGreaterThan(of("guesses"));
    const table = [
      ["a", "a", "a", "a"],
      ["b", "b", "b", "b"],
      ["a", "a", "b", "b"],
      ["a", "a", "a", "a"],
    ];
    const { units } = glad(ratingsFromTable(table));
    expect(units[0]?.ease).toBeGreaterThan(units[2]?.ease ?? Infinity);
  });
});

describe("intensityModel", () => {
  it("M4.6 finds each rater's bias and noise", () => {
    const random = seededRandom(11);
    const normal = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    const settings = [
      [-1, 0.3],
      [0.5, 0.6],
      [0.5, 1.2],
    ] as const;
    const truth = Array.from({ length: 800 }, () => 4 + 1.5 * normal());
    const table = truth.map((t) => settings.map(([bias, noise]) => t + bias + noise * normal()));
    const { raters, units, population } = intensityModel(ratingsFromTable(table));
    for (const [r, [bias, noise]] of settings.entries()) {
      expect(raters[r]?.bias).toBeCloseTo(bias, 0.9);
      expect(raters[r]?.noiseInterval.low).toBeLessThan(noise * 1.05);
      expect(raters[r]?.noiseInterval.high).toBeGreaterThan(noise * 0.95);
      expect(raters[r]?.reliability).toBeCloseTo(1.5 ** 2 / (1.5 ** 2 + noise ** 2), 1);
    }
    expect(population.mean).toBeCloseTo(4, 0.9);
    const worst = Math.max(...units.map(({ mean }, u) => Math.abs(mean - (truth[u] ?? 0))));
    const plain = Math.max(...table.map((row, u) => Math.abs((row[2] ?? 0) - (truth[u] ?? 0))));
    expect(worst).toBeLessThan(plain / 2);
  });

  it("M4.6 gives Grubbs' estimator for two raters and no prior", () => {
    // Peak flow by two meters, first readings: Bland and Altman 1986, doi:10.1016/S0140-6736(86)90837-8. Grubbs 1948:
    // units vary by the covariance of the raters, each rater's noise is what his or her variance has beyond it.
    const wright = [494, 395, 516, 434, 476, 557, 413, 442, 650, 433, 417, 656, 267, 478, 178, 423, 427];
    const mini = [512, 430, 520, 428, 500, 600, 364, 380, 658, 445, 432, 626, 260, 477, 259, 350, 451];
    const mean = (of: (i: number) => number): number => wright.reduce((sum, _, i) => sum + of(i) / 17, 0);
    const [a, b] = [mean((i) => wright[i] ?? 0), mean((i) => mini[i] ?? 0)];
    const moment = (x: readonly number[], y: readonly number[]): number =>
      mean((i) => ((x[i] ?? 0) - (x === wright ? a : b)) * ((y[i] ?? 0) - (y === wright ? a : b)));
    const common = moment(wright, mini);
    const fit = intensityModel(ratingsFromTable(wright.map((w, i) => [w, mini[i]])), {
      priorRatings: 0,
      maxIterations: 100_000,
      tolerance: 1e-12,
    });
    expect(fit.raters[0]?.bias).toBeCloseTo((a - b) / 2, 6);
    expect(fit.population.sd ** 2 / common).toBeCloseTo(1, 6);
    expect((fit.raters[0]?.noise ?? 0) ** 2 / (moment(wright, wright) - common)).toBeCloseTo(1, 6);
    expect((fit.raters[1]?.noise ?? 0) ** 2 / (moment(mini, mini) - common)).toBeCloseTo(1, 6);
  });

  it("M0.3 M0.6 does not depend on order, and refuses ratings that are all the same", () => {
    const list = [
      { unit: "u", rater: "r", value: 1 },
      { unit: "u", rater: "s", value: 2 },
      { unit: "v", rater: "r", value: 4 },
      { unit: "w", rater: "s", value: 3 },
    ];
    expect(intensityModel(collectRatings([...list].reverse()))).toEqual(intensityModel(collectRatings(list)));
    expect(() => intensityModel(ratingsFromTable([[1, 1]]))).toThrow(RangeError);
  });
});
