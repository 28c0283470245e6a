import { OpenEmpathicError } from "@openempathic/affect";

/** In which way a language model failed to answer. */
export type LanguageModelTrouble =
  | "unreachable"
  | "key-refused"
  | "not-found"
  | "too-many-requests"
  | "server-error"
  | "request-refused"
  | "silent"
  | "dropped"
  | "garbage"
  | "empty";

/**
 * Thrown by a language model when it cannot answer or stops in the middle: nothing listens at the address, the key
 * or the model's name is refused, too many requests, silence beyond the limit, a dropped connection, or an answer
 * that is not OpenAI's wire. The message is a sentence for people and holds no key. An abort by the caller is not
 * this error; it ends as the caller's own `AbortError`.
 */
export class LanguageModelUnavailableError extends OpenEmpathicError {
  readonly code = "language-model-unavailable";
  readonly trouble: LanguageModelTrouble;
  /** HTTP status, where the server gave one. */
  readonly status?: number;

  constructor(
    message: string,
    details: { readonly trouble: LanguageModelTrouble; readonly status?: number; readonly cause?: unknown },
  ) {
    super(message, { cause: details.cause });
    this.trouble = details.trouble;
    if (details.status !== undefined) this.status = details.status;
  }
}
