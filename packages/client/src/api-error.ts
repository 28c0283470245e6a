import { OpenEmpathicError } from "@openempathic/affect";
import type { Problem } from "./wire.ts";

/**
 * Thrown when the server answers with an error: `problem` is what it said (RFC 9457), `status` the HTTP status,
 * and `code` the server's own code, such as "unknown-purpose". When there is no answer at all it is a
 * `ServerUnreachableError`; when the answer is not what this version understands, an `UnexpectedAnswerError`.
 */
export class ApiError extends OpenEmpathicError {
  readonly code: string;
  readonly status: number;
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail ?? problem.title);
    this.code = problem.code;
    this.status = problem.status;
    this.problem = problem;
  }
}
