/** From a state and a conversation to a reply: need, strategy, wording, check. */

// Planning
export type { Need, Plan, ReplyLanguage, Strategy } from "./plan.ts";

// Checking
export type { CheckFinding, CheckReport, CheckRule } from "./check.ts";

// Language models
export { openLanguageModel } from "./model/open-language-model.ts";
export { testLanguageModel } from "./model/test-language-model.ts";
export { LanguageModelUnavailableError } from "./model/language-model-unavailable-error.ts";
export type { LanguageModel, LanguageModelSettings, WordingRequest } from "./model/language-model.ts";
export type { LanguageModelTest, LanguageModelTestRequest } from "./model/test-language-model.ts";
export type { LanguageModelTrouble } from "./model/language-model-unavailable-error.ts";
