/** The rules that a sentence is held against before it is shown. */
export type CheckRule =
  | "dismissal"
  | "toxic-positivity"
  | "feeling-as-fact"
  | "diagnosis"
  | "method-details"
  | "invented-contact"
  | "claims-to-be-human"
  | "guilt-at-goodbye"
  | CouncilRule;

/** The further rules of the council set, which is held against a text only where that is asked for. */
export type CouncilRule = "manipulation" | "stereotype" | "indignity" | "pressure";

/** The rules of the council set. */
export const COUNCIL_RULES: readonly CouncilRule[] = ["manipulation", "stereotype", "indignity", "pressure"];

/** One sentence that broke a rule and what became of it. */
export interface CheckFinding {
  readonly rule: CheckRule;
  /** The words that broke it. */
  readonly text: string;
  readonly outcome: "regenerated" | "replaced";
}

/** What the check saw in one reply. */
export interface CheckReport {
  readonly sentences: number;
  readonly findings: readonly CheckFinding[];
}
