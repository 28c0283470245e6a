import { parseArgs } from "node:util";
import type { ParseArgsConfig } from "node:util";
import { UsageError } from "./usage-error.ts";

type FlagOptions = NonNullable<ParseArgsConfig["options"]>;

/** What one command takes. */
export interface FlagSpec<Options extends FlagOptions> {
  readonly command: string;
  readonly options: Options;
  readonly allowPositionals?: boolean;
}

/** A command's flags by name, and the words beside them. */
export type Flags<Options extends FlagOptions> = ReturnType<
  typeof parseArgs<{ args: string[]; options: Options; allowPositionals: boolean; strict: true }>
>;

/** Reads a command's flags. @throws {UsageError} for an unknown flag, a missing value or a stray word */
export function readFlags<const Options extends FlagOptions>(
  args: readonly string[],
  { command, options, allowPositionals = false }: FlagSpec<Options>,
): Flags<Options> {
  try {
    return parseArgs({ args: [...args], options, allowPositionals, strict: true });
  } catch (error) {
    if (error instanceof TypeError) throw new UsageError(firstSentence(error.message), command);
    throw error;
  }
}

/** A flag's value, which must be one of a list. */
export function oneOf<Value extends string>(
  value: string,
  values: readonly Value[],
  { flag, command }: { readonly flag: string; readonly command: string },
): Value {
  const found = values.find((one) => one === value);
  if (found !== undefined) return found;
  throw new UsageError(
    `--${flag} must be one of ${values.join(", ")}; got ${JSON.stringify(value)}`,
    command,
  );
}

/** A flag's value, which must be a whole number within bounds. */
export function wholeNumber(
  value: string,
  [least, most]: readonly [number, number],
  { flag, command }: { readonly flag: string; readonly command: string },
): number {
  const number = /^\d{1,9}$/u.test(value) ? Number(value) : NaN;
  if (number >= least && number <= most) return number;
  const need = `a whole number from ${String(least)} to ${String(most)}`;
  throw new UsageError(`--${flag} must be ${need}; got ${JSON.stringify(value)}`, command);
}

function firstSentence(message: string): string {
  return message.split(/\.\s/u)[0] ?? message;
}
