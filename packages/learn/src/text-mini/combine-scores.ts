import type { LabelCombination, MiniScores } from "@openempathic/perceive";

/** The likelihoods that a combination makes of the two models' scores, by label. */
export function combineScores(
  labels: readonly LabelCombination[],
  scores: MiniScores,
): Readonly<Record<string, number>> {
  return Object.fromEntries(
    labels.map(({ label, networkShare, slope, offset }, l) => {
      const mixed =
        networkShare * (scores.network[l] as number) + (1 - networkShare) * (scores.ngrams[l] as number);
      return [label, 1 / (1 + Math.exp(-(slope * mixed + offset)))];
    }),
  );
}
