/** Thrown when a command was given wrong arguments; the command line says so, shows the usage and exits with 2. */
export class UsageError extends Error {
  /** The command whose usage helps, such as "perceive"; absent where none was named. */
  readonly command?: string;

  constructor(message: string, command?: string) {
    super(message);
    this.name = "UsageError";
    if (command !== undefined) this.command = command;
  }
}
