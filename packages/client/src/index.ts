/** The wire contract as schemas, and a typed client. */

// The client
export { createClient } from "./create-client.ts";
export type { Client, ClientOptions } from "./create-client.ts";
export type { SessionsClient } from "./sessions-client.ts";
export type {
  Clip,
  CollectionClient,
  CollectionStats,
  LabelTask,
  NewAnnotation,
  NewClip,
  NewClipAnswer,
} from "./collection-client.ts";
export type { CallOptions, WriteOptions } from "./call.ts";
export type { Delay } from "./delay.ts";

// Errors
export { ApiError } from "./api-error.ts";
export { ServerUnreachableError } from "./server-unreachable-error.ts";
export { UnexpectedAnswerError } from "./unexpected-answer-error.ts";

// The line from a game
export { openPlayLine } from "./play-line.ts";
export type { PlayAsk, PlayLine, PlaySocket } from "./play-line.ts";
export { playAnswerSchema, playMessageSchema, playSaveSchema } from "./wire/play/play-protocol-schema.ts";
export type { PlayLineAnswer, PlayLineMessage } from "./wire/play/play-protocol-schema.ts";
export { characterFieldsSchema, happeningSchema } from "./wire/play/happening-schema.ts";

// Schemas: sessions and their events
export { EXPERIENCE_IDS, EXPERIENCE_SCHEMAS, experienceIdSchema } from "./wire/experience-schemas.ts";
export type { EventOf, ExperienceId, ExperienceSchemas, PersonEventOf } from "./wire/experience-schemas.ts";
export { companionEventSchema } from "./wire/companion/companion-event-schema.ts";
export { MEMORY_MAX_LENGTH, personEventSchema } from "./wire/companion/person-event-schema.ts";
export { storedEventSchema } from "./wire/frame-event-schema.ts";
export {
  continueSessionSchema,
  eventAnswerSchema,
  eventsAnswerSchema,
  newSessionSchema,
  sessionAnswerSchema,
  sessionSchema,
  sessionsAnswerSchema,
  sessionSummarySchema,
} from "./wire/session-schema.ts";

// Schemas: sessions that several people share
export { invitationAnswerSchema, joinSchema, membershipSchema } from "./wire/sharing-schema.ts";

// The tutor's classes
export type { ClassesClient } from "./classes-client.ts";
export {
  classAnswerSchema,
  classChoicesSchema,
  classesAnswerSchema,
  classInvitationSchema,
  classPlaceSchema,
  classSummarySchema,
  classTokenSchema,
  classViewSchema,
  joinClassSchema,
  newClassSchema,
} from "./wire/class-schema.ts";

// What is told to a learning record store
export type { RecordsClient } from "./records-client.ts";
export {
  newRecordStoreSchema,
  recordSharingSchema,
  recordStoreSchema,
  statementsSchema,
} from "./wire/record-schema.ts";

// Learning platforms
export type { PlatformsClient } from "./platforms-client.ts";
export { newPlatformSchema, platformsSchema, rosterSchema } from "./wire/lti-schema.ts";

// A voice behind the server
export type { VoiceClient } from "./voice-client.ts";
export {
  newVoiceSchema,
  SAID_MAX_LENGTH,
  sayWordsSchema,
  voiceSchema,
  voiceThereSchema,
} from "./wire/voice-schema.ts";
// Schemas: studies and who takes part in them
export {
  studyInvitationSchema,
  studyJoinSchema,
  studyRunsSchema,
  studyTokenSchema,
} from "./wire/study/study-sharing-schema.ts";
export type { StudiesClient, StudyInvitation, StudyJoin, StudyRuns } from "./studies-client.ts";

// Schemas: perception
export { categoryIdSchema, estimateSchema, likelihoodsSchema, spreadSchema } from "./wire/estimate-schema.ts";
export { perceiveAnswerSchema, perceiveRequestSchema, purposeSchema } from "./wire/perceive-schema.ts";
export { checkReportSchema, planSchema, riskJudgementSchema, riskLatchSchema } from "./wire/reply-schema.ts";

// Schemas: the person
export {
  consentAnswerSchema,
  consentsAnswerSchema,
  consentSchema,
  healthSchema,
  meSchema,
  newConsentSchema,
} from "./wire/me-schema.ts";

// Schemas: the collection
export {
  annotationAnswerSchema,
  answerSchema,
  clipAnswerSchema,
  clipReceiptSchema,
  clipsAnswerSchema,
  clipSchema,
  LICENCES,
  newAnnotationSchema,
  newClipAnswerSchema,
  newClipSchema,
  questionSchema,
  statsSchema,
  taskAnswerSchema,
  taskSchema,
} from "./wire/collection-schema.ts";

// Schemas: settings
export {
  apiKeyEntrySchema,
  keysAnswerSchema,
  languageModelSchema,
  languageModelTestAnswerSchema,
  languageModelTestSchema,
  newKeyAnswerSchema,
  newKeySchema,
  newLanguageModelSchema,
} from "./wire/settings-schema.ts";

export { careCountsAnswerSchema } from "./wire/care-schema.ts";

// Schemas: problems, and the fields that schemas are made of
export { problemSchema } from "./wire/problem-schema.ts";
export { countrySchema, idSchema, MESSAGE_MAX_LENGTH, replyLanguageSchema } from "./wire/field.ts";

// Types of the wire
export type {
  ApiKeyEntry,
  ClassChoices,
  ClassInvitation,
  ClassPlace,
  ClassSummary,
  ClassView,
  CareCounts,
  Consent,
  Health,
  JoinClass,
  LanguageModelSetting,
  LanguageModelTest,
  LanguageModelTestAnswer,
  Me,
  NewApiKey,
  NewClass,
  NewConsent,
  NewLanguageModelSetting,
  NewSession,
  PerceiveAnswer,
  PerceiveRequest,
  Problem,
  NewPlatform,
  NewRecordStore,
  NewVoice,
  Platform,
  RecordSharing,
  RecordStore,
  Roster,
  Session,
  SessionSummary,
  Voice,
} from "./wire.ts";

// What other people's apps need to show: notices, and an estimate in other label sets and forms
export { COLLECTION_CONSENT_VERSION, collectionConsentText, noticeText } from "@openempathic/govern";
export { LABEL_SETS, toEmotionML, toHume, toLabelSet } from "@openempathic/affect";
export type { Estimate } from "@openempathic/affect";
export type { CompanionEvent, PersonEvent } from "@openempathic/experiences";

// What they need to follow a session: the companion's fold
export { companion, conversationOf, memoriesOf, messageOf } from "@openempathic/experiences";
export type { CompanionShow, CompanionState, Memory } from "@openempathic/experiences";
