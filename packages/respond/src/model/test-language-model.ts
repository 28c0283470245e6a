import { z } from "zod";
import type { LanguageModelSettings } from "./language-model.ts";
import { LanguageModelUnavailableError } from "./language-model-unavailable-error.ts";
import { openLanguageModel } from "./open-language-model.ts";

/** What a connection test of a language model found. */
export interface LanguageModelTest {
  readonly ok: boolean;
  /** One plain sentence for the person who is setting it up. */
  readonly detail: string;
  /** Models that the server lists, where it lists any. */
  readonly models?: readonly string[];
  /** Milliseconds until the first word of a tiny reply. */
  readonly latencyMs?: number;
}

/** Where to test, by which clock, and how long to wait. */
export interface LanguageModelTestRequest extends LanguageModelSettings {
  /** Milliseconds from any fixed point; only differences are used. */
  readonly now: () => number;
  readonly signal?: AbortSignal;
}

const TEST_LIMIT_MS = 15_000;
const MODEL_LIST = z.object({ data: z.array(z.object({ id: z.string() })) });

/**
 * Tries a language model's settings: asks which models the server has (not every server says) and has one word
 * written. Never throws for what the server does; what went wrong is in `detail`.
 */
export async function testLanguageModel(request: LanguageModelTestRequest): Promise<LanguageModelTest> {
  const limit = AbortSignal.timeout(TEST_LIMIT_MS);
  const signal = request.signal === undefined ? limit : AbortSignal.any([limit, request.signal]);
  const [models, words] = await Promise.all([listModels(request, signal), tryWords(request, signal)]);
  const listed = models === undefined ? {} : { models };
  if (words.kind === "trouble") {
    return { ok: false, detail: withModels(words.detail, request.model, models), ...listed };
  }
  const detail = `${request.model} answered in ${Math.round(words.latencyMs)} ms.`;
  return { ok: true, detail, latencyMs: words.latencyMs, ...listed };
}

type Words =
  | { readonly kind: "words"; readonly latencyMs: number }
  | { readonly kind: "trouble"; readonly detail: string };

async function tryWords(request: LanguageModelTestRequest, signal: AbortSignal): Promise<Words> {
  const model = openLanguageModel({ ...request, silenceLimitMs: request.silenceLimitMs ?? TEST_LIMIT_MS });
  const turns = [{ role: "person", text: "Please say hello." }] as const;
  const startedMs = request.now();
  try {
    for await (const piece of model.word({ system: "Answer with one word.", turns, signal })) {
      if (piece.trim() !== "") return { kind: "words", latencyMs: request.now() - startedMs };
    }
    return { kind: "trouble", detail: "The language model gave an empty answer." };
  } catch (error) {
    if (error instanceof LanguageModelUnavailableError) return { kind: "trouble", detail: error.message };
    request.signal?.throwIfAborted();
    return { kind: "trouble", detail: "The language model did not answer in time." };
  }
}

/** The server's models; `undefined` where it does not say or says something else. */
async function listModels(
  { baseUrl, apiKey, fetch }: LanguageModelSettings,
  signal: AbortSignal,
): Promise<readonly string[] | undefined> {
  try {
    const response = await fetch(`${baseUrl.replace(/\/+$/u, "")}/models`, {
      headers: apiKey === undefined ? {} : { authorization: `Bearer ${apiKey}` },
      signal,
    });
    const list = MODEL_LIST.safeParse(await response.json());
    return list.success ? list.data.data.map((model) => model.id) : undefined;
  } catch {
    // A server need not have a list; whether it can be used is what the words show.
    return undefined;
  }
}

function withModels(detail: string, model: string, models: readonly string[] | undefined): string {
  if (models === undefined || models.length === 0 || models.includes(model)) return detail;
  return `${detail} The server lists: ${models.slice(0, 8).join(", ")}.`;
}
