import type { Experience } from "../experience.ts";
import { mayPerceiveText, noticesToShow, takeEvent, takeFrameEvent } from "../session/session-frame.ts";
import { checkCourse } from "./course/check-course.ts";
import { takeAnswer, takeFelt, takeHintAsked, takeRewording, takeRewordingAsked } from "./task-acts.ts";
import { openLesson, openTask, skipTask } from "./task-way.ts";
import { takeEstimated, takeJudged, takeSaid } from "./said-acts.ts";
import type { TutorEvent } from "./tutor-event.ts";
import { INITIAL_TUTOR_STATE } from "./tutor-state.ts";
import type { TutorEffect, TutorState } from "./tutor-state.ts";
import { builtInCourse, courseOf } from "./tutor-views.ts";

const PURPOSE = "education";

/**
 * The tutor: lessons and tasks of a course, what is mastered by Bayesian knowledge tracing, and help that goes by how
 * learning seems to feel. From words, correctness, time, hints and the learner's own report only: for education
 * neither voice nor face may be perceived (EU AI Act, Art. 5(1)(f)).
 */
export const tutor: Experience<TutorState, TutorEvent, never, TutorEffect> = {
  id: "tutor",
  purpose: PURPOSE,
  initial: INITIAL_TUTOR_STATE,
  apply: (state, event) => ({
    state: takeEvent(state, event, {
      purpose: PURPOSE,
      usedBy: ["task-asked", "answered", "hint-asked", "said", "felt"],
      change,
    }),
    outputs: [],
  }),
  pendingEffects,
};

function change(state: TutorState, event: TutorEvent): TutorState {
  switch (event.kind) {
    case "course-chosen":
      if (state.place.kind !== "choosing" || builtInCourse(event.courseId) === undefined) return state;
      return begun({ ...state, courseId: event.courseId });
    case "course-brought":
      if (state.place.kind !== "choosing" || checkCourse(event.course).length > 0) return state;
      return begun({ ...state, courseId: "own", ownCourse: event.course });
    case "lesson-opened":
      return openLesson(state, event.unitId);
    case "task-asked":
      return openTask(state, event.atMs);
    case "task-skipped":
      return skipTask(state, event);
    case "answered":
      return takeAnswer(state, event);
    case "hint-asked":
      return takeHintAsked(state, event);
    case "rewording-asked":
      return takeRewordingAsked(state, event);
    case "hint-worded":
    case "hint-not-worded":
      return takeRewording(state, event);
    case "felt":
      return takeFelt(state, event.feeling);
    case "feelings-switched":
      return state.usesFeelings === event.on ? state : { ...state, usesFeelings: event.on };
    case "said":
      return takeSaid(state, event);
    case "risk-judged":
      return takeJudged(state, event);
    case "estimated":
    case "not-estimated":
      return takeEstimated(state, event);
    case "session-started":
    case "notices-shown":
    case "notices-acknowledged":
    case "language-changed":
    case "country-changed":
    default:
      return takeFrameEvent(state, event);
  }
}

function begun(state: TutorState): TutorState {
  const [first] = courseOf(state)?.units ?? [];
  return first === undefined ? state : { ...state, place: { kind: "lesson", unitId: first.id } };
}

function pendingEffects(state: TutorState): readonly TutorEffect[] {
  const { place, said, usesFeelings } = state;
  const mayPerceive = usesFeelings && mayPerceiveText(state);
  const rewording =
    place.kind === "task" && place.rewording?.kind === "waiting" ? place.rewording : undefined;
  return [
    ...noticesToShow(state),
    ...said.filter(({ isJudged }) => !isJudged).map(({ seq }) => ({ kind: "judge-risk", of: seq }) as const),
    ...(mayPerceive
      ? said.filter(({ isRead }) => !isRead).map(({ seq }) => ({ kind: "perceive", of: seq }) as const)
      : []),
    ...(rewording !== undefined && place.kind === "task"
      ? [{ kind: "word-hint", itemId: place.itemId, level: rewording.level } as const]
      : []),
  ];
}
