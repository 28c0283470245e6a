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

export { InvalidEstimateError } from "./invalid-estimate-error.ts";
export { abstain, makeEstimate } from "./make-estimate.ts";
export type { EstimateFields } from "./make-estimate.ts";
export { parseEstimate } from "./parse-estimate.ts";

// Other label sets
export { fromLabelSet, GOEMOTIONS_EKMAN_GROUPS, groupGoEmotions, toLabelSet } from "./crosswalk.ts";
export { LABEL_SETS, labelSetById } from "./label-set.ts";
export type { LabelSet, LabelSetId, Mapping } from "./label-set.ts";
export { noisyOr } from "./noisy-or.ts";

// Fusion over modalities
export { fuse } from "./fuse.ts";
export type { Reading, Reliability } from "./fuse.ts";
export { logOddsOf, probabilityOf } from "./log-odds.ts";

// The state
export { likelihoodsOf } from "./likelihoods-of.ts";
export type { StateLikelihood } from "./likelihoods-of.ts";
export { reportSelf } from "./report-self.ts";
export { INITIAL_AFFECT_STATE, stateAt } from "./state-at.ts";
export { updateState } from "./update-state.ts";
export type { AffectState, CategoryBelief, SelfReport } from "./affect-state.ts";

// Wire forms of others
export { fromEmotionML } from "./emotion-ml/from-emotion-ml.ts";
export { InvalidEmotionMLError } from "./emotion-ml/invalid-emotion-ml-error.ts";
export { toEmotionML } from "./emotion-ml/to-emotion-ml.ts";
export { fromHume } from "./hume/from-hume.ts";
export { InvalidHumeError } from "./hume/invalid-hume-error.ts";
export { toHume } from "./hume/to-hume.ts";
export type { HumeContext, HumeEmotion, HumeModel, HumePrediction, HumeResult } from "./hume/to-hume.ts";

// Errors
export { OpenEmpathicError } from "./open-empathic-error.ts";
