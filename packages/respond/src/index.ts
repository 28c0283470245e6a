/** From a state and a conversation to a reply: need, strategy, wording, check. */

// Planning
export type { Need, Plan, ReplyLanguage, Strategy } from "./plan.ts";

// Checking
export type { CheckFinding, CheckReport, CheckRule } from "./check.ts";
