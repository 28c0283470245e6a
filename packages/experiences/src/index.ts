/**
 * Uses of the platform, each a pure fold over events. The companion and what all share are here; every other
 * experience is entered by its own name, such as `@openempathic/experiences/calm`.
 */

// The contract
export type { Experience, Step } from "./experience.ts";

// What the sessions of all experiences share
export {
  dueAmong,
  INITIAL_SESSION_FRAME,
  mayPerceiveText,
  noticesToShow,
  takeEvent,
  takeFrameEvent,
} from "./session/session-frame.ts";
export type { SessionFrame, ShowNotices, TakeRules } from "./session/session-frame.ts";
export type {
  FrameEvent,
  FramePersonEvent,
  FramePlatformEvent,
  Stamp,
  StoredEvent,
  Unstamped,
} from "./session/session-event.ts";

// Companion: the fold
export { companion, replayCompanion } from "./companion/companion.ts";
export { pendingEffects } from "./companion/pending-effects.ts";
export type {
  CompanionEvent,
  PersonEvent,
  PlatformEvent,
  ShownResource,
} from "./companion/companion-event.ts";
export type { CompanionEffect, CompanionOutput, CompanionShow } from "./companion/companion-output.ts";

// Companion: reading its state
export {
  affectHistoryOf,
  conversationOf,
  memoriesOf,
  messageOf,
  titleOf,
  turnsOf,
} from "./companion/conversation.ts";
export { INITIAL_COMPANION_STATE } from "./companion/companion-state.ts";
export type {
  AffectPoint,
  CheckIn,
  CheckInEntry,
  CompanionState,
  ConversationEntry,
  Memory,
  MemoryProposal,
  MessageEntry,
  NoticesEntry,
  Reply,
  ReplyAuthor,
} from "./companion/companion-state.ts";

// Companion: its parts
export { checkInGreeting } from "./companion/check-in.ts";
export { redactMemory } from "./companion/memory.ts";
export { smallFacts } from "./companion/small-facts.ts";
export { nextDailyTime } from "./companion/next-daily-time.ts";
export type { DailyTime } from "./companion/next-daily-time.ts";
export type { Chronicle } from "./companion/chronicle.ts";

// Council: the fold
export { council, replayCouncil } from "./council/council.ts";
export { pendingCouncilEffects } from "./council/council-outputs.ts";
export { judgeCare } from "./council/judge-care.ts";
export type { CareOptions } from "./council/judge-care.ts";
export { councilEventFor, withoutAnswersOf } from "./council/view-event.ts";
export type { CouncilViewer } from "./council/view-event.ts";
export type { CouncilEffect, CouncilOutput, CouncilShow } from "./council/council-output.ts";
export type {
  AnswerSeal,
  CareFinding,
  CouncilAnswer,
  CouncilEvent,
  CouncilPersonEvent,
  CouncilPlatformEvent,
  OpenFirstAnswer,
  RevealedAnswer,
  StoredPersonEvent,
  Suggestion,
  SuggestionTopic,
} from "./council/council-event.ts";
export {
  councilAnswerSchema,
  councilEventSchema,
  councilPersonEventSchema,
} from "./council/council-event-schema.ts";
export {
  COUNCIL_NAME_MAX_LENGTH,
  COUNCIL_TEXT_MAX_LENGTH,
  councilItemSchema,
} from "./council/council-item-schema.ts";

// Council: what its record holds
export { NOTHING, keyOfItem, wordsOfItem } from "./council/council-item.ts";
export type {
  BiasCheck,
  Consequence,
  CouncilItem,
  CouncilOption,
  CouncilPart,
  Decision,
  Frame,
  Impact,
  ImpactBasis,
  Leaning,
  LensAnswer,
  LikelihoodBand,
  Objection,
  OpenQuestion,
  Outcome,
  OwnReason,
  PerspectiveFlip,
  Revisit,
  Stakeholder,
  ValueNote,
} from "./council/council-item.ts";
export { ABSENT_PROMPTS, BIASES, LENSES, STANCES, VALUES } from "./council/council-lists.ts";
export type { AbsentPrompt, Bias, Lens, Stance, ValueName, ValueTaxonomy } from "./council/council-lists.ts";
export { councilWords } from "./council/council-words.ts";
export type { CouncilWords, NamedWords, RecordWord } from "./council/council-words.ts";

// Council: reading its state
export { HOST, INITIAL_COUNCIL_STATE } from "./council/council-state.ts";
export type {
  CouncilMember,
  CouncilRound,
  CouncilState,
  FirstAnswer,
  ItemHistory,
  ItemVersion,
  SuggestionRequest,
} from "./council/council-state.ts";
export {
  currentItem,
  currentOf,
  historiesOf,
  isSetAside,
  itemsOf,
  optionsOf,
} from "./council/read-council.ts";
export { earlierOf } from "./council/council-history.ts";
export type { EarlierWords } from "./council/council-history.ts";
export { suggestionsFor } from "./council/suggest.ts";
export {
  FEWEST_ANSWERS,
  MOST_ANSWERS,
  isFromHost,
  isOpenToMembers,
  mayAnswer,
} from "./council/share-council.ts";
export { MOST_ROOM_RATIO, optionBalance } from "./council/option-balance.ts";
export type { Imbalance, OptionBalance } from "./council/option-balance.ts";
export { councilDifferences } from "./council/council-differences.ts";
export type { CouncilDifferences, OptionView } from "./council/council-differences.ts";

// Council: its record as a file
export { councilMarkdown } from "./council/council-markdown.ts";
export { COUNCIL_RECORD_SCHEMA, fingerprintOf, writeCouncilRecord } from "./council/write-council-record.ts";
export { RECORD_MAX_LENGTH, continuesRecord, readCouncilRecord } from "./council/read-council-record.ts";
export type { CouncilRecord } from "./council/read-council-record.ts";
export { InvalidCouncilRecordError } from "./council/invalid-council-record-error.ts";

// Council: a plan to release data
export { reviewReleasePlan } from "./council/review-release-plan.ts";
export type { PlannedGroup, ReleaseFinding, ReleasePlan } from "./council/review-release-plan.ts";
