import { OpenEmpathicError } from "@openempathic/affect";

/**
 * Thrown when an answer is not one that this version understands: something else listens at the address, or
 * the server is of another version. `cause` says what did not fit.
 */
export class UnexpectedAnswerError extends OpenEmpathicError {
  readonly code = "unexpected-answer";
  readonly url: string;
  readonly status: number;

  constructor(answer: { readonly url: string; readonly status: number }, cause: unknown) {
    super(`${answer.url} answered with something else than Open Empathic does`, { cause });
    this.url = answer.url;
    this.status = answer.status;
  }
}
