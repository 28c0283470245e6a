import { helplinesFor, judgeRisk, permitFor } from "@openempathic/govern";
import { crisisAnswer } from "../crisis/crisis-answer.ts";
import { listen } from "../listening/listen.ts";
import type { Plan } from "../plan.ts";
import { planPrompt } from "../planning/plan-prompt.ts";
import { planReply } from "../planning/plan-reply.ts";
import { identifyReplyLanguage } from "../words/reply-language.ts";
import { checkReport, checkWhole } from "./check-words.ts";
import { parseChatRequest } from "./chat-request.ts";
import type { ChatRequest } from "./chat-request.ts";
import { empathyReport } from "./empathy-report.ts";
import type { EmpathyReport } from "./empathy-report.ts";
import { forwardToUpstream, modelsAnswer } from "./forward.ts";
import type { GatewayAnswer, GatewayRequest } from "./gateway-answer.ts";
import { GatewayRefusal, refusalAnswer } from "./gateway-refusal.ts";
import type { GatewayCall, GatewayOptions } from "./gateway-options.ts";
import { ownCompletion } from "./own-completion.ts";
import { readBody } from "./read-body.ts";
import { needsCrisisAnswer, planningLatch } from "./crisis-rule.ts";
import { openUnderstander } from "./understand.ts";
import type { Understanding, Understander } from "./understand.ts";
import { upstreamChat } from "./upstream-chat.ts";
import { ownWordsCheck } from "./words-check.ts";

/** OpenAI's wire with empathy in it: one function per kind of request, each from a request to an answer. */
export interface Gateway {
  /** `POST /chat/completions`. */
  chat(request: GatewayRequest, call: GatewayCall): Promise<GatewayAnswer>;
  /** `GET /models` and `GET /models/{id}`; `path` is what follows the base URL. */
  models(request: GatewayRequest, path: string): Promise<GatewayAnswer>;
  /** Any other path: handed to the upstream and back, untouched. `path` is what follows the base URL. */
  forward(request: GatewayRequest, path: string): Promise<GatewayAnswer>;
}

/**
 * Opens the gateway. It keeps nothing of a conversation but a bounded cache of estimates by digest, so any number
 * of processes can serve the same client. What goes wrong comes back in OpenAI's error shape; nothing is thrown.
 *
 * The order of a chat request is the order of care: risk is judged by code first, the crisis answer needs neither
 * upstream nor network; then the plan; then the upstream's wording; then the check of every sentence.
 */
export function openGateway(options: GatewayOptions): Gateway {
  const understander = openUnderstander(options);
  // The lexicons are compiled at their first use, and the first person in need should not wait for that.
  judgeRisk([{ role: "person", text: "Hello." }]);
  const guarded = async (work: () => Promise<GatewayAnswer>): Promise<GatewayAnswer> => {
    try {
      return await work();
    } catch (error) {
      if (error instanceof GatewayRefusal) return refusalAnswer(error);
      throw error;
    }
  };
  return {
    chat: (request, call) => guarded(() => chat(request, call, { options, understander })),
    models: (request, path) => guarded(() => modelsAnswer(request, path, options)),
    forward: (request, path) => guarded(() => forwardToUpstream(request, path, options)),
  };
}

interface Opened {
  readonly options: GatewayOptions;
  readonly understander: Understander;
}

/** What was understood and decided about one chat request. */
interface Considered {
  readonly chat: ChatRequest;
  readonly understanding: Understanding;
  /** `undefined` when the person has said nothing. */
  readonly plan: Plan | undefined;
  readonly country: string | undefined;
}

async function chat(request: GatewayRequest, call: GatewayCall, opened: Opened): Promise<GatewayAnswer> {
  const { options } = opened;
  // Looked up beside the work on the message; a crisis answer does not wait for it, nor fail with it.
  const lookedUp = options.upstream();
  lookedUp.catch(() => undefined);
  const considered = await consider(request, call, opened);
  if (considered.plan !== undefined && needsCrisisAnswer(considered.understanding)) {
    return crisisCompletion(considered, considered.plan, options);
  }
  const upstream = await lookedUp;
  if (upstream === undefined) return listenerCompletion(considered, options);
  return upstreamChat({
    request,
    chat: considered.chat,
    upstream,
    options,
    instructions: instructionsOf(considered),
    language: considered.plan?.language ?? "en",
    contacts: contactsOf(considered),
    council: considered.chat.empathy.council ?? options.council ?? false,
    report: (checks) => reportOf(considered, checks),
  });
}

async function consider(request: GatewayRequest, call: GatewayCall, opened: Opened): Promise<Considered> {
  const { options, understander } = opened;
  const chat = parseChatRequest(await readBody(request, options.limits.bodyBytes));
  requirePermits(chat, options);
  const session = await sessionOf(chat, call, options);
  const { turns } = chat;
  const understanding = await understander.understand({
    turns,
    signals: chat.empathy.signals,
    session,
    atMs: options.now(),
  });
  const language = chat.empathy.language ?? identifyReplyLanguage(turns);
  const plan =
    understanding.judgement === undefined
      ? undefined
      : planReply({ turns, state: understanding.state, risk: planningLatch(understanding), language });
  return { chat, understanding, plan, country: chat.empathy.country ?? session?.country };
}

/** Whoever calls the wire shows the notices; what no notice makes lawful is refused here. */
function requirePermits({ empathy }: ChatRequest, { jurisdiction }: GatewayOptions): void {
  for (const [index, { modality }] of empathy.signals.entries()) {
    if (modality !== "voice" && modality !== "face") continue;
    const decision = permitFor({
      purpose: empathy.purpose,
      modality,
      noticeAnswered: true,
      ...(jurisdiction === undefined ? {} : { jurisdiction }),
    });
    if (decision.kind === "permitted") continue;
    throw new GatewayRefusal(decision.reason, {
      status: 403,
      type: "permission_error",
      wireCode: "not_permitted",
      param: `empathy.signals[${index}]`,
    });
  }
}

async function sessionOf({ empathy }: ChatRequest, call: GatewayCall, options: GatewayOptions) {
  if (empathy.session === undefined) return undefined;
  const session = await options.session?.(empathy.session, call.participantId);
  if (session !== undefined) return session;
  throw new GatewayRefusal("There is no such session.", {
    status: 404,
    type: "invalid_request_error",
    wireCode: "session_not_found",
    param: "empathy.session",
  });
}

function crisisCompletion(considered: Considered, plan: Plan, options: GatewayOptions): GatewayAnswer {
  const { chat, understanding, country } = considered;
  const { text } = crisisAnswer({
    language: plan.language,
    latch: understanding.latch,
    turns: chat.turns,
    ...(country === undefined ? {} : { country }),
  });
  return inOwnWords(considered, text, { options, checks: checkReport(text, []) });
}

async function listenerCompletion(considered: Considered, options: GatewayOptions): Promise<GatewayAnswer> {
  const { chat, understanding, plan } = considered;
  const text = plan === undefined ? "" : listen({ plan, turns: chat.turns, state: understanding.state });
  const checked = await checkWhole(text, ownWordsCheck(plan?.language ?? "en"));
  return inOwnWords(considered, checked.text, {
    options,
    checks: checkReport(checked.text, checked.findings),
  });
}

function inOwnWords(
  considered: Considered,
  text: string,
  { options, checks }: { readonly options: GatewayOptions; readonly checks: EmpathyReport["checks"] },
): GatewayAnswer {
  return ownCompletion({
    id: `chatcmpl-${options.newId()}`,
    createdS: Math.floor(options.now() / 1000),
    text,
    empathy: reportOf(considered, checks),
    streams: considered.chat.streams,
    wantsUsage: considered.chat.wantsUsage,
  });
}

/** Not invented is what the checked table holds, and what somebody in this conversation has named. */
function contactsOf({ chat, country }: Considered): readonly string[] {
  return [...helplinesFor(country).entries.map((entry) => entry.contact), ...chat.linesWithContacts];
}

function instructionsOf({ plan, understanding }: Considered): string | undefined {
  if (plan === undefined) return undefined;
  const { state } = understanding;
  return planPrompt({ plan, state, risk: planningLatch(understanding), language: plan.language });
}

function reportOf({ chat, understanding, plan }: Considered, checks: EmpathyReport["checks"]): EmpathyReport {
  return empathyReport(understanding, plan, { explain: chat.empathy.explain, checks });
}
