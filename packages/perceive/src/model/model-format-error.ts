import { OpenEmpathicError } from "@openempathic/affect";

/**
 * Thrown when a model is opened and its weights are of another kind or version than this code reads. For weights
 * that differ from their card, see ModelDigestError.
 */
export class ModelFormatError extends OpenEmpathicError {
  readonly code = "model-format";
}
