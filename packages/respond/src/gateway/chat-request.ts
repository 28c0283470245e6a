import type { Estimate } from "@openempathic/affect";
import { parseEstimate } from "@openempathic/affect";
import { PURPOSES } from "@openempathic/govern";
import type { Purpose, Turn } from "@openempathic/govern";
import { z } from "zod";
import type { ReplyLanguage } from "../plan.ts";
import { GatewayRefusal, invalidRequest } from "./gateway-refusal.ts";

/** What a chat request says to the gateway itself, in its field `empathy`, which the upstream never sees. */
export interface EmpathyRequest {
  /** A stored session whose running picture and risk latch this message continues. */
  readonly session?: string;
  /** The declared use; "companion" when absent. */
  readonly purpose: Purpose;
  /** Estimates of the last message's other channels, made elsewhere, such as on the person's device. */
  readonly signals: readonly Estimate[];
  /** Whether the answer should say on what the picture and the plan rest. */
  readonly explain: boolean;
  /** ISO 3166-1 alpha-2, for helplines. */
  readonly country?: string;
  /** The language of our own words; found from the conversation when absent. */
  readonly language?: ReplyLanguage;
  /** Whether the reply is held against the council set, too; the server's setting when absent. */
  readonly council?: boolean;
}

/** A chat request as the gateway understands it, beside the text from which the upstream's request is cut. */
export interface ChatRequest {
  /** The body as it came. */
  readonly json: string;
  /** The model asked for; `undefined` when the request names none. */
  readonly model: string | undefined;
  readonly streams: boolean;
  /** Whether a stream should end with a usage chunk. */
  readonly wantsUsage: boolean;
  /** Whether the reply is for a program: JSON is handed on as it is, never reworded. */
  readonly wantsJson: boolean;
  /** What was said by person and assistant, in words; instructions, tools and pictures are not in it. */
  readonly turns: readonly Turn[];
  /** Lines of any message, instructions and tools' results too, in which a number or an address may stand. */
  readonly linesWithContacts: readonly string[];
  readonly empathy: EmpathyRequest;
}

/** Most messages in one request, as at OpenAI. */
export const MAX_MESSAGES = 2_048;
/** Most characters (UTF-16 units) of words in one message. */
export const MAX_MESSAGE_CHARACTERS = 200_000;

const EMPATHY = z.strictObject({
  session: z.string().max(200).optional(),
  // An array of a union's members: zod wants a tuple's type, which only the compiler sees.
  purpose: z.enum(PURPOSES as readonly [Purpose, ...Purpose[]]).optional(),
  signals: z.array(z.unknown()).max(16).optional(),
  explain: z.boolean().optional(),
  country: z.string().max(35).optional(),
  language: z.enum(["en", "de"]).optional(),
  council: z.boolean().optional(),
});

const MESSAGE = z.looseObject({
  role: z.string(),
  content: z
    .union([z.string(), z.array(z.looseObject({ type: z.string(), text: z.string().optional() }))])
    .nullish(),
});

const REQUEST = z.looseObject({
  messages: z.array(MESSAGE).min(1),
  model: z.string().optional(),
  stream: z.boolean().nullish(),
  n: z.int().min(1).max(128).nullish(),
  stream_options: z.looseObject({ include_usage: z.boolean().optional() }).nullish(),
  response_format: z.looseObject({ type: z.string() }).nullish(),
  empathy: EMPATHY.nullish(),
});

/**
 * Reads a chat request. Fields that are not named here are nobody's business but the upstream's.
 *
 * @throws {GatewayRefusal} With status 400 or 413 and OpenAI's own codes where it has them, when the body is not
 *   JSON, has a wrong type, too many messages, a message that is too long, a broken character or an unknown purpose.
 */
export function parseChatRequest(json: string): ChatRequest {
  const body = parseJson(json);
  requireFewMessages(body);
  const parsed = REQUEST.safeParse(body);
  if (!parsed.success) throw refusalOf(parsed.error.issues[0]);
  const request = parsed.data;
  return {
    json,
    model: request.model,
    streams: request.stream === true,
    wantsUsage: request.stream_options?.include_usage === true,
    wantsJson: request.response_format != null && request.response_format.type !== "text",
    turns: turnsOf(request.messages),
    linesWithContacts: request.messages
      .flatMap(({ content }) => wordsOf(content).split("\n"))
      .filter((line) => /\d{3}|\d\D\d\D\d|[@.]\w/u.test(line)),
    empathy: empathyOf(request.empathy ?? {}),
  };
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json) as unknown;
  } catch (cause) {
    throw new GatewayRefusal("We could not parse the JSON body of your request.", {
      status: 400,
      type: "invalid_request_error",
      wireCode: "invalid_json",
      cause,
    });
  }
}

/** Before the schema walks them all. */
function requireFewMessages(body: unknown): void {
  if (typeof body !== "object" || body === null || !("messages" in body) || !Array.isArray(body.messages))
    return;
  const count = body.messages.length;
  if (count > MAX_MESSAGES) {
    const message = `Invalid 'messages': array too long. Expected at most ${MAX_MESSAGES} messages, got ${count}.`;
    throw invalidRequest(message, "array_above_max_length", "messages");
  }
}

function refusalOf(issue: z.core.$ZodIssue | undefined): GatewayRefusal {
  const param = (issue?.path ?? [])
    .map((step, index) =>
      typeof step === "number" ? `[${step}]` : `${index === 0 ? "" : "."}${String(step)}`,
    )
    .join("");
  if (param === "empathy.purpose") {
    const message = `Invalid 'empathy.purpose': expected one of ${PURPOSES.join(", ")}.`;
    return invalidRequest(message, "unknown_purpose", param);
  }
  const where = param === "" ? "The request" : `Invalid '${param}'`;
  return invalidRequest(`${where}: ${issue?.message ?? "not understood"}.`, "invalid_type", param);
}

function turnsOf(messages: readonly z.infer<typeof MESSAGE>[]): readonly Turn[] {
  const turns: Turn[] = [];
  for (const [index, { role, content }] of messages.entries()) {
    const text = wordsOf(content);
    requireSoundText(text, `messages[${index}].content`);
    if (text.trim() === "" || (role !== "user" && role !== "assistant")) continue;
    turns.push({ role: role === "user" ? "person" : "assistant", text });
  }
  return turns;
}

function wordsOf(content: z.infer<typeof MESSAGE>["content"]): string {
  if (typeof content === "string") return content;
  return (content ?? [])
    .filter((part) => part.type === "text")
    .map((part) => part.text ?? "")
    .join("\n");
}

function requireSoundText(text: string, param: string): void {
  if (text.length > MAX_MESSAGE_CHARACTERS) {
    const message = `Invalid '${param}': string too long. Expected at most ${MAX_MESSAGE_CHARACTERS} characters.`;
    throw invalidRequest(message, "string_above_max_length", param);
  }
  if (/\p{Surrogate}/u.test(text)) {
    throw invalidRequest(
      `Invalid '${param}': half of a character (a lone surrogate).`,
      "invalid_unicode",
      param,
    );
  }
}

function empathyOf(empathy: z.infer<typeof EMPATHY>): EmpathyRequest {
  const { session, country, language, council } = empathy;
  return {
    purpose: empathy.purpose ?? "companion",
    signals: (empathy.signals ?? []).map(signalOf),
    explain: empathy.explain ?? false,
    ...(session === undefined ? {} : { session }),
    ...(country === undefined ? {} : { country }),
    ...(language === undefined ? {} : { language }),
    ...(council === undefined ? {} : { council }),
  };
}

function signalOf(signal: unknown, index: number): Estimate {
  try {
    return parseEstimate(signal);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : "not an estimate";
    throw new GatewayRefusal(`Invalid 'empathy.signals[${index}]': ${reason}`, {
      status: 400,
      type: "invalid_request_error",
      wireCode: "invalid_estimate",
      param: `empathy.signals[${index}]`,
      cause,
    });
  }
}
