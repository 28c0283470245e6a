import type { Modality } from "@openempathic/affect";
import type { Perceiver } from "./perceiver.ts";
import { openUrlPerceiver, type UrlPerceiverSettings } from "./service/open-url-perceiver.ts";
import { openTextMini, type TextMiniFiles } from "./text-mini/open-text-mini.ts";
import { openTextNgram, type TextNgramFiles } from "./text-ngram/open-text-ngram.ts";

/** How to open one kind of perceiver. */
export interface PerceiverEntry<Needs> {
  readonly modality: Modality;
  /** One sentence for people who choose. */
  readonly summary: string;
  /**
   * What `open` needs: the files of a model in this repository's `models/`, these and ONNX Runtime, or the settings
   * of a service.
   */
  readonly needs: "files" | "files-and-runtime" | "service";
  readonly open: (needs: Needs) => Promise<Perceiver>;
}

const textMini: PerceiverEntry<TextMiniFiles> = {
  modality: "text",
  summary:
    "English text and the turns before it, on this machine, calibrated; the best that ships with the project.",
  needs: "files-and-runtime",
  open: openTextMini,
};

const textNgram: PerceiverEntry<TextNgramFiles> = {
  modality: "text",
  summary: "English text, on this machine, calibrated; the fastest that ships with the project.",
  needs: "files",
  open: openTextNgram,
};

const textUrl: PerceiverEntry<UrlPerceiverSettings> = {
  modality: "text",
  summary: "Text in any language, by a language model behind an OpenAI-compatible URL; not calibrated.",
  needs: "service",
  open: (settings) => Promise.resolve(settings).then(openUrlPerceiver),
};

/** Every perceiver, by its id. Adding one is a file that implements {@link Perceiver} and a line here. */
export const PERCEIVERS = { "text-mini": textMini, "text-ngram": textNgram, "text-url": textUrl } as const;

export type PerceiverId = keyof typeof PERCEIVERS;
