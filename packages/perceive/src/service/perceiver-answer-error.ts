import { OpenEmpathicError } from "@openempathic/affect";

/**
 * Thrown when the service behind a perceiver answered twice with something that is no estimate: the model is too
 * small for the task, or the server does not keep to `response_format`. Its words are not repeated, because they may
 * quote the person. For a service that does not answer, see PerceiverUnavailableError.
 */
export class PerceiverAnswerError extends OpenEmpathicError {
  readonly code = "perceiver-answer";
}
