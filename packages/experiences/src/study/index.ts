/** Psychological research: a protocol that is frozen before its first participant, runs, scores, and files for others. */

// Study: the fold
export { replayStudy, study } from "./run/study.ts";
export type { StudyOutput } from "./run/study.ts";
export type {
  StudyCare,
  StudyEvent,
  StudyPersonEvent,
  StudyPlatformEvent,
  WorkRef,
} from "./run/study-event.ts";
export { INITIAL_STUDY_STATE, fateOf, workKey } from "./run/study-state.ts";
export type {
  Prompt,
  PromptFate,
  StudyEffect,
  StudyRun,
  StudyState,
  TaskWork,
  Unjudged,
} from "./run/study-state.ts";
export { isFor, isOpen, openPrompt, placeOf, promptTask, taskOf, workOf } from "./run/read-run.ts";
export type { RunPlace } from "./run/read-run.ts";
export { schedulePrompts } from "./run/schedule-prompts.ts";
export type { PromptPlan } from "./run/schedule-prompts.ts";
export { isSafetyAnswer, judgeStudyAnswer, needsCare, unjudgedAnswer } from "./care/judge-answer.ts";

// Study: the protocol
export { PROTOCOL_LIMITS, PROTOCOL_SCHEMA } from "./protocol/protocol.ts";
export type {
  ConsentText,
  DayStretch,
  GridTask,
  LabelTask,
  OwnTextTask,
  PageTask,
  QuestionnaireTask,
  RateTextsTask,
  Sampling,
  SliderTask,
  StudyProtocol,
  StudyTask,
} from "./protocol/protocol.ts";
export { instrumentSchema, studyProtocolSchema, studyTaskSchema } from "./protocol/protocol-schema.ts";
export { checkProtocol } from "./protocol/check-protocol.ts";
export type { ProtocolFault } from "./protocol/protocol-fault.ts";
export { PROTOCOL_FILE_MAX_LENGTH, readProtocol } from "./protocol/read-protocol.ts";
export type { ProtocolReading } from "./protocol/read-protocol.ts";
export { protocolHash } from "./protocol/freeze-protocol.ts";
export { allocate, williamsSquare } from "./protocol/allocate.ts";
export type { Allocation } from "./protocol/allocate.ts";
export { fitsDatum } from "./protocol/datum.ts";
export type { Datum, DatumLevel, DatumValue, ZeroPoint } from "./protocol/datum.ts";
export { taskData, textsToRead } from "./protocol/task-data.ts";

// Study: instruments
export { keyedAnswer, responseRange } from "./instrument/instrument.ts";
export type {
  Instrument,
  InstrumentItem,
  InstrumentScale,
  ResponseOption,
  ScoreBand,
} from "./instrument/instrument.ts";
export { instrumentTemplates, openInstruments } from "./instrument/library.ts";
export { scoreRange, scoreScale } from "./instrument/score-scale.ts";
export type { ScaleScore } from "./instrument/score-scale.ts";

// Study: trying it out with people who do not exist
export { simulatedParticipant } from "./simulate/simulated-participant.ts";
export type { SimulatedParticipant } from "./simulate/simulated-participant.ts";
export { simulateRun } from "./simulate/simulate-run.ts";
export type { SimulatedRunOptions } from "./simulate/simulate-run.ts";

// Study: what its data say
export { readStudyData } from "./analysis/study-data.ts";
export type { StoredRun, StudyData, StudyRecord } from "./analysis/study-data.ts";
export { consort, endOf } from "./analysis/consort.ts";
export type { ArmFlow, Consort } from "./analysis/consort.ts";
export { RESAMPLING, scaleReliabilities } from "./analysis/reliability.ts";
export type { Resampling, ScaleReliability } from "./analysis/reliability.ts";
export { retests } from "./analysis/retest.ts";
export type { Retest } from "./analysis/retest.ts";
export { ceilings, convergence } from "./analysis/objectivity.ts";
export type { Ceiling, Convergence } from "./analysis/objectivity.ts";
export { samplingFates } from "./analysis/sampling-fates.ts";
export type { SamplingFates } from "./analysis/sampling-fates.ts";

// Study: files
export { studyFiles, studyTables } from "./export/study-files.ts";
export { tableCsv, tableTsv } from "./export/table.ts";
export type { StudyFile, StudyTable, TableRow } from "./export/table.ts";
export { studyReport } from "./report/study-report.ts";
export { consortPicture, consortText } from "./report/consort-picture.ts";
export { intervalPicture } from "./report/interval-picture.ts";
export { scatterPicture } from "./report/scatter-picture.ts";
export { figureText } from "./report/figure-text.ts";
export { pictureSvg } from "./report/picture.ts";
export type { Picture, Shape, Tone } from "./report/picture.ts";
