import { availableParallelism } from "node:os";
import type { Perceivers } from "@openempathic/server";
import { oneOf } from "./flags.ts";
import type { Terminal } from "./terminal.ts";

/** More threads than this read no faster: the lines have to be parsed and written, too. */
const MOST_THREADS = 4;

/**
 * Opens the perceiver that `--perceiver` names, or the one of the settings. One text is read on this thread; many are
 * shared out among as many threads as the machine has cores.
 *
 * @throws {UsageError} For a perceiver that there is not.
 */
export async function openChosen(
  name: string | undefined,
  { command, many, env }: { readonly command: string; readonly many: boolean; readonly env: Terminal["env"] },
): Promise<Perceivers> {
  const { openPerceivers, TEXT_PERCEIVERS } = await import("@openempathic/server");
  const set = env["OPEN_EMPATHIC_TEXT_PERCEIVER"];
  const wanted = name ?? (set === "" ? undefined : set) ?? TEXT_PERCEIVERS[0];
  const text = oneOf(wanted, TEXT_PERCEIVERS, { flag: "perceiver", command });
  const threads = many && text !== "text-ngram" ? Math.min(MOST_THREADS, availableParallelism()) : 0;
  return openPerceivers({ text, threads });
}
