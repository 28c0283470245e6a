import { OpenEmpathicError } from "../open-empathic-error.ts";

/**
 * Thrown by `fromHume` when a value is in none of the shapes of Hume's expression measurement that it reads, or
 * a score is outside [0, 1]. A name that is not among the 53 is no error: it is left out.
 *
 * @example
 * ```ts
 * import { InvalidHumeError } from "@openempathic/affect";
 *
 * new InvalidHumeError("a score must be in [0, 1], got 2").code; // => "invalid-hume"
 * ```
 */
export class InvalidHumeError extends OpenEmpathicError {
  readonly code = "invalid-hume";

  constructor(problem: string, options?: ErrorOptions) {
    super(`Not a Hume result that can be read: ${problem}`, options);
  }
}
