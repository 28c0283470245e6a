import { likelihoodsOf } from "@openempathic/affect";
import type { Estimate } from "@openempathic/affect";
import type { RiskLatch } from "@openempathic/govern";
import type { CheckReport } from "../check.ts";
import type { Need, Plan, Strategy } from "../plan.ts";
import type { Understanding } from "./understand.ts";

/** What the gateway adds to an answer, in its field `empathy`. */
export interface EmpathyReport {
  readonly state: {
    /** Share of observers in [0, 1] by category; a missing category was not assessed. */
    readonly likelihood: Readonly<Record<string, number>>;
    /** Mean and standard deviation on [-1, 1]; a missing dimension was not assessed. */
    readonly dimensions: Readonly<Record<string, { readonly mean: number; readonly sd: number }>>;
  };
  /** `null` when the person has said nothing yet. */
  readonly need: Need | null;
  readonly strategy: Strategy | null;
  readonly risk: Pick<RiskLatch, "level" | "about" | "reason">;
  /** `null` while it is not known (the first chunk of a stream) and where no words were checked. */
  readonly checks: CheckReport | null;
  /** Only where the request asked to explain. */
  readonly explanation?: EmpathyExplanation;
}

/** On what the picture and the plan rest. */
export interface EmpathyExplanation {
  /** Why this strategy, in one sentence. */
  readonly strategyReason: string | null;
  /** Of the last message, with the words that counted. */
  readonly estimate: Estimate | null;
  /** Central interval of each likelihood, and whether the person said it themselves. */
  readonly intervals: Readonly<Record<string, { low: number; high: number; selfReported: boolean }>>;
}

/** Writes down what was understood and decided. */
export function empathyReport(
  { state, latch, estimate }: Understanding,
  plan: Plan | undefined,
  options: { readonly explain: boolean; readonly checks: CheckReport | null },
): EmpathyReport {
  const likelihoods = Object.entries(likelihoodsOf(state));
  const report = {
    state: {
      likelihood: Object.fromEntries(likelihoods.map(([category, { likelihood }]) => [category, likelihood])),
      dimensions: state.dimensions,
    },
    need: plan?.need ?? null,
    strategy: plan?.strategy ?? null,
    risk: { level: latch.level, about: latch.about, reason: latch.reason },
    checks: options.checks,
  };
  if (!options.explain) return report;
  const intervals = Object.fromEntries(
    likelihoods.map(([category, { low, high, selfReported }]) => [category, { low, high, selfReported }]),
  );
  return {
    ...report,
    explanation: { strategyReason: plan?.reason ?? null, estimate: estimate ?? null, intervals },
  };
}
