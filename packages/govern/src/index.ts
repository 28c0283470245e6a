/** What may be done: purposes and modalities, notices, consent, risk and its latch, helplines. */

// Purposes
export { PURPOSES } from "./purpose.ts";
export type { Purpose } from "./purpose.ts";

// Permits: which purpose may perceive which modality
export { Permit, PERCEIVED_MODALITIES, isPermit } from "./permit/permit.ts";
export type { PerceivedModality } from "./permit/permit.ts";
export { JURISDICTIONS, permitFor } from "./permit/permit-for.ts";
export type { Jurisdiction, PermitDecision, PermitRequest } from "./permit/permit-for.ts";

// Notices
export { NOTICE_IDS, NOTICE_VERSION, noticeText, noticesDue } from "./notice/notice.ts";
export type { NoticeClock, NoticeId, NoticeLanguage } from "./notice/notice.ts";

// Consent
export { CONSENT_SCHEMA, consentCovers, makeConsentReceipt, withdrawConsent } from "./consent/consent.ts";
export type { ConsentFields, ConsentReceipt } from "./consent/consent.ts";
export { COLLECTION_CONSENT_VERSION, collectionConsentText } from "./consent/collection-consent.ts";

// Risk
export { RISK_LEVELS } from "./risk.ts";
export type { RiskJudgement, RiskLatch, RiskLevel, RiskTopic, Turn } from "./risk.ts";
export { isGraveRisk } from "./risk/is-grave-risk.ts";
export { judgeRisk } from "./risk/judge-risk.ts";
export { judgeRiskWith, readForRisk } from "./risk/judge-risk.ts";
export { RISK_BUCKETS, riskFeaturesOf, stretchesOf } from "./risk/risk-features.ts";
export type { RiskFeatures, RiskReading, RiskStretch, RiskSurroundings } from "./risk/risk-features.ts";
export { RISK_OUTPUTS, scoreRisk } from "./risk/risk-model.ts";
export type { RiskModel, RiskScores } from "./risk/risk-model.ts";
export { evaluateRisk, formatRiskEvaluation } from "./risk/evaluate-risk.ts";
export type { RiskCase, RiskEvaluation } from "./risk/evaluate-risk.ts";
export { INITIAL_RISK_LATCH, RISK_DECAY, latchRisk, raiseRisk } from "./risk/latch-risk.ts";
export type { RiskDecay, RiskSign } from "./risk/latch-risk.ts";

// Helplines
export { HELPLINE_COUNTRIES, helplinesFor } from "./helpline/helplines-for.ts";
export type { Helpline, Helplines } from "./helpline/helplines-for.ts";
export { shownResource } from "./helpline/shown-resource.ts";
export type { ShownResource } from "./helpline/shown-resource.ts";

// Audit: records in which a change is found
export { CHAIN_START, firstBreak, nextHash } from "./audit/chain.ts";
export type { ChainedEntry } from "./audit/chain.ts";
export { canonicalJson } from "./audit/canonical-json.ts";
export type { JsonValue } from "./audit/canonical-json.ts";
export { sha256 } from "./audit/sha256.ts";
