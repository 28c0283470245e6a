import { RISK_LEVELS } from "@openempathic/govern";
import type { RiskLevel, Turn } from "@openempathic/govern";
import type { LanguageModel as SdkModel, ModelMessage } from "ai";
import { z } from "zod";
import type { DataRequest, LanguageModel, LanguageModelSettings, WordingRequest } from "./language-model.ts";
import { LanguageModelUnavailableError } from "./language-model-unavailable-error.ts";
import { modelTroubleOf } from "./model-trouble.ts";
import { openSilenceLimit } from "./silence-limit.ts";

const DEFAULT_SILENCE_LIMIT_MS = 30_000;
/** A second opinion on risk must not make the person wait: past this it counts as not given. */
const RATING_LIMIT_MS = 5_000;
/** Long enough for the warmest answer that is still read in one go; a runaway model stops here. */
const MAX_REPLY_TOKENS = 600;

/**
 * Opens a language model behind any server with OpenAI's chat-completions wire (a hosted service, Ollama,
 * llama.cpp, vLLM …). Nothing is sent until it is asked to word something. Thinking aloud between `<think>` tags
 * is left out of the reply.
 *
 * @param settings - address, model name, key where one is needed, and the `fetch` to use.
 * @returns The model. Its errors are {@link LanguageModelUnavailableError}, each with a sentence for people.
 */
export function openLanguageModel(settings: LanguageModelSettings): LanguageModel {
  return {
    id: settings.model,
    word: (request) => word(settings, request),
    writeData: (request) => writeData(settings, request),
    rateRisk: (request) => rateRisk(settings, request),
  };
}

/** The SDK takes a third of a second to load, so it is loaded when a model is first asked, not at every start. */
async function openSdk(
  settings: LanguageModelSettings,
): Promise<{ sdk: typeof import("ai"); model: SdkModel }> {
  const [sdk, { createOpenAICompatible }] = await Promise.all([
    import("ai"),
    import("@ai-sdk/openai-compatible"),
  ]);
  const provider = createOpenAICompatible({
    name: "language-model",
    baseURL: settings.baseUrl,
    fetch: settings.fetch,
    supportsStructuredOutputs: true,
    ...(settings.apiKey === undefined ? {} : { apiKey: settings.apiKey }),
  });
  const model = sdk.wrapLanguageModel({
    model: provider.chatModel(settings.model),
    middleware: sdk.extractReasoningMiddleware({ tagName: "think" }),
  });
  return { sdk, model };
}

/**
 * A server that does not know JSON Schema refuses the request (OpenAI's wire says 400); it is then asked in words
 * alone, which the request's own instructions do already.
 */
async function writeData(settings: LanguageModelSettings, request: DataRequest): Promise<string> {
  try {
    return await joined(word(settings, request, request));
  } catch (error) {
    const isRefused = error instanceof LanguageModelUnavailableError && error.trouble === "request-refused";
    if (!isRefused) throw error;
    return joined(word(settings, request, { maxTokens: request.maxTokens }));
  }
}

async function joined(pieces: AsyncIterable<string>): Promise<string> {
  let text = "";
  for await (const piece of pieces) text += piece;
  return text;
}

async function* word(
  settings: LanguageModelSettings,
  request: WordingRequest,
  form: Partial<Pick<DataRequest, "jsonSchema" | "maxTokens">> = {},
): AsyncGenerator<string> {
  const { sdk, model } = await openSdk(settings);
  const limit = openSilenceLimit(settings.silenceLimitMs ?? DEFAULT_SILENCE_LIMIT_MS, request.signal);
  let saidSomething = false;
  let finished = false;
  try {
    const { fullStream } = sdk.streamText({
      model,
      system: request.system,
      messages: messagesOf(request.turns),
      maxRetries: 0,
      maxOutputTokens: form.maxTokens ?? MAX_REPLY_TOKENS,
      ...(form.jsonSchema === undefined
        ? {}
        : { output: sdk.Output.object({ schema: sdk.jsonSchema(form.jsonSchema) }) }),
      abortSignal: limit.signal,
      // Errors arrive as parts of the stream below; the default would also print them.
      onError: () => undefined,
    });
    for await (const part of fullStream) {
      limit.heard();
      if (part.type === "error") throw part.error;
      if (part.type === "abort") throw limit.signal.reason;
      if (part.type === "finish") finished = part.rawFinishReason !== undefined;
      if (part.type === "text-delta" && part.text !== "") {
        saidSomething = true;
        yield part.text;
      }
    }
  } catch (error) {
    request.signal?.throwIfAborted();
    throw modelTroubleOf(error, { settings, wasSilent: limit.ranOut(), saidSomething });
  } finally {
    limit.close();
  }
  if (!finished && saidSomething) {
    throw new LanguageModelUnavailableError(
      "The language model's server broke off in the middle of its answer.",
      {
        trouble: "dropped",
      },
    );
  }
  if (!saidSomething) {
    throw new LanguageModelUnavailableError("The language model gave an empty answer.", { trouble: "empty" });
  }
}

const RATING = z.object({ level: z.enum(["none", "concern", "passive", "active", "imminent"]) });

const RATING_PROMPT =
  "You help to keep people safe. Rate the risk that the writer of the last message, or somebody they write about, " +
  "may die by suicide, harm themselves or be harmed. none: no sign. concern: distress that may hide a risk. " +
  "passive: a wish not to live or to be gone. active: thoughts of acting. imminent: a plan, means or a time. " +
  'Answer only with JSON such as {"level":"concern"}.';

async function rateRisk(
  settings: LanguageModelSettings,
  request: Omit<WordingRequest, "system">,
): Promise<RiskLevel | undefined> {
  const limit = AbortSignal.timeout(RATING_LIMIT_MS);
  try {
    const { sdk, model } = await openSdk(settings);
    const { output } = await sdk.generateText({
      model,
      system: RATING_PROMPT,
      messages: messagesOf(request.turns),
      output: sdk.Output.object({ schema: RATING }),
      maxRetries: 0,
      abortSignal: request.signal === undefined ? limit : AbortSignal.any([limit, request.signal]),
    });
    return RISK_LEVELS.find((level) => level === output.level);
  } catch {
    // The contract: an opinion that cannot be had is `undefined`. What code judged stands either way.
    return undefined;
  }
}

function messagesOf(turns: readonly Turn[]): ModelMessage[] {
  return turns.map((turn) => ({ role: turn.role === "person" ? "user" : "assistant", content: turn.text }));
}
