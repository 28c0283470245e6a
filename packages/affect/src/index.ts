/** Representation of affect: pure data and arithmetic. Depends on nothing. */

// The taxonomy
export { CATEGORIES, isCategoryId } from "./category.ts";
export type { Category, CategoryId } from "./category.ts";

// The estimate
export { ESTIMATE_SCHEMA } from "./estimate.ts";
export type {
  Abstention,
  AbstentionReason,
  Dimension,
  Dimensions,
  Estimate,
  EstimateSource,
  Evidence,
  Likelihoods,
  Modality,
  Spread,
  TextSpanEvidence,
} from "./estimate.ts";

// The state
export type { AffectState, CategoryBelief, SelfReport } from "./affect-state.ts";

// Errors
export { OpenEmpathicError } from "./open-empathic-error.ts";
