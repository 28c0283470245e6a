/** What may be done: purposes and modalities, notices, consent, risk and its latch, helplines. */

// Purposes
export { PURPOSES } from "./purpose.ts";
export type { Purpose } from "./purpose.ts";

// Risk
export { RISK_LEVELS } from "./risk.ts";
export type { RiskJudgement, RiskLatch, RiskLevel, Turn } from "./risk.ts";
