import { SMALLEST_GROUP } from "./group-view.ts";

/**
 * Learners whose figures are only ever told together. A circle has five or more, is never joined later, and no learner
 * is in two; so whatever is added and subtracted, nothing smaller than a circle can be worked out.
 */
export interface LearnerCircle<Figures> {
  /** By what name the class knows them. */
  readonly members: readonly string[];
  /** Somebody left, so that it is never told again: what is left could be had by subtracting. */
  readonly isEnded: boolean;
  /** What was last told; absent once it is ended. */
  readonly told?: ToldFigures<Figures>;
}

/** What was told of a circle, and when. */
export interface ToldFigures<Figures> {
  /** Milliseconds since the epoch. */
  readonly atMs: number;
  readonly figures: Figures;
  /** A mark of each member's value at that time, to see who has changed since; the value cannot be read from it. */
  readonly marks: Readonly<Record<string, string>>;
}

/** Somebody who may be counted. */
export interface CircleCandidate<Value> {
  readonly learner: string;
  /** Absent while nothing is known. */
  readonly value?: Value;
}

/** How circles are told. */
export interface CircleRules<Value, Figures> {
  readonly figuresOf: (values: readonly Value[]) => Figures;
  /** A keyed digest. */
  readonly markOf: (value: Value) => string;
  /** Milliseconds since the epoch. */
  readonly nowMs: number;
}

/**
 * Brings circles up to date. One that somebody left ends. Those who are in none yet make new ones of five to nine, once
 * there are five of them. And a circle's figures are told anew only when five or more of its members have changed, since
 * otherwise the difference between two days would be that of fewer.
 *
 * @param candidates all who are in the class now and may be counted
 * @example
 * ```ts
 * import { renewCircles } from "@openempathic/experiences/tutor";
 *
 * const rules = { figuresOf: (values: readonly number[]) => values.length, markOf: String, nowMs: 0 };
 * const four = ["a", "b", "c", "d"].map((learner) => ({ learner, value: 1 }));
 * renewCircles([], four, rules); // => []
 * ```
 */
export function renewCircles<Value, Figures>(
  circles: readonly LearnerCircle<Figures>[],
  candidates: readonly CircleCandidate<Value>[],
  rules: CircleRules<Value, Figures>,
): readonly LearnerCircle<Figures>[] {
  const present = new Map(candidates.map((each) => [each.learner, each]));
  const kept = circles.map((circle): LearnerCircle<Figures> =>
    circle.isEnded || circle.members.some((member) => !present.has(member))
      ? { members: circle.members, isEnded: true }
      : circle,
  );
  const taken = new Set(circles.flatMap(({ members }) => members));
  const free = candidates.filter(({ learner, value }) => value !== undefined && !taken.has(learner));
  const made = dealt(free.map(({ learner }) => learner)).map((members) => ({ members, isEnded: false }));
  return [...kept, ...made].map((circle) => toldAnew(circle, present, rules));
}

function toldAnew<Value, Figures>(
  circle: LearnerCircle<Figures>,
  present: ReadonlyMap<string, CircleCandidate<Value>>,
  { figuresOf, markOf, nowMs }: CircleRules<Value, Figures>,
): LearnerCircle<Figures> {
  if (circle.isEnded) return circle;
  const known = circle.members.flatMap((member) => {
    const value = present.get(member)?.value;
    return value === undefined ? [] : [{ member, value, mark: markOf(value) }];
  });
  if (known.length < circle.members.length) return circle;
  const changed = known.filter(({ member, mark }) => circle.told?.marks[member] !== mark);
  if (changed.length < SMALLEST_GROUP) return circle;
  const marks = Object.fromEntries(known.map(({ member, mark }) => [member, mark]));
  return { ...circle, told: { atMs: nowMs, figures: figuresOf(known.map(({ value }) => value)), marks } };
}

/** Deals learners into as many circles as can have five, as even as can be. */
function dealt(learners: readonly string[]): readonly (readonly string[])[] {
  const count = Math.floor(learners.length / SMALLEST_GROUP);
  return Array.from({ length: count }, (_, index) =>
    learners.slice(
      Math.floor((index * learners.length) / count),
      Math.floor(((index + 1) * learners.length) / count),
    ),
  );
}
