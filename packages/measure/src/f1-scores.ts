/** What was said and what was so, for one label. */
export interface LabelCounts {
  readonly truePositives: number;
  readonly falsePositives: number;
  readonly falseNegatives: number;
}

/** How well one label is found. */
export interface F1Score extends LabelCounts {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/**
 * Precision (how many of those named were right), recall (how many were found) and F1, their harmonic mean, from
 * counts. Where a quotient is 0/0 it is 0, as in scikit-learn with `zero_division=0`.
 *
 * Van Rijsbergen 1979, Information Retrieval, chapter 7.
 *
 * @example
 * ```ts
 * import { f1Score } from "@openempathic/measure";
 *
 * f1Score({ truePositives: 3, falsePositives: 1, falseNegatives: 1 }).f1; // => 0.75
 * f1Score({ truePositives: 0, falsePositives: 0, falseNegatives: 0 }).f1; // => 0
 * ```
 */
export function f1Score(counts: LabelCounts): F1Score {
  const { truePositives, falsePositives, falseNegatives } = counts;
  const named = truePositives + falsePositives;
  const present = truePositives + falseNegatives;
  return {
    ...counts,
    precision: named === 0 ? 0 : truePositives / named,
    recall: present === 0 ? 0 : truePositives / present,
    f1: named + present === 0 ? 0 : (2 * truePositives) / (named + present),
  };
}

/**
 * F1 of each label where a case can have several labels.
 *
 * @param named For each case, whether each label was named.
 * @param present For each case, whether each label is present; the same shape.
 * @throws {RangeError} When the shapes differ or there is no case.
 * @example
 * ```ts
 * import { f1Scores } from "@openempathic/measure";
 *
 * f1Scores([[true, false], [true, true]], [[true, false], [false, true]]).map((score) => score.recall); // => [1, 1]
 * ```
 */
export function f1Scores(
  named: readonly (readonly boolean[])[],
  present: readonly (readonly boolean[])[],
): readonly F1Score[] {
  const labels = present[0]?.length ?? 0;
  const fits = (row: readonly boolean[]): boolean => row.length === labels;
  if (named.length !== present.length || labels === 0 || !named.every(fits) || !present.every(fits)) {
    throw new RangeError(
      `f1Scores needs two tables of one shape with at least one row, got ${named.length} and ${present.length} rows`,
    );
  }
  return Array.from({ length: labels }, (_, label) => {
    const counts = { truePositives: 0, falsePositives: 0, falseNegatives: 0 };
    for (const [i, row] of named.entries()) {
      const isNamed = row[label] === true;
      const isPresent = present[i]?.[label] === true;
      if (isNamed && isPresent) counts.truePositives += 1;
      else if (isNamed) counts.falsePositives += 1;
      else if (isPresent) counts.falseNegatives += 1;
    }
    return f1Score(counts);
  });
}

/**
 * The mean of the labels' F1: rare labels count as much as common ones.
 *
 * @example
 * ```ts
 * import { f1Scores, macroF1 } from "@openempathic/measure";
 *
 * macroF1(f1Scores([[true, false]], [[true, true]])); // => 0.5
 * ```
 */
export function macroF1(scores: readonly F1Score[]): number {
  if (scores.length === 0) throw new RangeError("macroF1 needs the score of at least one label, got none");
  return scores.reduce((sum, score) => sum + score.f1, 0) / scores.length;
}

/**
 * F1 of all labels' counts together: common labels count for more.
 *
 * @example
 * ```ts
 * import { f1Scores, microF1 } from "@openempathic/measure";
 *
 * microF1(f1Scores([[true, true, false]], [[true, true, true]])); // => 0.8
 * ```
 */
export function microF1(scores: readonly LabelCounts[]): number {
  const sum = { truePositives: 0, falsePositives: 0, falseNegatives: 0 };
  for (const score of scores) {
    sum.truePositives += score.truePositives;
    sum.falsePositives += score.falsePositives;
    sum.falseNegatives += score.falseNegatives;
  }
  return f1Score(sum).f1;
}
