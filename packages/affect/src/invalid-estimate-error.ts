import { OpenEmpathicError } from "./open-empathic-error.ts";

/**
 * Thrown by `makeEstimate`, `abstain` and `parseEstimate` when a value breaks the estimate's contract: a
 * likelihood outside [0, 1], an unknown category, an abstention that still holds likelihoods. `path` names the
 * field, such as `likelihood.Sadness`. A perceiver that merely cannot tell does not throw: it abstains.
 *
 * @example
 * ```ts
 * import { InvalidEstimateError } from "@openempathic/affect";
 *
 * new InvalidEstimateError("likelihood.Sadness", "must be in [0, 1], got 1.2").code; // => "invalid-estimate"
 * ```
 */
export class InvalidEstimateError extends OpenEmpathicError {
  readonly code = "invalid-estimate";
  /** Dotted path of the field at fault; empty for the value as a whole. */
  readonly path: string;

  constructor(path: string, problem: string, options?: ErrorOptions) {
    super(`Not a valid estimate: ${path === "" ? "the value" : path} ${problem}`, options);
    this.path = path;
  }
}
