import type { RiskLevel, Turn } from "@openempathic/govern";

/** What a language model is asked to word: instructions, and the conversation whose last turn is the person's. */
export interface WordingRequest {
  /** The short system message that carries the plan. */
  readonly system: string;
  readonly turns: readonly Turn[];
  readonly signal?: AbortSignal;
}

/** What a language model is asked to make as data. */
export interface DataRequest extends WordingRequest {
  /** The JSON Schema that the answer should follow. Servers that know it hold the model to it; the asker checks. */
  readonly jsonSchema: Readonly<Record<string, unknown>>;
  /** The most that is written, in tokens. */
  readonly maxTokens: number;
}

/**
 * Any model that words replies. It is never asked what to do, only how to say it: risk and the plan are decided by
 * code before, and every sentence is checked after.
 */
export interface LanguageModel {
  /** The model's name as its server knows it. */
  readonly id: string;
  /**
   * The reply, piece by piece, as the model writes it.
   * @throws {LanguageModelUnavailableError} From the first or any later piece, when the model cannot (go on to) answer.
   */
  word(request: WordingRequest): AsyncIterable<string>;
  /**
   * What the model writes when it is asked for JSON: mostly JSON, not always, and not always by the schema.
   * @throws {LanguageModelUnavailableError} When the model cannot answer to the end.
   */
  writeData(request: DataRequest): Promise<string>;
  /**
   * How grave the model thinks the risk in the person's last message is; `undefined` when it could not say. Used
   * only to raise what code judged, never to lower it. Never throws.
   */
  rateRisk(request: Omit<WordingRequest, "system">): Promise<RiskLevel | undefined>;
}

/** Where a language model listens: any server with OpenAI's chat-completions wire. */
export interface LanguageModelSettings {
  /** Up to and including the version, such as `http://127.0.0.1:11434/v1`. */
  readonly baseUrl: string;
  readonly model: string;
  readonly apiKey?: string;
  readonly fetch: typeof globalThis.fetch;
  /** Longest silence, in milliseconds, before the first and between later pieces. Default 30,000. */
  readonly silenceLimitMs?: number;
}
