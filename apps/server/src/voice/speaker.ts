import type { Log } from "../http/log.ts";
import { boundedModelFetch } from "../http/model-fetch.ts";
import type { VoiceSetting } from "./voice-setting.ts";

/** Something said, as a file. */
export interface Speech {
  readonly bytes: ArrayBuffer;
  /** Its media type, as in "audio/mpeg". */
  readonly type: string;
}

/** Has words said by a voice. */
export interface Speaker {
  /** `undefined` when the voice cannot say them now; nothing waits for it longer than a while. */
  say(text: string, voice: VoiceSetting): Promise<Speech | undefined>;
}

/** What a speaker works with. */
export interface SpeakerMeans {
  readonly fetch: typeof globalThis.fetch;
  readonly closing: AbortSignal;
  readonly log: Log;
  /** Most bytes of speech that are kept. */
  readonly keptBytes?: number;
}

const KEPT_BYTES = 32_000_000;

/** A minute of speech has about half a megabyte as MP3 and five as WAV. */
const SPEECH_BYTES = 6_000_000;

const PATIENCE_MS = 20_000;

/**
 * A speaker that keeps what was said: the same words by the same voice are asked for once while there is room. A failure
 * is not kept.
 */
export function createSpeaker({ fetch, closing, log, keptBytes = KEPT_BYTES }: SpeakerMeans): Speaker {
  const ask = boundedModelFetch(fetch, { bodyBytes: SPEECH_BYTES });
  const kept = new Map<string, Promise<Speech | undefined>>();
  const sizes = new Map<string, number>();

  function makeRoom(): void {
    let bytes = [...sizes.values()].reduce((sum, size) => sum + size, 0);
    // The oldest comes first in a map.
    for (const [name, size] of sizes) {
      if (bytes <= keptBytes) return;
      bytes -= size;
      kept.delete(name);
      sizes.delete(name);
    }
  }

  async function asked(
    text: string,
    { baseUrl, model, voice, apiKey }: VoiceSetting,
  ): Promise<Speech | undefined> {
    try {
      const response = await ask(`${baseUrl.replace(/\/+$/u, "")}/audio/speech`, {
        method: "POST",
        headers: {
          "content-type": "application/json",
          ...(apiKey === undefined ? {} : { authorization: `Bearer ${apiKey}` }),
        },
        body: JSON.stringify({ model, voice, input: text, response_format: "mp3" }),
        signal: AbortSignal.any([closing, AbortSignal.timeout(PATIENCE_MS)]),
      });
      const type = response.headers.get("content-type") ?? "";
      if (response.status !== 200 || !/^audio\/[\w.+-]+/iu.test(type)) {
        await response.body?.cancel();
        throw new Error(`The voice answered ${String(response.status)}`);
      }
      const bytes = await response.arrayBuffer();
      return bytes.byteLength === 0 ? undefined : { bytes, type: /^audio\/[\w.+-]+/iu.exec(type)?.[0] ?? "" };
    } catch (error) {
      if (!closing.aborted) log.failure("voice", error);
      return undefined;
    }
  }

  return {
    say: async (text, voice) => {
      const name = JSON.stringify([voice.baseUrl, voice.model, voice.voice, text]);
      const known = kept.get(name);
      if (known !== undefined) return known;
      const saying = asked(text, voice);
      kept.set(name, saying);
      const speech = await saying;
      if (speech === undefined) kept.delete(name);
      else {
        sizes.set(name, speech.bytes.byteLength);
        makeRoom();
      }
      return speech;
    },
  };
}
