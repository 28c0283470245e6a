import { CATEGORIES, isCategoryId } from "./category.ts";
import type { Likelihoods } from "./estimate.ts";
import { labelSetById } from "./label-set.ts";
import type { Mapping } from "./label-set.ts";
import goemotionsEkman from "./label-sets/goemotions-ekman.json" with { type: "json" };
import { noisyOr } from "./noisy-or.ts";

/**
 * Gives likelihoods of the 40 categories in another label set.
 *
 * A label's likelihood is the noisy-or of those of its categories, each times its weight: the share of observers
 * who would say at least one of them. Likelihoods are no shares of 1, so a sum could pass 1, and a maximum would
 * ignore that two half-likely near-synonyms make their common label more likely than either; noisy-or lies
 * between the two (see `noisyOr` for its source and bounds). Measured on the 5,426 comments of GoEmotions' dev set
 * with two early versions of text-ngram, labels grouped under Ekman's names: noisy-or's calibration error (15 bins
 * of equal mass) was 0.50 to 0.95 of the maximum's in the five groups of more than one label, and 0.91 to 1.30 of
 * that of the sum cut at 1. The sum does a little better there because GoEmotions' labels nearly exclude each
 * other, which those of other sets do not.
 *
 * @param likelihoods of categories, each in [0, 1]
 * @param labelSetId such as "ekman"
 * @returns only labels that an assessed category speaks for; a missing label was not assessed and is not 0
 * @throws RangeError for an unknown label set or category, or a likelihood outside [0, 1]
 *
 * @example
 * ```ts
 * import { toLabelSet } from "@openempathic/affect";
 *
 * toLabelSet({ Irritability: 0.5, Anger: 0.5, Fatigue: 0.9 }, "ekman"); // => { anger: 0.75 }
 * ```
 */
export function toLabelSet(likelihoods: Likelihoods, labelSetId: string): Record<string, number> {
  const set = labelSetById(labelSetId);
  checkLikelihoods("toLabelSet", likelihoods, isCategoryId);
  const rows = set.categories.map((row) => ({
    likelihood: likelihoods[row.category],
    weights: weightsOf(row),
  }));
  return combine(
    rows,
    set.labels.map((row) => row.label),
  );
}

/**
 * Gives likelihoods of another label set's labels as likelihoods of the 40 categories, by the same rule as
 * {@link toLabelSet}. A label that means "nothing", such as `neutral`, speaks for no category and against none.
 *
 * @param labelLikelihoods likelihood of each assessed label, each in [0, 1]
 * @param labelSetId such as "goemotions"
 * @returns only categories that an assessed label speaks for; a missing category was not assessed and is not 0
 * @throws RangeError for an unknown label set or label, or a likelihood outside [0, 1]
 *
 * @example
 * ```ts
 * import { fromLabelSet } from "@openempathic/affect";
 *
 * fromLabelSet({ grief: 0.5, sadness: 0.5, neutral: 0.9 }, "goemotions"); // => { Sadness: 0.75 }
 * fromLabelSet({ zest: 0.5 }, "goemotions"); // throws RangeError
 * ```
 */
export function fromLabelSet(
  labelLikelihoods: Readonly<Record<string, number>>,
  labelSetId: string,
): Likelihoods {
  const set = labelSetById(labelSetId);
  const labels = new Set(set.labels.map((row) => row.label));
  checkLikelihoods("fromLabelSet", labelLikelihoods, (label) => labels.has(label));
  const rows = set.labels.map((row) => ({
    likelihood: labelLikelihoods[row.label],
    weights: weightsOf(row),
  }));
  return combine(
    rows,
    CATEGORIES.map(({ id }) => id),
  );
}

/** The authors' own grouping of the 28 GoEmotions labels under Ekman's six, with neutral as its own group. */
export const GOEMOTIONS_EKMAN_GROUPS: Readonly<Record<string, readonly string[]>> = goemotionsEkman.groups;

/**
 * Groups GoEmotions likelihoods under Ekman's six and neutral as the data set's authors do (Demszky et al. 2020,
 * doi:10.18653/v1/2020.acl-main.372, §3.3), for figures that can be compared with theirs. A group's likelihood is
 * the noisy-or of its labels'.
 *
 * @param labelLikelihoods likelihood of each assessed GoEmotions label, each in [0, 1]
 * @returns only groups with an assessed label
 * @throws RangeError for an unknown label or a likelihood outside [0, 1]
 *
 * @example
 * ```ts
 * import { groupGoEmotions } from "@openempathic/affect";
 *
 * groupGoEmotions({ anger: 0.5, annoyance: 0.5, neutral: 0.2 }); // => { anger: 0.75, neutral: 0.2 }
 * ```
 */
export function groupGoEmotions(labelLikelihoods: Readonly<Record<string, number>>): Record<string, number> {
  const labels = new Set(Object.values(GOEMOTIONS_EKMAN_GROUPS).flat());
  checkLikelihoods("groupGoEmotions", labelLikelihoods, (label) => labels.has(label));
  const result: Record<string, number> = {};
  for (const [group, members] of Object.entries(GOEMOTIONS_EKMAN_GROUPS)) {
    const assessed = members.flatMap((label) => labelLikelihoods[label] ?? []);
    if (assessed.length > 0) result[group] = noisyOr(assessed);
  }
  return result;
}

interface Row {
  readonly likelihood: number | undefined;
  readonly weights: Readonly<Partial<Record<string, number>>>;
}

/**
 * Walks the rows once, not once for each name: this runs for every sentence that is perceived. Rows come in the
 * set's own order, so the result does not depend on the order of the caller's keys.
 */
function combine<Name extends string>(rows: readonly Row[], names: readonly Name[]): Record<Name, number> {
  const parts = new Map<string, number[]>();
  for (const { likelihood, weights } of rows) {
    if (likelihood === undefined) continue;
    for (const name of Object.keys(weights)) {
      const part = (weights[name] ?? 0) * likelihood;
      const list = parts.get(name);
      if (list === undefined) parts.set(name, [part]);
      else list.push(part);
    }
  }
  const assessed = names.filter((name) => parts.has(name));
  // Every key is one of the names, with a number; what is missing was not assessed, as the public types say.
  return Object.fromEntries(assessed.map((name) => [name, noisyOr(parts.get(name) ?? [])])) as Record<
    Name,
    number
  >;
}

function weightsOf(mapping: Mapping<string>): Readonly<Partial<Record<string, number>>> {
  return "weights" in mapping ? mapping.weights : {};
}

function checkLikelihoods(name: string, likelihoods: object, isKnown: (key: string) => boolean): void {
  for (const [key, likelihood] of Object.entries(likelihoods)) {
    if (!isKnown(key)) throw new RangeError(`${name} does not know "${key.slice(0, 60)}"`);
    if (!(typeof likelihood === "number" && likelihood >= 0 && likelihood <= 1)) {
      throw new RangeError(`${name} needs likelihoods in [0, 1], got ${String(likelihood)} for ${key}`);
    }
  }
}
