/** Ethical decisions, thought through with care: a record that only grows, and no verdict. */

// Council: the fold
export { council, replayCouncil } from "./council.ts";
export { pendingCouncilEffects } from "./pending-council-effects.ts";
export { judgeCare } from "./judge-care.ts";
export type { CareOptions } from "./judge-care.ts";
export { councilEventFor, leavingOf, withoutAnswersOf } from "./view-event.ts";
export type { CouncilViewer } from "./view-event.ts";
export type { CouncilEffect } from "./council-effect.ts";
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
} from "./council-event.ts";
export { councilAnswerSchema, councilEventSchema, councilPersonEventSchema } from "./council-event-schema.ts";
export {
  COUNCIL_NAME_MAX_LENGTH,
  COUNCIL_TEXT_MAX_LENGTH,
  councilItemSchema,
} from "./council-item-schema.ts";

// Council: what its record holds
export { NOTHING, keyOfItem, wordsOfItem } from "./council-item.ts";
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
} from "./council-item.ts";
export { ABSENT_PROMPTS, BIASES, LENSES, STANCES, VALUES } from "./council-lists.ts";
export type { AbsentPrompt, Bias, Lens, Stance, ValueName, ValueTaxonomy } from "./council-lists.ts";
export { councilWords } from "./choose-council-words.ts";
export type { CouncilWords, NamedWords, RecordWord } from "./council-words.ts";

// Council: reading its state
export { HOST, INITIAL_COUNCIL_STATE } from "./council-state.ts";
export type {
  CouncilMember,
  CouncilRound,
  CouncilState,
  FirstAnswer,
  ItemHistory,
  ItemVersion,
  SuggestionRequest,
} from "./council-state.ts";
export { currentItem, currentOf, historiesOf, isSetAside, itemsOf, optionsOf } from "./read-council.ts";
export { earlierOf } from "./council-history.ts";
export type { EarlierWords } from "./council-history.ts";
export { suggestionsFor } from "./suggest.ts";
export { FEWEST_ANSWERS, MOST_ANSWERS } from "./council-lists.ts";
export { isFromHost, isOpenToMembers, mayAnswer } from "./share-council.ts";
export { MOST_ROOM_RATIO, optionBalance } from "./option-balance.ts";
export type { Imbalance, OptionBalance } from "./option-balance.ts";
export { councilDifferences } from "./council-differences.ts";
export type { CouncilDifferences, OptionView } from "./council-differences.ts";

// Council: its record as a file
export { councilMarkdown } from "./council-markdown.ts";
export { COUNCIL_RECORD_SCHEMA, fingerprintOf, writeCouncilRecord } from "./write-council-record.ts";
export { RECORD_MAX_LENGTH, continuesRecord, readCouncilRecord } from "./read-council-record.ts";
export { continueCouncil } from "./continue-council.ts";
export type { CouncilRecord } from "./read-council-record.ts";
export { InvalidCouncilRecordError } from "./invalid-council-record-error.ts";

// Council: a plan to release data
export { reviewReleasePlan } from "./review-release-plan.ts";
export type { PlannedGroup, ReleaseFinding, ReleasePlan } from "./review-release-plan.ts";
