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

// Ratings, however many
export { collectRatings, RatingCollector, ratingsFromTable } from "./ratings/ratings.ts";
export type { Rating, Ratings, RatingValue } from "./ratings/ratings.ts";
export { ratingRows } from "./ratings/rating-rows.ts";

// How far raters agree
export { krippendorffAlpha } from "./agreement/krippendorff-alpha.ts";
export type { KrippendorffAlphaOptions } from "./agreement/krippendorff-alpha.ts";
export type { MeasurementLevel } from "./agreement/disagreement.ts";
export { fleissKappa } from "./agreement/fleiss-kappa.ts";
export type { NominalAgreementOptions } from "./agreement/fleiss-kappa.ts";
export { cohenKappa } from "./agreement/cohen-kappa.ts";
export type { CohenKappaOptions, KappaWeights } from "./agreement/cohen-kappa.ts";
export { gwetAc1 } from "./agreement/gwet-ac1.ts";
export type { GwetAc1Options } from "./agreement/gwet-ac1.ts";
export { INTRACLASS_FORMS, intraclassCorrelation } from "./agreement/intraclass-correlation.ts";
export type { IntraclassCorrelationOptions, IntraclassForm } from "./agreement/intraclass-correlation.ts";
export { concordanceCorrelation } from "./agreement/concordance-correlation.ts";
export type { PairFigureOptions } from "./agreement/concordance-correlation.ts";
export { spearman } from "./agreement/spearman.ts";
export { kendallTau } from "./agreement/kendall-tau.ts";
export { masiDistance } from "./agreement/masi-distance.ts";
export type { Agreement, BootstrapRequest, ConfidenceOptions, Figure } from "./agreement/figure.ts";

// How far items of a scale hang together
export { cronbachAlpha } from "./agreement/cronbach-alpha.ts";
export { mcDonaldOmega } from "./agreement/mcdonald-omega.ts";
export type { McDonaldOmegaOptions } from "./agreement/mcdonald-omega.ts";

// How far one person changed
export {
  reliableChange,
  smallestDetectableChange,
  standardErrorOfMeasurement,
} from "./change/reliable-change.ts";
export type { ReliableChange } from "./change/reliable-change.ts";

// From many answers to one distribution
export { majorityVote } from "./aggregation/majority-vote.ts";
export type { MajorityAggregation, MajorityUnit } from "./aggregation/majority-vote.ts";
export { dawidSkene } from "./aggregation/dawid-skene.ts";
export type { DawidSkeneAggregation, DawidSkeneOptions, DawidSkeneRater } from "./aggregation/dawid-skene.ts";
export { mace } from "./aggregation/mace.ts";
export type { MaceAggregation, MaceOptions, MaceRater } from "./aggregation/mace.ts";
export { glad } from "./aggregation/glad.ts";
export type { GladAggregation, GladOptions, GladRater, GladUnit } from "./aggregation/glad.ts";
export { intensityModel } from "./aggregation/intensity-model.ts";
export type {
  IntensityAggregation,
  IntensityModelOptions,
  RaterIntensity,
  UnitIntensity,
} from "./aggregation/intensity-model.ts";
export type {
  Aggregation,
  Fit,
  RaterReliability,
  StopRule,
  UnitDistribution,
} from "./aggregation/aggregation.ts";

// Distributions, for intervals
export { betaQuantile, incompleteBeta } from "./distributions/incomplete-beta.ts";
export { digamma, logGamma } from "./distributions/log-gamma.ts";
export { chiSquareQuantile } from "./distributions/chi-square-quantile.ts";
export { fQuantile } from "./distributions/f-quantile.ts";
export { normalQuantile } from "./distributions/normal-quantile.ts";
export { tQuantile } from "./distributions/t-quantile.ts";
export { wilsonInterval } from "./distributions/wilson-interval.ts";
