import { abstain, CATEGORIES, type Estimate, type EstimateSource, makeEstimate } from "@openempathic/affect";
import type { Coverage, PerceiveOptions, Perceiver, TextSignal } from "../perceiver.ts";
import { tooShort } from "../text/text-abstention.ts";
import { PerceiverAnswerError } from "./perceiver-answer-error.ts";
import { PerceiverUnavailableError } from "./perceiver-unavailable-error.ts";
import { completion, serviceAnswer, type ServiceAnswer } from "./service-answer.ts";
import { serviceRequest } from "./service-request.ts";

export interface UrlPerceiverSettings {
  /** Of an OpenAI-compatible server, up to and with the version: `http://127.0.0.1:11434/v1`. */
  readonly baseUrl: string;
  readonly model: string;
  readonly apiKey?: string;
  readonly fetch: typeof globalThis.fetch;
  /** 30,000 unless told. */
  readonly timeoutMs?: number;
}

/** Nobody has measured how far a given service is off, so its dimensions carry a wide spread. */
const UNMEASURED_SD = 0.4;

/** So many texts of a batch are with the service at once. */
const AT_ONCE = 4;

/** The first answer, and one more try. */
const TRIES = 2;

/**
 * Opens a perceiver behind a URL: any OpenAI-compatible chat server with structured output, for any language its
 * model reads. Its likelihoods are the model's opinion: they are not calibrated, and the text leaves this machine
 * unless the server runs on it.
 *
 * Its methods reject with {@link PerceiverUnavailableError} and {@link PerceiverAnswerError}.
 *
 * @throws {RangeError} For a base URL that is none, or not HTTP.
 */
export function openUrlPerceiver(settings: UrlPerceiverSettings): Perceiver {
  const url = URL.canParse(settings.baseUrl) ? new URL(settings.baseUrl) : undefined;
  if (url?.protocol !== "http:" && url?.protocol !== "https:") {
    throw new RangeError(`openUrlPerceiver needs an http or https base URL, got "${settings.baseUrl}"`);
  }
  return new UrlPerceiver(settings);
}

class UrlPerceiver implements Perceiver {
  readonly id = "text-url";
  readonly version: string;
  readonly modality = "text";
  readonly coverage: Coverage = {
    categories: CATEGORIES.map(({ id }) => id),
    dimensions: ["valence", "arousal", "dominance"],
    languages: ["*"],
  };
  readonly nativeLabelSets = [];
  readonly #settings: UrlPerceiverSettings;
  readonly #source: EstimateSource;

  constructor(settings: UrlPerceiverSettings) {
    this.version = settings.model;
    this.#settings = settings;
    this.#source = { kind: "service", id: this.id, version: settings.model };
  }

  async perceive(signal: TextSignal, options?: PerceiveOptions): Promise<Estimate> {
    options?.signal?.throwIfAborted();
    const short = tooShort(signal.text);
    if (short !== undefined) return abstain({ modality: "text", ...short, source: this.#source });
    const answer = await this.#ask(signal.text, options?.signal);
    const { valence, arousal, dominance } = answer.dimensions;
    return makeEstimate({
      modality: "text",
      likelihood: answer.likelihood,
      dimensions: {
        valence: { mean: valence, sd: UNMEASURED_SD },
        arousal: { mean: arousal, sd: UNMEASURED_SD },
        dominance: { mean: dominance, sd: UNMEASURED_SD },
      },
      source: this.#source,
    });
  }

  async perceiveBatch(
    signals: readonly TextSignal[],
    options?: PerceiveOptions,
  ): Promise<readonly Estimate[]> {
    const estimates: Estimate[] = [];
    for (let from = 0; from < signals.length; from += AT_ONCE) {
      const some = signals.slice(from, from + AT_ONCE);
      estimates.push(...(await Promise.all(some.map((signal) => this.perceive(signal, options)))));
    }
    return estimates;
  }

  perceiveLabels(_signals: readonly TextSignal[], labelSet: string): Promise<never> {
    return Promise.reject(
      new RangeError(
        `perceiveLabels of ${this.id} needs a native label set, of which it has none, got "${labelSet}"`,
      ),
    );
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  async #ask(text: string, abort: AbortSignal | undefined): Promise<ServiceAnswer> {
    let cause: unknown;
    for (let attempt = 0; attempt < TRIES; attempt++) {
      const body = await this.#send(text, abort);
      try {
        const { choices } = completion.parse(JSON.parse(body));
        return serviceAnswer.parse(JSON.parse(choices[0]?.message.content ?? ""));
      } catch (error) {
        cause = error;
      }
    }
    throw new PerceiverAnswerError(
      `The model ${this.version} answered ${TRIES} times with something that is no estimate.`,
      { cause },
    );
  }

  async #send(text: string, abort: AbortSignal | undefined): Promise<string> {
    const { baseUrl, model, apiKey, fetch, timeoutMs = 30_000 } = this.#settings;
    const timeout = AbortSignal.timeout(timeoutMs);
    let response: Response;
    let body: string;
    try {
      response = await fetch(`${baseUrl.replace(/\/+$/, "")}/chat/completions`, {
        method: "POST",
        headers: {
          "content-type": "application/json",
          ...(apiKey === undefined ? {} : { authorization: `Bearer ${apiKey}` }),
        },
        body: JSON.stringify(serviceRequest(text, model)),
        signal: abort === undefined ? timeout : AbortSignal.any([abort, timeout]),
      });
      body = await response.text();
    } catch (cause) {
      // The caller's own abort is theirs to see, not a failure of the service.
      abort?.throwIfAborted();
      const why = timeout.aborted ? `did not answer within ${timeoutMs} ms` : "could not be reached";
      throw new PerceiverUnavailableError(`The perception service ${why}.`, { cause });
    }
    if (!response.ok) {
      throw new PerceiverUnavailableError(`The perception service answered with status ${response.status}.`, {
        status: response.status,
      });
    }
    return body;
  }
}
