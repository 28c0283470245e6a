/** How well people and models agree. Imports nothing; every formula names its source. */

// Correlation
export { pearson } from "./pearson.ts";

// Finding labels
export { f1Score, f1Scores, macroF1, microF1 } from "./f1-scores.ts";
export type { F1Score, LabelCounts } from "./f1-scores.ts";

// Calibration
export { brierScore, expectedCalibrationError } from "./calibration-error.ts";

// Uncertainty of a figure
export { bootstrapInterval } from "./bootstrap-interval.ts";
export type { BootstrapOptions, Interval } from "./bootstrap-interval.ts";

// Chance that can be repeated
export { seededRandom } from "./seeded-random.ts";
export type { Random } from "./seeded-random.ts";
