import type { CheckRule } from "../check.ts";
import { openReplyCheck } from "../checking/reply-check.ts";
import { replacementFor } from "../checking/replacement-for.ts";
import type { ReplyLanguage } from "../plan.ts";
import { askUpstream } from "./ask-upstream.ts";
import type { Upstream } from "./ask-upstream.ts";
import type { WordsCheck } from "./check-words.ts";
import { GatewayRefusal } from "./gateway-refusal.ts";
import type { GatewayOptions } from "./gateway-options.ts";
import { jsonElements, jsonSpanAt } from "./json-text.ts";
import { rewritePrompt, rewrittenSentence } from "./rewrite-prompt.ts";

/** Longest wait for a second wording, in milliseconds; then the sentence is replaced. */
const REWRITE_LIMIT_MS = 8_000;

/** The check of words that nobody can word anew: the built-in listener's. */
export function ownWordsCheck(language: ReplyLanguage): WordsCheck {
  return () => openReplyCheck({ language, replace: (rule) => replacementFor(rule, language) });
}

/** Where an upstream's words come from, so that it can be asked for a sentence again. */
export interface WordsOrigin {
  readonly upstream: Upstream;
  readonly options: Pick<GatewayOptions, "send">;
  /** The upstream's request. */
  readonly body: string;
  readonly headers: Headers;
  readonly language: ReplyLanguage;
  /** Lines in which contacts stand that a reply may name. */
  readonly contacts: readonly string[];
  /** Whether the council set applies. */
  readonly council: boolean;
  readonly signal: AbortSignal;
}

/**
 * The check of an upstream's words: given out phrase by phrase as soon as no rule can be broken by them; a sentence
 * that breaks one is asked for again, once, and then replaced.
 */
export function upstreamWordsCheck(origin: WordsOrigin): WordsCheck {
  const { language, contacts, council } = origin;
  return () =>
    openReplyCheck({
      language,
      contacts,
      council,
      hold: "phrase",
      regenerate: (failed, rule) => wordedAnew(failed, rule, origin),
      replace: (rule) => replacementFor(rule, language),
    });
}

async function wordedAnew(failed: string, rule: CheckRule, origin: WordsOrigin): Promise<string | undefined> {
  const { upstream, options, signal, headers } = origin;
  const limit = AbortSignal.timeout(REWRITE_LIMIT_MS);
  const ask = {
    upstream,
    path: "chat/completions",
    method: "POST",
    headers,
    body: rewriteRequest(origin.body, failed, rule),
    signal: AbortSignal.any([signal, limit]),
    firstByteMs: REWRITE_LIMIT_MS,
    silenceMs: REWRITE_LIMIT_MS,
  };
  try {
    const answer = await askUpstream(ask, options.send);
    let text = "";
    for await (const piece of answer.text()) text += piece;
    return answer.ok ? rewrittenSentence(contentOf(text)) : undefined;
  } catch (error) {
    // No second wording to be had in time: the sentence is replaced instead. An asker who left ends it all.
    if (error instanceof GatewayRefusal || limit.aborted) return undefined;
    throw error;
  }
}

/** The same conversation without tools and options, and the wish for one sentence. */
function rewriteRequest(body: string, failed: string, rule: CheckRule): string {
  const model = jsonSpanAt(body, ["model"]);
  const messages = jsonSpanAt(body, ["messages"]);
  const before = messages === undefined ? [] : jsonElements(body, messages.start);
  const all = [
    ...before.map((span) => body.slice(span.start, span.end)),
    JSON.stringify({ role: "assistant", content: failed }),
    JSON.stringify({ role: "user", content: rewritePrompt(failed, rule) }),
  ];
  const modelJson = model === undefined ? '""' : body.slice(model.start, model.end);
  return `{"model":${modelJson},"messages":[${all.join(",")}],"stream":false}`;
}

function contentOf(json: string): string {
  try {
    const body = JSON.parse(json) as {
      readonly choices?: readonly { readonly message?: { readonly content?: unknown } }[];
    } | null;
    const content = body?.choices?.[0]?.message?.content;
    return typeof content === "string" ? content : "";
  } catch {
    return "";
  }
}
