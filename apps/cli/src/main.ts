import { runCommand } from "./run-command.ts";
import type { Terminal } from "./terminal.ts";

// The only place that reaches for the process itself.
const ended = new AbortController();

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.on(signal, () => {
    // Whoever asks twice does not want to wait for a graceful end.
    if (ended.signal.aborted) process.exit(signal === "SIGINT" ? 130 : 143);
    ended.abort(signal);
  });
}

// A reader such as `head` that has seen enough closes the pipe: no reason to complain.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});

const terminal: Terminal = {
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  env: process.env,
  signal: ended.signal,
};
process.exitCode = await runCommand(process.argv.slice(2), terminal);
// What a command has left open, such as a pipe that somebody else keeps, does not hold it.
process.stdin.destroy();
