import type { Course } from "../course/course.ts";
import { isMastered } from "../policy/next-task.ts";
import { tutor } from "../tutor.ts";
import type { TutorEvent } from "../tutor-event.ts";
import type { TutorState } from "../tutor-state.ts";
import { courseOf, masteryOf, taskOf } from "../tutor-views.ts";
import { xapiActivity } from "./xapi-activity.ts";
import type { XapiStatement } from "./xapi-statement.ts";

/** Who did it, and where its activities have their addresses. */
export interface XapiOptions {
  /** A pseudonym at a home page; statements carry no other name. */
  readonly account: { readonly homePage: string; readonly name: string };
  /** Under which address the courses' activities are: "https://learn.example/courses". */
  readonly root: string;
  /** Gives a UUID for each statement; without it the record store does. */
  readonly newId?: () => string;
  /** A UUID for the session as a whole. */
  readonly registration?: string;
}

const VERBS = "http://adlnet.gov/expapi/verbs";

/**
 * What a session was, for a learning record store: lessons that were opened, answers, skills as they are mastered, and
 * the course's end. Never how it felt, nor anything in the learner's own words: an answer in words is only told where it
 * is one of those that count as right.
 *
 * @param events all events of one session, oldest first
 */
export function xapiStatements(
  events: readonly TutorEvent[],
  options: XapiOptions,
): readonly XapiStatement[] {
  const statements: XapiStatement[] = [];
  let state = tutor.initial;
  for (const event of events) {
    const next = tutor.apply(state, event).state;
    if (next !== state) statements.push(...between(state, next, { event, options }));
    state = next;
  }
  return statements;
}

interface Happened {
  readonly event: TutorEvent;
  readonly options: XapiOptions;
}

type Told = Pick<XapiStatement, "object" | "result"> & { readonly verb: string };

function between(before: TutorState, after: TutorState, happened: Happened): readonly XapiStatement[] {
  const course = courseOf(after);
  if (course === undefined) return [];
  const { root } = happened.options;
  const told: Told[] = [];
  const { place } = after;
  if (place.kind === "lesson" && place !== before.place) {
    const unit = course.units.find(({ id }) => id === place.unitId);
    if (unit !== undefined) told.push({ verb: "experienced", object: xapiActivity(root, course, { unit }) });
  }
  told.push(...answerTold(before, after, happened));
  for (const { skill, mastery } of masteryOf(after)) {
    const was = isMastered(course, before.progress, skill.id);
    if (was || !isMastered(course, after.progress, skill.id)) continue;
    const result = { success: true, score: { scaled: mastery.known } };
    told.push({ verb: "mastered", object: xapiActivity(root, course, { skill }), result });
  }
  if (place.kind === "finished" && before.place.kind !== "finished") {
    told.push({
      verb: "completed",
      object: xapiActivity(root, course, undefined),
      result: { completion: true },
    });
  }
  return told.map((each) =>
    statementOf(each, course, { ...happened, atMs: after.atMs ?? happened.event.atMs }),
  );
}

function answerTold(before: TutorState, after: TutorState, { event, options }: Happened): readonly Told[] {
  const course = courseOf(after);
  const item = taskOf(before);
  if (event.kind !== "answered" || course === undefined || item === undefined) return [];
  if (before.place.kind !== "task" || after.place.kind !== "task") return [];
  const judgement = after.place.last?.judgement;
  if (judgement === undefined || judgement === "unreadable") return [];
  const seconds = ((after.atMs ?? 0) - before.place.sinceMs) / 1000;
  const isRight = judgement === "right";
  // A wrong answer in words is whatever the learner wrote; a choice is an index and a number only a number.
  const isPlain = item.kind !== "text" || isRight;
  const result = {
    success: isRight,
    ...(isPlain ? { response: event.answer } : {}),
    duration: `PT${seconds.toFixed(2)}S`,
  };
  return [{ verb: "answered", object: xapiActivity(options.root, course, { item }), result }];
}

function statementOf(
  { verb, object, result }: Told,
  course: Course,
  { options, atMs }: Happened & { readonly atMs: number },
): XapiStatement {
  const { account, newId, registration, root } = options;
  return {
    ...(newId === undefined ? {} : { id: newId() }),
    actor: { objectType: "Agent", account },
    verb: { id: `${VERBS}/${verb}`, display: { en: verb } },
    object,
    ...(result === undefined ? {} : { result }),
    context: {
      ...(registration === undefined ? {} : { registration }),
      platform: "Open Empathic",
      language: course.language,
      contextActivities: { parent: [xapiActivity(root, course, undefined)] },
    },
    timestamp: new Date(atMs).toISOString(),
  };
}
