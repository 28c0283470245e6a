import type { Command } from "./command.ts";
import { CommandFailure } from "./command-failure.ts";
import { USAGES, helpPage } from "./help.ts";
import { cliVersion } from "./repository-root.ts";
import { say, write } from "./terminal.ts";
import type { Terminal } from "./terminal.ts";
import { UsageError } from "./usage-error.ts";

// Loaded when they are asked for: the server alone takes longer to load than --help takes to answer.
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  start: async () => (await import("./commands/start.ts")).start,
  perceive: async () => (await import("./commands/perceive.ts")).perceive,
  risk: async () => (await import("./commands/risk.ts")).risk,
  chat: async () => (await import("./commands/chat.ts")).chat,
  agreement: async () => (await import("./commands/agreement.ts")).agreement,
  aggregate: async () => (await import("./commands/aggregate.ts")).aggregate,
  evaluate: async () => (await import("./commands/evaluate.ts")).evaluate,
  doctor: async () => (await import("./commands/doctor.ts")).doctor,
  bench: async () => (await import("./commands/bench.ts")).bench,
};

const LATER = ["release", "import", "export", "learn"];

/** Runs what was typed and gives the exit status: 0 done, 2 wrong arguments or settings, 1 failure. */
export async function runCommand(args: readonly string[], terminal: Terminal): Promise<number> {
  try {
    await dispatch(args, terminal);
    return 0;
  } catch (error) {
    return await explain(error, terminal);
  }
}

async function dispatch([name, ...rest]: readonly string[], terminal: Terminal): Promise<void> {
  if (name === "--version" || name === "-v") {
    await say(terminal.stdout, cliVersion());
    return;
  }
  if (name === "--help" || name === "-h" || name === "help") {
    await write(terminal.stdout, helpPage());
    return;
  }
  if (name === undefined) throw new UsageError("say what to do");
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (load === undefined) {
    const isLater = LATER.includes(name);
    throw new UsageError(
      isLater
        ? `${name} arrives with the collection; this version does not have it`
        : `there is no command ${JSON.stringify(name)}`,
    );
  }
  if (rest.includes("--help") || rest.includes("-h")) {
    await say(terminal.stdout, `usage: ${USAGES[name] ?? name}`);
    return;
  }
  await (
    await load()
  )(rest, terminal);
}

async function explain(error: unknown, { stderr, env }: Terminal): Promise<number> {
  if (error instanceof UsageError) {
    const usage =
      error.command === undefined
        ? "open-empathic --help shows what there is."
        : `usage: ${USAGES[error.command] ?? ""}`;
    await say(stderr, `open-empathic: ${error.message}\n${usage}`);
    return 2;
  }
  const message = error instanceof Error ? error.message : String(error);
  await say(stderr, `open-empathic: ${message}`);
  if (isStartupError(error)) return 2;
  // What one line does not explain is a fault of ours, and whoever mends it needs to know where.
  if (!(error instanceof CommandFailure) && env["OPEN_EMPATHIC_DEBUG"] && error instanceof Error) {
    await say(stderr, error.stack ?? "");
  }
  return 1;
}

const STARTUP_CODES = [
  "data-folder-unusable", "data-folder-in-use", "port-taken", "database-unusable", "wrong-setting",
]; // prettier-ignore

// By code, so that explaining an error does not load the whole server.
function isStartupError(error: unknown): boolean {
  return error instanceof Error && "code" in error && STARTUP_CODES.includes(String(error.code));
}
