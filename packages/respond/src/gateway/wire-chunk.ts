import type { EmpathyReport } from "./empathy-report.ts";
import { upstreamTrouble } from "./gateway-refusal.ts";

/** One choice of a streamed chunk, as far as the gateway looks at it. */
export interface ChunkChoice {
  readonly index?: number;
  readonly delta?: {
    readonly content?: string | null;
    readonly tool_calls?: unknown;
    readonly function_call?: unknown;
    readonly refusal?: unknown;
  };
  readonly finish_reason?: string | null;
  readonly logprobs?: unknown;
}

/** A streamed chunk, as far as the gateway looks at it. */
export interface WireChunk {
  readonly choices?: readonly ChunkChoice[];
  readonly usage?: unknown;
  readonly error?: unknown;
  /** Ours, on the first chunk. */
  readonly empathy?: EmpathyReport;
}

/**
 * Reads the data of one event of a chat stream.
 *
 * @throws {GatewayRefusal} 502 `upstream_invalid_response` when it is not a JSON object, or its words are no text.
 */
export function parseChunk(data: string): WireChunk {
  let chunk: unknown;
  try {
    chunk = JSON.parse(data);
  } catch (cause) {
    throw notAChunk(cause);
  }
  if (typeof chunk !== "object" || chunk === null || Array.isArray(chunk)) throw notAChunk(undefined);
  const choices: unknown = "choices" in chunk ? chunk.choices : [];
  if (choices != null && !(Array.isArray(choices) && choices.every(isChoice))) throw notAChunk(undefined);
  return chunk;
}

/** A chunk without its usage, for all but the last of the chunks that it is cut into. */
export function withoutUsage(chunk: WireChunk): WireChunk {
  return Object.fromEntries(Object.entries(chunk).filter(([key]) => key !== "usage"));
}

function isChoice(choice: unknown): choice is ChunkChoice {
  if (typeof choice !== "object" || choice === null) return false;
  const delta: unknown = "delta" in choice ? choice.delta : undefined;
  if (delta == null) return true;
  if (typeof delta !== "object") return false;
  const content: unknown = "content" in delta ? delta.content : undefined;
  return content == null || typeof content === "string";
}

function notAChunk(cause: unknown): Error {
  return upstreamTrouble("The upstream sent something that is not a chat chunk.", {
    status: 502,
    wireCode: "upstream_invalid_response",
    cause,
  });
}
