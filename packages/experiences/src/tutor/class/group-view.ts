import { LEARNING_FEELINGS } from "../feeling/learning-feeling.ts";
import type { LearningFeeling } from "../feeling/learning-feeling.ts";
import { smallestPart } from "./smallest-part.ts";

/** What a teacher's view is made from: one learner, who never appears in it. */
export interface LearnerRecord {
  readonly learner: string;
  /** By skill, in [0, 1]. */
  readonly mastery: Readonly<Record<string, number>>;
  /** Which feeling was the usual one; absent where the learner has guessing switched off, or nothing was clear. */
  readonly usualFeeling?: LearningFeeling;
}

/** Groups that a teacher has been shown before, whenever that was: as lists of learners. */
export interface ShownBefore {
  readonly groups: readonly (readonly string[])[];
  /** The learners in each group whose feelings were part of it. */
  readonly feelings: readonly (readonly string[])[];
}

/** A share of a group, in quarters: never a count, so that "all of them" and "none of them" are not to be told. */
export type ShareBand =
  "under a quarter" | "a quarter to a half" | "a half to three quarters" | "over three quarters";

/** What a teacher may see of a group. */
export interface GroupView {
  readonly learners: number;
  /** By skill, the group's mean in whole per cent. */
  readonly masteryPercent: Readonly<Record<string, number>>;
  /** For how many of the group each feeling was the usual one; or why that is not told. */
  readonly feelings: Readonly<Record<LearningFeeling, ShareBand>> | Refusal;
}

/** Why something is not shown. */
export type Refusal = "too-few" | "could-be-subtracted";

/** The least number of learners in anything that a teacher sees. */
export const SMALLEST_GROUP = 5;

/**
 * What a teacher may see of a group of learners. Refused for fewer than five, and also where this group beside those
 * shown before would let somebody work out a group of fewer than five by adding and subtracting: of all learners who
 * were in the same ones of these groups, there must be five or none. The time of a view is no way around it.
 *
 * @param group the learners, each once
 * @returns the view, and what to keep as shown for the next time; or the refusal, after which nothing was shown
 * @throws {RangeError} Where a learner is there twice.
 * @example
 * ```ts
 * import { groupView } from "@openempathic/experiences/tutor";
 *
 * const group = ["a", "b", "c", "d"].map((learner) => ({ learner, mastery: { add: 0.5 } }));
 * groupView(group, { groups: [], feelings: [] }); // => { kind: "refused", why: "too-few" }
 * ```
 */
export function groupView(
  group: readonly LearnerRecord[],
  before: ShownBefore,
):
  | { readonly kind: "shown"; readonly view: GroupView; readonly shown: ShownBefore }
  | { readonly kind: "refused"; readonly why: Refusal } {
  const learners = group.map(({ learner }) => learner);
  if (new Set(learners).size < learners.length) {
    throw new RangeError("groupView needs each learner once, got one twice");
  }
  const why = refusalOf(learners, before.groups);
  if (why !== undefined) return { kind: "refused", why };
  const felt = group.filter(({ usualFeeling }) => usualFeeling !== undefined);
  const feelers = felt.map(({ learner }) => learner);
  const whyNot = refusalOf(feelers, before.feelings);
  return {
    kind: "shown",
    view: {
      learners: group.length,
      masteryPercent: meanMastery(group),
      feelings: whyNot ?? bandsOf(felt),
    },
    shown: {
      groups: [...before.groups, learners],
      feelings: whyNot === undefined ? [...before.feelings, feelers] : before.feelings,
    },
  };
}

function refusalOf(learners: readonly string[], before: readonly (readonly string[])[]): Refusal | undefined {
  if (learners.length < SMALLEST_GROUP) return "too-few";
  return smallestPart([...before, learners]) < SMALLEST_GROUP ? "could-be-subtracted" : undefined;
}

/** Skills that not everybody in the group has are left out: their mean would be that of a smaller group. */
function meanMastery(group: readonly LearnerRecord[]): Readonly<Record<string, number>> {
  const skills = Object.keys(group[0]?.mastery ?? {}).filter((skill) =>
    group.every(({ mastery }) => mastery[skill] !== undefined),
  );
  return Object.fromEntries(
    skills.map((skill) => {
      const sum = group.reduce((total, { mastery }) => total + (mastery[skill] ?? 0), 0);
      return [skill, Math.round((100 * sum) / group.length)];
    }),
  );
}

function bandsOf(felt: readonly LearnerRecord[]): Readonly<Record<LearningFeeling, ShareBand>> {
  const band = (feeling: LearningFeeling): ShareBand => {
    const share = felt.filter(({ usualFeeling }) => usualFeeling === feeling).length / felt.length;
    if (share < 0.25) return "under a quarter";
    if (share < 0.5) return "a quarter to a half";
    return share <= 0.75 ? "a half to three quarters" : "over three quarters";
  };
  const [engaged, confused, frustrated, bored] = LEARNING_FEELINGS.map(band);
  // The cast is safe: there are four feelings.
  return { engaged, confused, frustrated, bored } as Readonly<Record<LearningFeeling, ShareBand>>;
}
