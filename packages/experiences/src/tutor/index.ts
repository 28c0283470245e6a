/** Tutor: lessons and tasks, mastery by knowledge tracing, and help that goes by how learning seems to feel. */

// The fold
export { tutor } from "./tutor.ts";
export { INITIAL_TUTOR_STATE } from "./tutor-state.ts";
export type { Rewording, Said, TaskPlace, TutorEffect, TutorPlace, TutorState } from "./tutor-state.ts";
export type { RewordingTrouble, TutorEvent, TutorPersonEvent, TutorPlatformEvent } from "./tutor-event.ts";

// Reading its state
export { builtInCourse, courseOf, feelingOf, hintsOf, masteryOf, taskOf, unitOf } from "./tutor-views.ts";

// Courses
export type {
  ChoiceItem,
  Course,
  Item,
  ItemFrame,
  NumberItem,
  Skill,
  TextItem,
  Unit,
} from "./course/course.ts";
export { BUILT_IN_COURSES } from "./courses/built-in-courses.ts";
export { checkCourse } from "./course/check-course.ts";
export { COURSE_LIMITS } from "./course/course-limits.ts";
export { judgeAnswer, readNumber } from "./course/judge-answer.ts";
export type { AnswerJudgement } from "./course/judge-answer.ts";
export { lessonBlocks } from "./course/lesson-blocks.ts";
export type { LessonBlock, LessonWords } from "./course/lesson-blocks.ts";

// Courses of one's own
export { readGift } from "./course/read-gift.ts";
export { readCsv } from "./course/read-csv.ts";
export { FILE_LIMIT } from "./course/course-of-questions.ts";
export { faultText } from "./course/file-fault.ts";
export type { CourseAbout, CourseReading, FaultReason, FileFault } from "./course/file-fault.ts";

// Mastery
export {
  afterAnswer,
  ASSUMED_KNOWLEDGE,
  KNOWLEDGE_RANGES,
  knownAfter,
  MASTERED,
  predictRight,
} from "./mastery/knowledge.ts";
export type { KnowledgeParameters } from "./mastery/knowledge.ts";
export { masteryAfter } from "./mastery/mastery.ts";
export type { Mastery } from "./mastery/mastery.ts";
export { fitKnowledge } from "./mastery/fit-knowledge.ts";
export type { FitOptions, FittedKnowledge } from "./mastery/fit-knowledge.ts";
export { tracedKnowledge } from "./mastery/traced-knowledge.ts";
export type { TracedKnowledge } from "./mastery/traced-knowledge.ts";

// How learning feels
export { FIRST_BELIEF, LEARNING_FEELINGS, TRANSITIONS } from "./feeling/learning-feeling.ts";
export type { ByFeeling, LearningFeeling } from "./feeling/learning-feeling.ts";
export { filterFeeling } from "./feeling/filter-feeling.ts";
export { answerEvidence, paceOf, wishEvidence } from "./feeling/act-evidence.ts";
export type { Pace } from "./feeling/act-evidence.ts";
export { wordEvidence } from "./feeling/word-evidence.ts";
export { readFeeling } from "./feeling/feeling-reading.ts";
export type { FeelingReading, FeelingTrace } from "./feeling/feeling-reading.ts";

// What to do next
export { chooseMove, praiseFor } from "./policy/choose-move.ts";
export type { ChosenMove, Move, MoveInput, MoveReason, Praise } from "./policy/choose-move.ts";
export { isMastered, nextTask } from "./policy/next-task.ts";
export type { CourseProgress, TaskChoice, TaskReason } from "./policy/next-task.ts";
export { hintLadder, rightAnswer } from "./policy/hint-ladder.ts";

// For teachers and other systems
export { groupView, SMALLEST_GROUP } from "./class/group-view.ts";
export type { GroupView, LearnerRecord, Refusal, ShareBand, ShownBefore } from "./class/group-view.ts";
export { smallestPart } from "./class/smallest-part.ts";
export { classView, FIRST_CIRCLES } from "./class/class-view.ts";
export type {
  ClassCircles,
  ClassLearner,
  ClassView,
  GroupFeelings,
  GroupProgress,
  ToldGroup,
} from "./class/class-view.ts";
export { renewCircles } from "./class/learner-circle.ts";
export type { CircleCandidate, CircleRules, LearnerCircle, ToldFigures } from "./class/learner-circle.ts";
export { learnerRecord } from "./class/learner-record.ts";
export { xapiStatements } from "./record/xapi-statements.ts";
export type { XapiOptions } from "./record/xapi-statements.ts";
export type { XapiActivity, XapiStatement } from "./record/xapi-statement.ts";

// A class to try it on
export { simulateClass } from "./class/simulate-class.ts";
export type { ClassArm, ClassPlan, Mean, SimulatedClass } from "./class/simulate-class.ts";
export { simulateSession } from "./class/simulate-session.ts";
export type { SessionPlan, SimulatedSession } from "./class/simulate-session.ts";
