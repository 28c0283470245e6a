import { OpenEmpathicError } from "../open-empathic-error.ts";

/**
 * Thrown by `fromEmotionML` when a text is no well-formed XML, uses XML that is refused (a document type, with
 * its entities), breaks a rule of the EmotionML 1.0 recommendation, or uses a vocabulary that is not known.
 * `line` is the line of the fault, counted from 1.
 *
 * @example
 * ```ts
 * import { InvalidEmotionMLError } from "@openempathic/affect";
 *
 * new InvalidEmotionMLError("the root element must be <emotionml>", 3).line; // => 3
 * ```
 */
export class InvalidEmotionMLError extends OpenEmpathicError {
  readonly code = "invalid-emotionml";
  readonly line: number;

  constructor(problem: string, line: number, options?: ErrorOptions) {
    super(`Not EmotionML that can be read, line ${line}: ${problem}`, options);
    this.line = line;
  }
}
