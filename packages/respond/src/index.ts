/** From a state and a conversation to a reply: need, strategy, wording, check. */

// Planning
export { planReply } from "./planning/plan-reply.ts";
export type { PlanInput } from "./planning/plan-reply.ts";
export { planPrompt } from "./planning/plan-prompt.ts";
export type { PromptInput } from "./planning/plan-prompt.ts";
export { feelingName, likelyFeelings } from "./planning/feelings.ts";
export type { LikelyFeeling } from "./planning/feelings.ts";
export type { Need, Plan, ReplyLanguage, Strategy } from "./plan.ts";

// The words of a conversation
export { foldText } from "./words/fold-text.ts";
export { isGoodbye } from "./words/goodbye.ts";
export { identifyReplyLanguage, messageLanguage } from "./words/reply-language.ts";

// Without a language model
export { listen } from "./listening/listen.ts";
export { turnEnglish } from "./listening/turn-english.ts";
export { turnGerman } from "./listening/turn-german.ts";
export type { ListenInput } from "./listening/listen.ts";

// In a crisis
export { crisisAnswer } from "./crisis/crisis-answer.ts";
export type { CrisisAnswer, CrisisInput } from "./crisis/crisis-answer.ts";
export { openStep } from "./crisis/crisis-ladder.ts";
export type { CrisisStep } from "./crisis/crisis-words.ts";

// Checking
export { checkSentence } from "./checking/check-sentence.ts";
export type { BrokenRule, CheckOptions } from "./checking/check-sentence.ts";
export { checkedStream } from "./checking/checked-stream.ts";
export type { CheckedStreamOptions } from "./checking/checked-stream.ts";
export { openReplyCheck } from "./checking/reply-check.ts";
export type { CheckedPart, ReplyCheck, ReplyCheckOptions } from "./checking/reply-check.ts";
export { replacementFor } from "./checking/replacement-for.ts";
export { COUNCIL_RULES } from "./check.ts";
export type { CheckFinding, CheckReport, CheckRule, CouncilRule } from "./check.ts";

// The council set: further rules, held against a text where that is asked for
export { checkCouncil } from "./council/check-council.ts";
export type { CouncilFinding } from "./council/check-council.ts";
export { evaluateCouncil, formatCouncilEvaluation } from "./council/evaluate-council.ts";
export type { CouncilCase, CouncilScore } from "./council/evaluate-council.ts";
export type { FoundWords } from "./council/find-in-text.ts";
export { findCovertHarm } from "./council/find-covert-harm.ts";
export type { HarmRule } from "./council/covert-harm-phrases.ts";
export { findReferrals } from "./council/find-referral.ts";
export type { ReferralField } from "./council/find-referral.ts";

// Language models
export { openLanguageModel } from "./model/open-language-model.ts";
export { testLanguageModel } from "./model/test-language-model.ts";
export { LanguageModelUnavailableError } from "./model/language-model-unavailable-error.ts";
export type {
  DataRequest,
  LanguageModel,
  LanguageModelSettings,
  WordingRequest,
} from "./model/language-model.ts";
export type { LanguageModelTest, LanguageModelTestRequest } from "./model/test-language-model.ts";
export type { LanguageModelTrouble } from "./model/language-model-unavailable-error.ts";

// Answering
export { answer } from "./answer/answer.ts";
export type { AnswerDone, AnswerEvent, AnswerRequest } from "./answer/answer-event.ts";

// Asking for data
export { askStructured } from "./structured/ask-structured.ts";
export type { StructuredAnswer, StructuredRequest } from "./structured/structured-answer.ts";

// The gateway
export { openGateway } from "./gateway/gateway.ts";
export type { Gateway } from "./gateway/gateway.ts";
export { toResponse } from "./gateway/gateway-answer.ts";
export type { GatewayAnswer, GatewayRequest } from "./gateway/gateway-answer.ts";
export { sendByFetch } from "./gateway/send-upstream.ts";
export type { SendUpstream, UpstreamReturn, UpstreamSending } from "./gateway/send-upstream.ts";
export { GATEWAY_BOUNDS } from "./gateway/gateway-options.ts";
export type {
  GatewayBounds,
  GatewayCall,
  GatewayOptions,
  GatewaySessionPicture,
} from "./gateway/gateway-options.ts";
export { GatewayRefusal } from "./gateway/gateway-refusal.ts";
export { LISTENER_MODEL } from "./gateway/own-completion.ts";
export type { EmpathyExplanation, EmpathyReport } from "./gateway/empathy-report.ts";
export type { Upstream } from "./gateway/ask-upstream.ts";
