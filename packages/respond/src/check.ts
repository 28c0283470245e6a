/** The rules that a sentence is held against before it is shown. */
export type CheckRule =
  | "dismissal"
  | "toxic-positivity"
  | "feeling-as-fact"
  | "diagnosis"
  | "method-details"
  | "invented-contact"
  | "claims-to-be-human"
  | "guilt-at-goodbye";

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
