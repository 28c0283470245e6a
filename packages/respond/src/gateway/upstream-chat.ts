import type { ReplyLanguage } from "../plan.ts";
import { askUpstream } from "./ask-upstream.ts";
import type { Upstream, UpstreamAnswerHead } from "./ask-upstream.ts";
import type { ChatRequest } from "./chat-request.ts";
import { checkedChunks } from "./checked-chunks.ts";
import { checkedCompletion } from "./checked-completion.ts";
import type { EmpathyReport } from "./empathy-report.ts";
import { jsonAnswer } from "./gateway-answer.ts";
import type { GatewayAnswer, GatewayRequest } from "./gateway-answer.ts";
import type { GatewayOptions } from "./gateway-options.ts";
import { openAiErrorBody } from "./gateway-refusal.ts";
import { headersFromUpstream, headersToUpstream } from "./headers.ts";
import { upstreamRequest } from "./upstream-request.ts";
import { upstreamWordsCheck } from "./words-check.ts";

/** A chat request that the upstream is to word. */
export interface UpstreamChat {
  readonly request: GatewayRequest;
  readonly chat: ChatRequest;
  readonly upstream: Upstream;
  readonly options: GatewayOptions;
  /** The plan as a system message; `undefined` when the person has said nothing. */
  readonly instructions: string | undefined;
  /** The language of the check. */
  readonly language: ReplyLanguage;
  /** Lines in which contacts stand that a reply may name. */
  readonly contacts: readonly string[];
  /** Whether the reply is held against the council set, too. */
  readonly council: boolean;
  readonly report: (checks: EmpathyReport["checks"]) => EmpathyReport;
}

/** Most characters of an upstream's error that are handed on. */
const MAX_ERROR_CHARACTERS = 64_000;
/** Most characters of a whole completion; beyond it the upstream is not talking to us. */
const MAX_COMPLETION_CHARACTERS = 32_000_000;

/** Asks the upstream for the wording and sends it on, checked. */
export async function upstreamChat(asked: UpstreamChat): Promise<GatewayAnswer> {
  const { chat, request, upstream, options } = asked;
  const gone = new AbortController();
  const signal = AbortSignal.any([request.signal, gone.signal]);
  const body = upstreamRequest(chat.json, { instructions: asked.instructions, model: upstream.model });
  const headers = headersToUpstream(request.headers, upstream.apiKey);
  headers.set("content-type", "application/json");
  const answer = await askUpstream(
    {
      upstream,
      path: "chat/completions",
      method: "POST",
      headers,
      body,
      signal,
      firstByteMs: options.limits.upstreamFirstByteMs,
      silenceMs: options.limits.upstreamSilenceMs,
    },
    options.send,
  );
  if (!answer.ok) return errorAnswer(answer, upstream);
  const openCheck = chat.wantsJson
    ? undefined
    : () => upstreamWordsCheck({ ...asked, body, headers, signal });
  if (isEventStream(answer.headers)) {
    return {
      status: 200,
      headers: headersFromUpstream(answer.headers),
      body: checkedChunks(answer.text(), { openCheck, empathy: asked.report(null) }),
      giveUp: () => gone.abort(),
    };
  }
  const json = await wholeText(answer, MAX_COMPLETION_CHARACTERS);
  const completion = await checkedCompletion(json, openCheck?.(), asked.report);
  return jsonAnswer(completion, 200, headersFromUpstream(answer.headers));
}

function isEventStream(headers: Headers): boolean {
  return (headers.get("content-type") ?? "").startsWith("text/event-stream");
}

/** The upstream's own error, with its status; put into OpenAI's shape where it has another. */
async function errorAnswer(answer: UpstreamAnswerHead, upstream: Upstream): Promise<GatewayAnswer> {
  const { status, headers } = answer;
  const text = withoutKey(await wholeText(answer, MAX_ERROR_CHARACTERS), upstream.apiKey);
  const body = hasErrorShape(text)
    ? text
    : openAiErrorBody(`The upstream answered with status ${status}.`, {
        type: "upstream_error",
        wireCode: "upstream_error",
      });
  return jsonAnswer(body, status, headersFromUpstream(headers));
}

function hasErrorShape(text: string): boolean {
  try {
    const body = JSON.parse(text) as { readonly error?: { readonly message?: unknown } } | null;
    return typeof body?.error?.message === "string";
  } catch {
    return false;
  }
}

/** Some servers repeat the key they refuse. */
function withoutKey(text: string, apiKey: string | undefined): string {
  return apiKey === undefined || apiKey === "" ? text : text.replaceAll(apiKey, "***");
}

async function wholeText(answer: UpstreamAnswerHead, limit: number): Promise<string> {
  let text = "";
  for await (const piece of answer.text()) {
    text += piece;
    if (text.length > limit) break;
  }
  return text;
}
