import { OpenEmpathicError } from "@openempathic/affect";

/**
 * Thrown when data that should be a calm script is not one. `path` leads to the first thing that is wrong, such as
 * `segments[3].pattern`; `expected` says what belongs there.
 */
export class InvalidCalmScriptError extends OpenEmpathicError {
  readonly code = "invalid-calm-script";
  readonly path: string;
  readonly expected: string;

  constructor({ path, expected, got }: { path: string; expected: string; got: unknown }) {
    super(`${path} should be ${expected}, and is ${shown(got)}`);
    this.path = path;
    this.expected = expected;
  }
}

function shown(value: unknown): string {
  if (value === undefined) return "missing";
  if (typeof value === "bigint" || typeof value === "symbol" || typeof value === "function")
    return typeof value;
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
