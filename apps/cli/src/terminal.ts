import { once } from "node:events";
import type { Readable, Writable } from "node:stream";

/** What a command talks through. */
export interface Terminal {
  readonly stdin: Readable & { readonly isTTY?: boolean };
  readonly stdout: Writable & { readonly isTTY?: boolean; readonly columns?: number };
  readonly stderr: Writable & { readonly isTTY?: boolean };
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Aborts when the person interrupts the command or the machine asks it to end. */
  readonly signal: AbortSignal;
}

/** Writes, and waits while the reader on the other side has more than enough. */
export async function write(stream: Writable, text: string): Promise<void> {
  if (!stream.write(text)) await once(stream, "drain");
}

/** Writes one line. */
export function say(stream: Writable, line: string): Promise<void> {
  return write(stream, `${line}\n`);
}

/** Whether words may be coloured: never with NO_COLOR (no-color.org), nor where nobody looks. */
export function mayColour({ stdout, env }: Terminal): boolean {
  const asked = env["NO_COLOR"];
  return stdout.isTTY === true && (asked === undefined || asked === "") && env["TERM"] !== "dumb";
}
