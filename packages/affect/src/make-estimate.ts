import { ESTIMATE_SCHEMA } from "./estimate.ts";
import type { AbstentionReason, Estimate, EstimateSource, Modality } from "./estimate.ts";
import { parseEstimate } from "./parse-estimate.ts";

/** What a perceiver has to say to make an estimate; what it leaves out was not assessed. */
export interface EstimateFields extends Pick<Estimate, "modality" | "source"> {
  readonly span?: NonNullable<Estimate["span"]>;
  readonly likelihood?: Estimate["likelihood"];
  readonly dimensions?: Estimate["dimensions"];
  readonly evidence?: Estimate["evidence"];
}

/**
 * Makes an estimate and checks every bound where it is made: likelihoods in [0, 1], dimension means in [-1, 1]
 * with a standard deviation above 0, known categories. Nothing is rounded, clamped or filled in.
 *
 * @throws InvalidEstimateError naming the field that breaks the contract
 *
 * @example
 * ```ts
 * import { makeEstimate } from "@openempathic/affect";
 *
 * const source = { kind: "model", id: "text-ngram", version: "1.0.0" } as const;
 * const estimate = makeEstimate({ modality: "text", likelihood: { Sadness: 0.81 }, source });
 * estimate.likelihood; // => { Sadness: 0.81 }
 * estimate.abstained; // => null
 * makeEstimate({ modality: "text", likelihood: { Sadness: 1.2 }, source }); // throws InvalidEstimateError
 * ```
 */
export function makeEstimate(fields: EstimateFields): Estimate {
  return parseEstimate({
    likelihood: {},
    dimensions: {},
    evidence: [],
    ...fields,
    schema: ESTIMATE_SCHEMA,
    abstained: null,
  });
}

/**
 * Makes an estimate that says "cannot tell" and why. It holds no likelihood, no dimension and no evidence, so
 * whoever averages or fuses it can never mistake it for "nothing felt".
 *
 * @param abstention `detail` is one plain sentence for people
 * @throws InvalidEstimateError where the reason is unknown or the detail empty
 *
 * @example
 * ```ts
 * import { abstain } from "@openempathic/affect";
 *
 * const source = { kind: "model", id: "text-ngram", version: "1.0.0" } as const;
 * abstain({ modality: "text", reason: "language", detail: "This looks like Finnish.", source }).likelihood; // => {}
 * ```
 */
export function abstain(abstention: {
  readonly modality: Modality;
  readonly reason: AbstentionReason;
  readonly detail: string;
  readonly source: EstimateSource;
}): Estimate {
  const { modality, reason, detail, source } = abstention;
  return parseEstimate({
    schema: ESTIMATE_SCHEMA,
    modality,
    likelihood: {},
    dimensions: {},
    abstained: { reason, detail },
    evidence: [],
    source,
  });
}
