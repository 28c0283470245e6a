const MARKER = Symbol.for("open-empathic.error");

/**
 * The base of every error that this project throws on purpose: a stable `code` for programs, a sentence for
 * people, and the `cause` where another error led to it. Catch a subclass to handle one kind; check the base
 * with {@link OpenEmpathicError.isInstance}, which also holds when two copies of this package are installed.
 *
 * Wrong arguments of a pure function throw JavaScript's own `RangeError` or `TypeError` instead.
 *
 * @example
 * ```ts
 * import { OpenEmpathicError } from "@openempathic/affect";
 *
 * OpenEmpathicError.isInstance(new RangeError("not ours")); // => false
 * ```
 */
export abstract class OpenEmpathicError extends Error {
  /** Stable, kebab-case, listed in docs/errors.md. */
  abstract readonly code: string;

  readonly [MARKER] = true;

  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
  }

  /** Whether a caught value is one of our errors, also across copies of this package. */
  static isInstance(value: unknown): value is OpenEmpathicError {
    return value instanceof Error && MARKER in value;
  }
}
