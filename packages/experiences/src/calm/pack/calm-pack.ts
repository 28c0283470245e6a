import { AFFECTIVE_SLIDER_CREDIT } from "../affective-slider.ts";
import type { CalmScript } from "../script/calm-script.ts";
import { strengthText, techniqueText } from "../technique/techniques.ts";
import { listenPage } from "./listen-page.ts";
import { toWebVtt } from "./to-web-vtt.ts";
import { zipStore } from "./zip-store.ts";

/** How the sound of a pack is written: WAV is played everywhere, Ogg Opus has about a tenth of its size. */
export type SoundForm = "wav" | "opus";

/**
 * An exercise to take along, as one ZIP archive: the sound as WAV or Ogg Opus, the captions as WebVTT, the script as JSON, a page
 * that plays it without a network, and what is known about the technique. Its voice is not in it: a browser does not
 * hand out what its voice says.
 *
 * @param sound The pieces of the sound, from `wavBlocks` or `opusBlocks`.
 * @param form Which of the two.
 * @returns The archive in pieces; put together they are the file.
 */
export function calmPack(
  script: CalmScript,
  sound: readonly Uint8Array<ArrayBuffer>[],
  form: SoundForm = "wav",
): readonly Uint8Array<ArrayBuffer>[] {
  const captions = toWebVtt(script);
  const file = form === "wav" ? "audio.wav" : "audio.ogg";
  return zipStore([
    { name: "listen.html", parts: [bytes(listenPage(script, file))] },
    { name: file, parts: sound },
    { name: "captions.vtt", parts: [bytes(captions)] },
    { name: "script.json", parts: [bytes(`${JSON.stringify(script, null, 2)}\n`)] },
    { name: "about.txt", parts: [bytes(aboutText(script))] },
  ]);
}

const ABOUT = {
  en: {
    evidence: "What is known about it",
    notFor: "Whom it does not suit",
    stop: "Stop at any moment. Not while driving. This is an exercise, no treatment, and no replacement for help.",
    made: "Made with Open Empathic. The sound is computed, nothing of it was recorded; do with it as you like.",
  },
  de: {
    evidence: "Was man darüber weiß",
    notFor: "Zu wem es nicht passt",
    stop: "Hör auf, wann immer du willst. Nicht am Steuer. Das ist eine Übung, keine Behandlung und kein Ersatz für Hilfe.",
    made: "Mit Open Empathic gemacht. Der Klang ist berechnet, nichts davon wurde aufgenommen; mach damit, was du willst.",
  },
} as const;

function aboutText({ technique, language }: CalmScript): string {
  const { title, summary, notFor, evidence } = techniqueText(technique, language);
  const words = ABOUT[language];
  const sources = evidence.map(({ strength, text, citation, doi }) =>
    [`- ${strengthText(strength, language)}: ${text}`, citation, doi && `https://doi.org/${doi}`]
      .filter(Boolean)
      .join("\n  "),
  );
  const { citation, doi, licence } = AFFECTIVE_SLIDER_CREDIT;
  return [
    `${title}\n${summary}`,
    `${words.notFor}\n${notFor}`,
    `${words.evidence}\n${sources.join("\n")}`,
    words.stop,
    words.made,
    `Affective Slider: ${citation}, https://doi.org/${doi}, ${licence}`,
    "",
  ].join("\n\n");
}

function bytes(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}
