import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";

/** The problems that the API answers with; docs/errors.md says what to do about each. */
export const PROBLEMS = {
  "invalid-request": [400, "The request is not in the expected form"],
  "unknown-purpose": [400, "That purpose is not known"],
  "not-signed-in": [401, "Nobody is signed in"],
  "invalid-api-key": [401, "That API key is not valid"],
  "owner-only": [403, "Only the owner of this server may do that"],
  "not-yours": [403, "Only whoever began this session may do that"],
  "consent-needed": [403, "That needs a consent"],
  "purpose-not-permitted": [403, "The law does not allow this for that purpose"],
  "cross-site": [403, "The request came from another site"],
  "not-found": [404, "There is nothing here"],
  "lease-lost": [409, "That task is no longer yours"],
  "already-superseded": [409, "That answer was superseded before"],
  "set-by-environment": [409, "The setting comes from the environment"],
  "session-full": [409, "No more people can join"],
  "too-large": [413, "The request is too large"],
  "unsupported-media-type": [415, "The body must be JSON"],
  "wrong-host": [421, "This server does not answer to that name"],
  "idempotency-key-reused": [422, "That Idempotency-Key belongs to another request"],
  "too-many-requests": [429, "Too many requests"],
  internal: [500, "Something went wrong on our side"],
} as const satisfies Record<string, readonly [ContentfulStatusCode, string]>;

/** The stable name of a problem. */
export type ProblemCode = keyof typeof PROBLEMS;

/**
 * Thrown inside the HTTP layer to answer with a problem (RFC 9457); it never leaves the process. `detail` is for
 * people and never repeats what they wrote.
 */
export class Problem extends Error {
  readonly problem: ProblemCode;
  readonly detail: string;
  readonly headers: Readonly<Record<string, string>>;

  constructor(problem: ProblemCode, detail: string, headers: Readonly<Record<string, string>> = {}) {
    super(`${problem}: ${detail}`);
    this.name = "Problem";
    this.problem = problem;
    this.detail = detail;
    this.headers = headers;
  }
}

/** The answer for a problem, as application/problem+json. `type` leads to its description on this server. */
export function problemAnswer(
  c: Context,
  { problem, detail, headers }: Pick<Problem, "problem" | "detail" | "headers">,
): Response {
  const [status, title] = PROBLEMS[problem];
  const body = { type: `/api/docs#problem-${problem}`, title, status, detail, code: problem };
  return c.body(JSON.stringify(body), status, { ...headers, "content-type": "application/problem+json" });
}
