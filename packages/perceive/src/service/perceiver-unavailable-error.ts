import { OpenEmpathicError } from "@openempathic/affect";

/**
 * Thrown when the service behind a perceiver cannot be reached, does not answer in time or answers with an HTTP
 * error. Trying again later may help. For a service that answers, but not in the agreed shape, see
 * PerceiverAnswerError.
 */
export class PerceiverUnavailableError extends OpenEmpathicError {
  readonly code = "perceiver-unavailable";
  /** The HTTP status, where there was an answer. */
  readonly status: number | undefined;

  constructor(message: string, options: ErrorOptions & { readonly status?: number } = {}) {
    super(message, options);
    this.status = options.status;
  }
}
