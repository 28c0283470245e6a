import { OpenEmpathicError } from "@openempathic/affect";

/**
 * Thrown by `readCouncilRecord` when a text is no record of a council, or one in which something was changed. `line` is
 * the line of the fault, counted from 1, and `reason` what is wrong there.
 *
 * @example
 * ```ts
 * import { InvalidCouncilRecordError } from "@openempathic/experiences/council";
 *
 * new InvalidCouncilRecordError("the hash does not fit", 3).line; // => 3
 * ```
 */
export class InvalidCouncilRecordError extends OpenEmpathicError {
  readonly code = "invalid-council-record";
  readonly line: number;
  readonly reason: string;

  constructor(reason: string, line: number, options?: ErrorOptions) {
    super(`Not an unchanged record of a council, line ${line}: ${reason}`, options);
    this.reason = reason;
    this.line = line;
  }
}
