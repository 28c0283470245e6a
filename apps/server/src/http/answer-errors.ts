import type { Context } from "hono";
import { routePath } from "hono/route";
import { HTTPException } from "hono/http-exception";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { Log } from "./log.ts";
import { PROBLEMS, Problem, problemAnswer } from "./problem.ts";

/** Turns whatever a route threw into an answer: our problems as they are, all else as "internal", logged. */
export function answerErrors(log: Log): (error: Error, c: Context) => Response {
  return (error, c) => {
    const problem = problemFrom(error);
    if (problem.problem === "internal") log.failure(`${c.req.method} ${routePath(c)}`, error);
    return c.req.path.startsWith("/v1/") ? openAiError(c, problem) : problemAnswer(c, problem);
  };
}

function problemFrom(error: Error): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof HTTPException && error.status === 400) {
    return new Problem("invalid-request", "The request could not be read.");
  }
  return new Problem("internal", "This is a fault of the server, not of the request. It has been logged.");
}

/** The shape in which clients of OpenAI's wire expect an error. */
function openAiError(c: Context, { problem, detail, headers }: Problem): Response {
  const status: ContentfulStatusCode = PROBLEMS[problem][0];
  const type = status < 500 ? "invalid_request_error" : "server_error";
  return c.json({ error: { message: detail, type, param: null, code: problem } }, status, headers);
}
