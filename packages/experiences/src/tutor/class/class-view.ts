import type { LearningFeeling } from "../feeling/learning-feeling.ts";
import { groupView } from "./group-view.ts";
import type { LearnerRecord, ShareBand } from "./group-view.ts";
import { renewCircles } from "./learner-circle.ts";
import type { LearnerCircle } from "./learner-circle.ts";

/** One learner of a class, with what they agreed to. */
export interface ClassLearner extends LearnerRecord {
  /** Shows the teacher how far they are, by the name they gave. */
  readonly showsProgress: boolean;
  /** Lets how it usually felt count in a group's figures. */
  readonly sharesFeelings: boolean;
}

/** By skill, a group's mean in whole per cent. */
export type GroupProgress = Readonly<Record<string, number>>;

/** For which part of a group each feeling was the usual one. */
export type GroupFeelings = Readonly<Record<LearningFeeling, ShareBand>>;

/** What a class keeps from one look to the next: who is counted with whom, and what was told. */
export interface ClassCircles {
  readonly progress: readonly LearnerCircle<GroupProgress>[];
  readonly feelings: readonly LearnerCircle<GroupFeelings>[];
}

/** Before anybody was counted. */
export const FIRST_CIRCLES: ClassCircles = { progress: [], feelings: [] };

/** What a teacher sees of a class: groups of five or more, and those who show how far they are themselves. */
export interface ClassView {
  readonly groups: readonly ToldGroup<GroupProgress>[];
  readonly feelings: readonly ToldGroup<GroupFeelings>[];
  /** How many learners are in no group that is told: too few yet, or somebody left theirs. */
  readonly uncounted: number;
  /** Never with how it felt. */
  readonly shown: readonly { readonly learner: string; readonly mastery: GroupProgress }[];
}

/** A group's figures and of when they are. */
export interface ToldGroup<Figures> {
  readonly learners: number;
  /** Milliseconds since the epoch. */
  readonly atMs: number;
  readonly figures: Figures;
}

/**
 * What a teacher sees of a class now. Who shows how far they are is in no group's mean, or the others' could be had by
 * subtracting; feelings have circles of their own, of learners who agreed to it. Figures stay as they were until five of
 * their circle have changed, and end when one leaves.
 *
 * @param learners all who are in the class now, in the order in which they joined
 * @param before what the last look left
 * @returns the view, and what to keep for the next look; nothing of it may be shown
 * @example
 * ```ts
 * import { classView, FIRST_CIRCLES } from "@openempathic/experiences/tutor";
 *
 * const learner = { learner: "m2", mastery: { add: 0.5 }, showsProgress: false, sharesFeelings: true };
 * const { view } = classView([learner], FIRST_CIRCLES, { nowMs: 0, markOf: String });
 * view; // => { groups: [], feelings: [], uncounted: 1, shown: [] }
 * ```
 */
export function classView(
  learners: readonly ClassLearner[],
  before: ClassCircles,
  options: { readonly nowMs: number; readonly markOf: (text: string) => string },
): { readonly view: ClassView; readonly circles: ClassCircles } {
  const { nowMs, markOf } = options;
  const counted = learners.filter(({ showsProgress }) => !showsProgress);
  const progress = renewCircles(
    before.progress,
    counted.map(({ learner, mastery }) => ({ learner, value: { learner, mastery } })),
    { figuresOf: progressOf, markOf: ({ mastery }) => markOf(JSON.stringify(mastery)), nowMs },
  );
  const feelings = renewCircles(
    before.feelings,
    learners
      .filter(({ sharesFeelings }) => sharesFeelings)
      .map(({ learner, usualFeeling }) => ({
        learner,
        ...(usualFeeling === undefined ? {} : { value: { learner, mastery: {}, usualFeeling } }),
      })),
    {
      figuresOf: feelingsOf,
      markOf: ({ learner, usualFeeling }) => markOf(`${learner} ${usualFeeling}`),
      nowMs,
    },
  );
  const groups = toldOf(progress);
  const inGroups = groups.reduce((sum, group) => sum + group.learners, 0);
  return {
    view: {
      groups,
      feelings: toldOf(feelings),
      uncounted: counted.length - inGroups,
      shown: learners
        .filter(({ showsProgress }) => showsProgress)
        .map(({ learner, mastery }) => ({ learner, mastery: percentOf(mastery) })),
    },
    circles: { progress, feelings },
  };
}

function toldOf<Figures>(circles: readonly LearnerCircle<Figures>[]): readonly ToldGroup<Figures>[] {
  return circles.flatMap(({ members, told }) =>
    told === undefined ? [] : [{ learners: members.length, atMs: told.atMs, figures: told.figures }],
  );
}

function progressOf(records: readonly LearnerRecord[]): GroupProgress {
  return viewOf(records).masteryPercent;
}

function feelingsOf(records: readonly LearnerRecord[]): GroupFeelings {
  const { feelings } = viewOf(records);
  if (typeof feelings === "string") throw new RangeError(`classView got a circle that is ${feelings}`);
  return feelings;
}

/** A circle is a group beside which only others that do not overlap it are ever told. */
function viewOf(records: readonly LearnerRecord[]) {
  const seen = groupView(records, { groups: [], feelings: [] });
  if (seen.kind === "refused") throw new RangeError(`classView got a circle that is ${seen.why}`);
  return seen.view;
}

function percentOf(mastery: Readonly<Record<string, number>>): GroupProgress {
  return Object.fromEntries(
    Object.entries(mastery).map(([skill, known]) => [skill, Math.round(100 * known)]),
  );
}
