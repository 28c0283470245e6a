import type { Terminal } from "./terminal.ts";

/** A command: what follows its name, and the terminal. It throws where it fails. */
export type Command = (args: readonly string[], terminal: Terminal) => Promise<void>;
