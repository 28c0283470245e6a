import type { LanguageModelSettings } from "./language-model.ts";
import { LanguageModelUnavailableError } from "./language-model-unavailable-error.ts";
import type { LanguageModelTrouble } from "./language-model-unavailable-error.ts";

/** What was known when something failed. */
export interface TroubleContext {
  readonly settings: Pick<LanguageModelSettings, "baseUrl" | "model">;
  readonly wasSilent: boolean;
  readonly saidSomething: boolean;
}

/**
 * Turns whatever was thrown while asking a language model into one error with a sentence for people. The sentence
 * is made here, never copied from the server, so no key or conversation can be in it.
 */
export function modelTroubleOf(error: unknown, context: TroubleContext): LanguageModelUnavailableError {
  if (error instanceof LanguageModelUnavailableError) return error;
  const status = statusOf(error);
  const trouble = kindOf(error, status, context);
  return new LanguageModelUnavailableError(SENTENCES[trouble](context, status), {
    trouble,
    cause: error,
    ...(status === undefined ? {} : { status }),
  });
}

function kindOf(error: unknown, status: number | undefined, context: TroubleContext): LanguageModelTrouble {
  if (context.wasSilent) return "silent";
  if (status !== undefined && status >= 400) return kindOfStatus(status);
  if (isConnectionTrouble(error)) return context.saidSomething ? "dropped" : "unreachable";
  return context.saidSomething ? "dropped" : "garbage";
}

function kindOfStatus(status: number): LanguageModelTrouble {
  if (status === 401 || status === 403) return "key-refused";
  if (status === 404) return "not-found";
  if (status === 429) return "too-many-requests";
  return status >= 500 ? "server-error" : "request-refused";
}

/** The SDK's error for a refused call carries the HTTP status in this field. */
function statusOf(error: unknown): number | undefined {
  return error instanceof Error && "statusCode" in error && typeof error.statusCode === "number"
    ? error.statusCode
    : undefined;
}

/** Node's fetch hides the reason in a chain of causes; only a failed system call or socket has a `code`. */
function isConnectionTrouble(error: unknown): boolean {
  for (let inner = error; inner instanceof Error; inner = inner.cause) {
    if ("code" in inner && typeof inner.code === "string" && /^(E[A-Z]+|UND_ERR_.*)$/u.test(inner.code)) {
      return true;
    }
    if (inner.message === "terminated" || inner.message === "fetch failed") return true;
  }
  return false;
}

const SENTENCES: Readonly<
  Record<LanguageModelTrouble, (context: TroubleContext, status: number | undefined) => string>
> = {
  unreachable: ({ settings }) =>
    `Nothing answers at ${hostOf(settings.baseUrl)}. Is the language model running?`,
  "key-refused": () => "The language model's server refused the API key.",
  "not-found": ({ settings }) =>
    `The server at ${hostOf(settings.baseUrl)} does not know this address or the model "${settings.model}".`,
  "too-many-requests": () =>
    "The language model's server is refusing more requests for now. Try again in a while.",
  "server-error": (_context, status) =>
    `The language model's server failed with status ${status ?? "unknown"}.`,
  "request-refused": (_context, status) =>
    `The language model's server did not accept the request (status ${status ?? "unknown"}).`,
  silent: () => "The language model did not answer in time.",
  dropped: () => "The language model's server broke off in the middle of its answer.",
  garbage: ({ settings }) =>
    `What answers at ${hostOf(settings.baseUrl)} does not speak OpenAI's chat-completions wire.`,
  empty: () => "The language model gave an empty answer.",
};

function hostOf(baseUrl: string): string {
  return URL.canParse(baseUrl) ? new URL(baseUrl).host : "the address given";
}
