import { get, post, remove } from "./call.ts";
import type { CallOptions } from "./call.ts";
import { ask, send } from "./request.ts";
import type { Transport } from "./request.ts";
import type { NewVoice, Voice } from "./wire.ts";
import { voiceSchema, voiceThereSchema } from "./wire/voice-schema.ts";

/** A voice behind the server, where the owner connected one. */
export interface VoiceClient {
  isConnected(options?: CallOptions): Promise<boolean>;
  /** Words as sound; `undefined` when no voice can say them now. */
  say(text: string, options?: CallOptions): Promise<Blob | undefined>;
  setting(options?: CallOptions): Promise<Voice>;
  save(voice: NewVoice, options?: CallOptions): Promise<Voice>;
  remove(options?: CallOptions): Promise<void>;
}

/** Opens it; nothing is sent until a method is called. */
export function voiceOf(transport: Transport): VoiceClient {
  const path = "/api/settings/voice";
  return {
    isConnected: async (options) =>
      (await ask(transport, get("/api/voice", options), voiceThereSchema)).isConnected,
    say: async (text, options) => {
      const response = await send(transport, post("/api/voice/speech", { text }, options));
      return response.status === 204 ? undefined : response.blob();
    },
    setting: (options) => ask(transport, get(path, options), voiceSchema),
    save: (voice, options) => ask(transport, { ...post(path, voice, options), method: "PUT" }, voiceSchema),
    remove: (options) => remove(transport, path, options),
  };
}
