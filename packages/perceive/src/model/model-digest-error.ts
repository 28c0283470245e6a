import { OpenEmpathicError } from "@openempathic/affect";

/**
 * Thrown when a model is opened and its weights are not the ones its card names: a broken download, or a file that
 * somebody changed. Nothing of the file has been used. For weights with the right digest that cannot be read, see
 * ModelFormatError.
 */
export class ModelDigestError extends OpenEmpathicError {
  readonly code = "model-digest";
  /** `sha256:` and 64 hex digits, as the card says. */
  readonly expected: string;
  /** The same for the bytes that arrived. */
  readonly actual: string;

  constructor(expected: string, actual: string) {
    super(`The model's weights have the digest ${actual}, but its card names ${expected}.`);
    this.expected = expected;
    this.actual = actual;
  }
}
