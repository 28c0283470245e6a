import { once } from "node:events";
import { CommandFailure } from "../command-failure.ts";
import { readFlags, wholeNumber } from "../flags.ts";
import type { Command } from "../command.ts";
import { say } from "../terminal.ts";

/** `open-empathic start`: the server, until it is told to stop. */
export const start: Command = async (args, { stdout, stderr, env, signal }) => {
  const { values } = readFlags(args, {
    command: "start",
    options: { port: { type: "string" }, data: { type: "string" } },
  });
  const port =
    values.port === undefined
      ? undefined
      : wholeNumber(values.port, [0, 65_535], { flag: "port", command: "start" });
  const { startServer } = await import("@openempathic/server");
  const server = await startServer({
    env,
    ...(port === undefined ? {} : { port }),
    ...(values.data === undefined ? {} : { dataDir: values.data }),
  });
  await say(stderr, `Open Empathic is ready at ${server.url}`);
  await say(stderr, `Sign in, once, with this link:\n\n    ${server.signInUrl}\n`);
  await say(stderr, "Press Ctrl+C to stop.");
  // For programs that start the server; a person has read it above.
  if (stdout.isTTY !== true)
    await say(stdout, JSON.stringify({ url: server.url, signInUrl: server.signInUrl }));
  const told = signal.aborted ? Promise.resolve("told") : once(signal, "abort").then(() => "told");
  if ((await Promise.race([told, server.closed])) !== "told") {
    throw new CommandFailure("the server has stopped, because its data folder was taken from it");
  }
  await say(stderr, "Stopping …");
  await server.close();
};
