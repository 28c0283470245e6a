import type { PlattScale } from "@openempathic/perceive";

/** One label's scores, and where it is present. */
export interface ScoredLabel {
  readonly scores: ArrayLike<number>;
  /** 1 where the label is present, else 0; as many as scores. */
  readonly targets: ArrayLike<number>;
}

/** Standard deviations of a normal prior around the scale of all labels together. */
export type PlattPrior = Readonly<Record<"slope" | "offset", number>>;

/**
 * How far a label's scale may lie from that of all labels. Proposed by this project: a label may be a fifth steeper or
 * flatter, and half as often or half as often again as the common scale says; other values were not compared.
 */
export const PLATT_PRIOR: PlattPrior = { slope: 0.2, offset: 0.4 };

/**
 * Fits Platt scaling (see `fitPlatt`) to several labels at once: first one scale for all of them together, then one
 * for each label, drawn towards the common one as by a normal prior around it. A label with a dozen positives keeps
 * nearly the common scale; one with hundreds finds its own.
 *
 * Maximum a posteriori by Newton steps; the pooled scale is the empirical prior mean (Gelman et al., "Bayesian Data
 * Analysis", 3rd ed., chapter 5, in the variant with a fixed prior width).
 *
 * @returns A scale for each label, in their order.
 */
export function fitShrunkPlatt(labels: readonly ScoredLabel[], prior = PLATT_PRIOR): readonly PlattScale[] {
  const pooled = newton(labels, { slope: 1, offset: 0 }, undefined);
  return labels.map((label) => newton([label], pooled, prior));
}

function newton(
  labels: readonly ScoredLabel[],
  start: PlattScale,
  prior: PlattPrior | undefined,
): PlattScale {
  let { slope, offset } = start;
  const [slopePull, offsetPull] = prior === undefined ? [0, 0] : [prior.slope ** -2, prior.offset ** -2];
  for (let step = 0; step < 100; step++) {
    const sums = sumsOver(labels, { slope, offset });
    const down = {
      slope: sums.slope + slopePull * (slope - start.slope),
      offset: sums.offset + offsetPull * (offset - start.offset),
    };
    const [ss, oo] = [sums.ss + slopePull, sums.oo + offsetPull];
    const determinant = ss * oo - sums.so * sums.so;
    const bySlope = (down.slope * oo - down.offset * sums.so) / determinant;
    const byOffset = (down.offset * ss - down.slope * sums.so) / determinant;
    // A step is cut to half a unit: far from the solution Newton's method may overshoot.
    const cut = Math.min(1, 0.5 / Math.max(Math.abs(bySlope), Math.abs(byOffset), 1e-12));
    slope -= cut * bySlope;
    offset -= cut * byOffset;
    if (Math.max(Math.abs(bySlope), Math.abs(byOffset)) < 1e-9) break;
  }
  return { slope, offset };
}

function sumsOver(labels: readonly ScoredLabel[], { slope, offset }: PlattScale) {
  const sums = { slope: 0, offset: 0, ss: 1e-9, so: 0, oo: 1e-9 };
  for (const { scores, targets } of labels) {
    if (scores.length !== targets.length || scores.length === 0) {
      throw new RangeError(
        `fitShrunkPlatt needs a target for each score, got ${scores.length} and ${targets.length}`,
      );
    }
    for (let i = 0; i < scores.length; i++) {
      const score = scores[i] as number;
      const p = 1 / (1 + Math.exp(-(slope * score + offset)));
      const error = p - (targets[i] as number);
      const curve = p * (1 - p);
      sums.slope += error * score;
      sums.offset += error;
      sums.ss += curve * score * score;
      sums.so += curve * score;
      sums.oo += curve;
    }
  }
  return sums;
}
