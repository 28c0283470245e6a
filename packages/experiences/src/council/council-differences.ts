import { collectRatings, krippendorffAlpha } from "@openempathic/measure";
import type { CouncilAnswer } from "./council-event.ts";
import { STANCES } from "./council-lists.ts";
import type { Stance } from "./council-lists.ts";

/** How people see one option: how many at each stance, in the order of `STANCES`. */
export interface OptionView {
  readonly optionId: string;
  readonly counts: Readonly<Record<Stance, number>>;
  readonly answered: number;
  /** Both somebody who could not live with it or is uneasy, and somebody who can or is at ease. */
  readonly isSplit: boolean;
}

/** Where people differ: counts only, no mean and no winner. */
export interface CouncilDifferences {
  readonly people: number;
  readonly options: readonly OptionView[];
  /** How many lean to each option; `""`: to none. */
  readonly leanings: Readonly<Record<string, number>>;
  /** How many named each value among what weighs most. */
  readonly values: Readonly<Record<string, number>>;
  /** How many worry most about each stakeholder. */
  readonly worries: Readonly<Record<string, number>>;
  /**
   * How far people rank the options alike: Krippendorff's alpha on stances as ordered steps, 1 for alike, 0 as by
   * chance. `undefined` with the reason where it cannot be told. With few people and options it is a hint at most.
   */
  readonly agreement: { readonly value: number | undefined; readonly why?: string };
}

/**
 * Lays several people's answers beside each other.
 *
 * @param optionIds the options, in the order to show them
 * @param answers one a person
 *
 * @example
 * ```ts
 * import { councilDifferences } from "@openempathic/experiences/council";
 *
 * const answer = (stance: "uneasy" | "at-ease") =>
 *   ({ stances: { move: stance }, leaning: null, values: [], reason: "" }) as const;
 * const { options } = councilDifferences(["move"], [answer("uneasy"), answer("at-ease")]);
 * options[0]?.isSplit; // => true
 * ```
 */
export function councilDifferences(
  optionIds: readonly string[],
  answers: readonly CouncilAnswer[],
): CouncilDifferences {
  return {
    people: answers.length,
    options: optionIds.map((optionId) => viewOf(optionId, answers)),
    leanings: tally(answers.map(({ leaning }) => leaning ?? "")),
    values: tally(answers.flatMap(({ values }) => values)),
    worries: tally(answers.flatMap(({ worriedFor }) => worriedFor ?? [])),
    agreement: agreementOf(optionIds, answers),
  };
}

function viewOf(optionId: string, answers: readonly CouncilAnswer[]): OptionView {
  const stances = answers.flatMap((answer) => stanceOn(answer, optionId) ?? []);
  // The cast is safe: each stance has its count.
  const counts = Object.fromEntries(
    STANCES.map((stance) => [stance, stances.filter((each) => each === stance).length]),
  ) as Record<Stance, number>;
  const against = counts["could-not-live-with"] + counts.uneasy;
  const forIt = counts["can-live-with"] + counts["at-ease"];
  return { optionId, counts, answered: stances.length, isSplit: against > 0 && forIt > 0 };
}

function agreementOf(
  optionIds: readonly string[],
  answers: readonly CouncilAnswer[],
): CouncilDifferences["agreement"] {
  const ratings = answers.flatMap((answer, person) =>
    optionIds.flatMap((unit) => {
      const stance = stanceOn(answer, unit);
      return stance === undefined
        ? []
        : [{ unit, rater: `person ${String(person + 1)}`, value: STANCES.indexOf(stance) }];
    }),
  );
  if (answers.length < 2) return { value: undefined, why: "fewer than two people" };
  const alpha = krippendorffAlpha(collectRatings(ratings), { level: "ordinal" });
  return alpha.value === undefined ? { value: undefined, why: alpha.why } : { value: alpha.value };
}

function stanceOn(answer: CouncilAnswer, optionId: string): Stance | undefined {
  return Object.hasOwn(answer.stances, optionId) ? answer.stances[optionId] : undefined;
}

function tally(names: readonly string[]): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return Object.fromEntries(counts);
}
