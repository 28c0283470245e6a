/** People → clips → annotations → aggregates → releases: the rules of the collection, as pure functions. */

// The life of a clip
export { CLIP_STATES, NEW_CLIP } from "./clip/clip-life.ts";
export type { ClipLife, ClipState } from "./clip/clip-life.ts";
export { MOVE_RULES } from "./clip/clip-move.ts";
export type { ClipActor, ClipMove, ClipMoveKind, ClipRole, MoveRule } from "./clip/clip-move.ts";
export { moveClip, replayClip } from "./clip/move-clip.ts";
export type { MovedClip, MoveOutcome, MoveRefusal, MoveRequest } from "./clip/move-clip.ts";
export { CLIP_AUDIT_SCHEMA } from "./clip/audit-event.ts";
export type { ClipAuditEvent } from "./clip/audit-event.ts";
export { screenText } from "./clip/screen-text.ts";
export type { TextScreening } from "./clip/screen-text.ts";

// What is asked
export { QUESTION_SCHEMA, digestOfSchema, makeQuestionSchema } from "./questions/question-schema.ts";
export type { QuestionSchema } from "./questions/question-schema.ts";
export type {
  ChoiceQuestion,
  ComparisonQuestion,
  DescriptionQuestion,
  IntensityQuestion,
  PositionQuestion,
  PresenceQuestion,
  Question,
  QuestionKind,
  QuestionLevel,
  RegionsQuestion,
  TraceQuestion,
  TranscriptQuestion,
  Wording,
} from "./questions/question.ts";
export { STANDARD_SCHEMA_IDS, standardSchema } from "./questions/standard-schemas.ts";
export type { StandardSchemaId } from "./questions/standard-schemas.ts";
export { contrastingCategory } from "./questions/contrasting-category.ts";
export { codebookOf, scaleOf } from "./questions/codebook.ts";
export type { CodebookEntry } from "./questions/codebook.ts";

// What is answered
export { SKIP_REASONS } from "./questions/answer.ts";
export type { Answer, Answers, AnswerValue, Region, SkipReason } from "./questions/answer.ts";
export { readAnswer, readAnswers } from "./questions/read-answer.ts";
export type { ReadAnswer } from "./questions/read-answer.ts";
export { standingAnnotations } from "./assessment/annotation.ts";
export type { Annotation } from "./assessment/annotation.ts";

// What the answers come to
export { ASSESSMENT_VERSION, assessClip, isAnswer } from "./assessment/assess-clip.ts";
export type { Assessment, AssessmentCase, Needed } from "./assessment/assess-clip.ts";
export { NOT_PRESENT } from "./assessment/assess-question.ts";
export type { QuestionOutcome } from "./assessment/assess-question.ts";
export { makeAcceptancePolicy, PRESENCE_POLICY, RATING_POLICY } from "./assessment/acceptance-policy.ts";
export type { AcceptancePolicy } from "./assessment/acceptance-policy.ts";
export { markGold, scoreGold } from "./assessment/mark-gold.ts";
export type { GoldMark, GoldScore } from "./assessment/mark-gold.ts";

// Who may, and what comes next
export { ineligibleFor, OPEN_TO_ALL } from "./assessment/eligibility.ts";
export type {
  ClipAtWork,
  ClipWork,
  EligibilityPolicy,
  Ineligible,
  Worker,
} from "./assessment/eligibility.ts";
export { disagreement, rankTasks } from "./queue/rank-tasks.ts";
export type { TaskCandidate } from "./queue/rank-tasks.ts";
export { claimSlot, decideSubmit } from "./queue/slot.ts";
export type { Slot, SubmitDecision } from "./queue/slot.ts";

// Withdrawal
export {
  firstBrokenRevocation,
  nextRevocation,
  REVOCATION_SCHEMA,
  signedBytesOf,
} from "./withdrawal/revocation.ts";
export type { Revocation, RevocationEntry } from "./withdrawal/revocation.ts";
