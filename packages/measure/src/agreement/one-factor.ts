/** Below this share of an item's variance its unique part counts as gone; R's factanal stops at 0.005. */
const HEYWOOD = 1e-3;
const MOST_STEPS = 50_000;

/** A model of one factor: covariance = λλᵀ + diag(ψ). */
export interface OneFactor {
  readonly loadings: Float64Array;
  readonly unique: Float64Array;
}

/**
 * The one-factor model that makes a covariance matrix most likely, by expectation maximisation.
 *
 * Rubin and Thayer 1982, doi:10.1007/BF02293851, for one factor; the inverse by Sherman and Morrison.
 *
 * @param covariance Row by row.
 * @returns Or why there is none.
 */
export function fitOneFactor(covariance: Float64Array): OneFactor | string {
  const k = Math.sqrt(covariance.length);
  const variance = Float64Array.from({ length: k }, (_, i) => covariance[i * k + i] as number);
  if (variance.some((own) => !(own > 0))) return "an item does not vary";
  // Start on the side that most items point to; the sign of a factor is free, that of the sum is not.
  const loadings = Float64Array.from({ length: k }, (_, i) => {
    let with_ = 0;
    for (let j = 0; j < k; j++) with_ += (covariance[i * k + j] as number) / Math.sqrt(variance[j] as number);
    return (0.7 * with_) / k;
  });
  const unique = variance.map((own) => own / 2);
  const start = Math.max(...loadings.map((l) => Math.abs(l)));
  if (start === 0) return "the items share no variance";
  for (let step = 0; step < MOST_STEPS; step++) {
    const change = stepOneFactor({ loadings, unique }, covariance);
    if (change < 1e-13) break;
  }
  const isGone = unique.some((own, i) => own < HEYWOOD * (variance[i] as number));
  if (isGone) return "one item's own variance goes to 0 (a Heywood case), so one factor does not fit";
  return { loadings, unique };
}

/** One step of expectation and maximisation in place; the largest change, as a share of the item's variance. */
function stepOneFactor({ loadings, unique }: OneFactor, covariance: Float64Array): number {
  const k = loadings.length;
  let precision = 1;
  for (let i = 0; i < k; i++) precision += (loadings[i] as number) ** 2 / (unique[i] as number);
  const score = loadings.map((l, i) => l / (unique[i] as number) / precision);
  const shared = new Float64Array(k);
  let scoreVariance = 0;
  let explained = 0;
  for (let i = 0; i < k; i++) {
    for (let j = 0; j < k; j++) {
      shared[i] = (shared[i] as number) + (covariance[i * k + j] as number) * (score[j] as number);
    }
    scoreVariance += (score[i] as number) * (shared[i] as number);
    explained += (score[i] as number) * (loadings[i] as number);
  }
  const factorVariance = 1 - explained + scoreVariance;
  let change = 0;
  for (let i = 0; i < k; i++) {
    const own = covariance[i * k + i] as number;
    const loading = (shared[i] as number) / factorVariance;
    const rest = Math.max(own - loading * (shared[i] as number), 1e-9 * own);
    change = Math.max(
      change,
      Math.abs(loading - (loadings[i] as number)) / Math.sqrt(own),
      Math.abs(rest - (unique[i] as number)) / own,
    );
    loadings[i] = loading;
    unique[i] = rest;
  }
  return change;
}
