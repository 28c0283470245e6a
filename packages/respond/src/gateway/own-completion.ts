import { eventText } from "./event-stream.ts";
import type { EmpathyReport } from "./empathy-report.ts";
import { jsonAnswer } from "./gateway-answer.ts";
import type { GatewayAnswer } from "./gateway-answer.ts";

/** The name under which our own words are listed and signed. */
export const LISTENER_MODEL = "open-empathic-listener";

/** An answer in words of our own: the crisis answer or the built-in listener's. */
export interface OwnWords {
  readonly id: string;
  /** Seconds since the epoch. */
  readonly createdS: number;
  readonly text: string;
  readonly empathy: EmpathyReport;
  readonly streams: boolean;
  readonly wantsUsage: boolean;
}

/** Puts our own words into OpenAI's shape, whole or as a stream. No model was used, so no tokens were. */
export function ownCompletion(words: OwnWords): GatewayAnswer {
  if (words.streams) {
    const headers = new Headers({ "content-type": "text/event-stream; charset=utf-8" });
    return { status: 200, headers, body: chunksOf(words), giveUp: () => undefined };
  }
  const message = { role: "assistant", content: words.text, refusal: null };
  const body = {
    ...envelope(words, "chat.completion"),
    choices: [{ index: 0, message, logprobs: null, finish_reason: "stop" }],
    usage: NO_USAGE,
    empathy: words.empathy,
  };
  return jsonAnswer(JSON.stringify(body));
}

/** The listener as `/v1/models` lists it; it was not made at any one time. */
export const LISTENER = {
  id: LISTENER_MODEL,
  object: "model",
  created: 0,
  owned_by: "open-empathic",
} as const;

const NO_USAGE = { prompt_tokens: 0, completion_tokens: 0, total_tokens: 0 };

// eslint-disable-next-line @typescript-eslint/require-await -- a stream of pieces that happen to be there already.
async function* chunksOf(words: OwnWords): AsyncGenerator<string> {
  const chunk = (delta: object, more: object = {}, finishReason: string | null = null): string =>
    eventText(
      JSON.stringify({
        ...envelope(words, "chat.completion.chunk"),
        choices: [{ index: 0, delta, logprobs: null, finish_reason: finishReason }],
        ...more,
      }),
    );
  yield chunk(
    { role: "assistant", content: "", refusal: null },
    { empathy: { ...words.empathy, checks: null } },
  );
  for (const sentence of sentencesOf(words.text)) yield chunk({ content: sentence });
  yield chunk({}, { empathy: { checks: words.empathy.checks } }, "stop");
  if (words.wantsUsage) {
    yield eventText(
      JSON.stringify({ ...envelope(words, "chat.completion.chunk"), choices: [], usage: NO_USAGE }),
    );
  }
  yield eventText("[DONE]");
}

/** Cut after sentence ends and lines; joined again it is the same text. */
function sentencesOf(text: string): readonly string[] {
  return text.match(/[^.!?\n]*[.!?\n]+["”“»)]*\s*|[^.!?\n]+$/gu) ?? [];
}

function envelope(words: OwnWords, object: string): object {
  return { id: words.id, object, created: words.createdS, model: LISTENER_MODEL, system_fingerprint: null };
}
