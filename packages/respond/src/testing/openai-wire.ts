import type { ScriptedToolCall } from "./upstream-answer.ts";

/** What the wire repeats on every chunk of one completion. */
export interface Envelope {
  readonly id: string;
  readonly created: number;
  readonly model: string;
}

/** A text cut as tokenizers cut it: each space belongs to the word after it; joined again it is the same text. */
export function tokensOf(text: string | readonly string[]): readonly string[] {
  return typeof text === "string" ? (text.match(/\s*\S+|\s+$/gu) ?? []) : text;
}

/** One streamed chunk of OpenAI's wire, for one choice. */
export function chunk(
  envelope: Envelope,
  index: number,
  part: { readonly delta: object; readonly finishReason?: string; readonly logprobs?: object },
): object {
  return {
    id: envelope.id,
    object: "chat.completion.chunk",
    created: envelope.created,
    model: envelope.model,
    system_fingerprint: "fp_scripted",
    choices: [
      {
        index,
        delta: part.delta,
        logprobs: part.logprobs ?? null,
        finish_reason: part.finishReason ?? null,
      },
    ],
  };
}

/** The chunk before the end that carries the usage, asked for with `stream_options.include_usage`. */
export function usageChunk(envelope: Envelope, completionTokens: number): object {
  return {
    id: envelope.id,
    object: "chat.completion.chunk",
    created: envelope.created,
    model: envelope.model,
    choices: [],
    usage: usage(completionTokens),
  };
}

/** A whole completion of OpenAI's wire. */
export function completion(
  envelope: Envelope,
  messages: readonly object[],
  details: CompletionDetails,
): object {
  return {
    id: envelope.id,
    object: "chat.completion",
    created: envelope.created,
    model: envelope.model,
    system_fingerprint: "fp_scripted",
    choices: messages.map((message, index) => ({
      index,
      message: { role: "assistant", content: null, refusal: null, ...message },
      logprobs: details.logprobs ?? null,
      finish_reason: details.finishReason,
    })),
    usage: usage(details.completionTokens),
  };
}

/** How a whole completion ended. */
export interface CompletionDetails {
  readonly finishReason: string;
  readonly completionTokens: number;
  readonly logprobs?: object;
}

/** The `logprobs` field for some tokens; every token gets the same made-up log-probability. */
export function logprobsOf(tokens: readonly string[]): object {
  return {
    content: tokens.map((token) => ({
      token,
      logprob: -0.25,
      bytes: [...new TextEncoder().encode(token)],
      top_logprobs: [],
    })),
    refusal: null,
  };
}

/** Tool calls as a whole message carries them. */
export function toolCallsOf(calls: readonly ScriptedToolCall[]): readonly object[] {
  return calls.map((call) => ({
    id: call.id,
    type: "function",
    function: { name: call.name, arguments: call.arguments },
  }));
}

/** Tool calls as a stream carries them: the name first, then the arguments in two pieces. */
export function toolCallDeltas(calls: readonly ScriptedToolCall[]): readonly object[] {
  return calls.flatMap((call, index) => {
    const middle = Math.ceil(call.arguments.length / 2);
    const head = { index, id: call.id, type: "function", function: { name: call.name, arguments: "" } };
    const rest = [call.arguments.slice(0, middle), call.arguments.slice(middle)];
    return [head, ...rest.map((piece) => ({ index, function: { arguments: piece } }))].map((toolCall) => ({
      tool_calls: [toolCall],
    }));
  });
}

function usage(completionTokens: number): object {
  return { prompt_tokens: 12, completion_tokens: completionTokens, total_tokens: 12 + completionTokens };
}
