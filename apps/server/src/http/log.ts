/**
 * What the server says about itself. There is no way to log free text: what a person or a model wrote, keys,
 * tokens and addresses never reach a log.
 */
export interface Log {
  /** One answered request, by its route's pattern and not by its address. */
  request(entry: {
    readonly method: string;
    readonly route: string;
    readonly status: number;
    readonly durationMs: number;
  }): void;
  /** Something failed that should not have: the kinds of error and where they came from, without their messages. */
  failure(where: string, error: unknown): void;
}

/** A log of one line of JSON per entry. */
export function createLog(write: (line: string) => void, now: () => number): Log {
  const put = (entry: object) => write(JSON.stringify({ at: new Date(now()).toISOString(), ...entry }));
  return {
    request: (entry) => put({ kind: "request", ...entry }),
    failure: (where, error) => put({ kind: "failure", where, causes: kindsOf(error), stack: frameOf(error) }),
  };
}

/** Names and codes of an error and its causes; messages can hold what a person wrote, such as query parameters. */
function kindsOf(error: unknown): string[] {
  const kinds: string[] = [];
  for (let cause = error; cause instanceof Error && kinds.length < 8; cause = cause.cause) {
    kinds.push(
      "code" in cause && typeof cause.code === "string" ? `${cause.name} ${cause.code}` : cause.name,
    );
  }
  return kinds.length === 0 ? [typeof error] : kinds;
}

function frameOf(error: unknown): string[] {
  if (!(error instanceof Error)) return [];
  // The stack begins with the message, and a line of a person's text can look like a place in the code.
  const stack = error.stack ?? "";
  const start = stack.indexOf(error.message);
  if (start === -1) return [];
  const lines = stack
    .slice(start + error.message.length)
    .split("\n")
    .filter((line) => /^\s+at .*:\d+:\d+\)?$/u.test(line));
  return lines.slice(0, 6).map((line) => line.trim());
}
