import type { CalmLanguage } from "@openempathic/experiences/calm";
import { useEffect } from "react";
import { canSpeak } from "../../reading/speech.ts";

const TAGS: Readonly<Record<CalmLanguage, string>> = { en: "en-GB", de: "de-DE" };

// Slower and lower than a device reads mail.
const RATE = 0.82;
const PITCH = 0.95;

/** Has the device's own voice say each new text, and stops it as soon as there is none or it is switched off. */
export function useVoice(
  text: string | undefined,
  {
    language,
    on,
    volume,
  }: { readonly language: CalmLanguage; readonly on: boolean; readonly volume: number },
): void {
  useEffect(() => {
    if (!on || text === undefined || !canSpeak()) return undefined;
    const said = new SpeechSynthesisUtterance(text);
    said.lang = TAGS[language];
    said.rate = RATE;
    said.pitch = PITCH;
    said.volume = volume;
    const voice = bestVoice(language);
    if (voice !== undefined) said.voice = voice;
    window.speechSynthesis.speak(said);
    return () => window.speechSynthesis.cancel();
    // The volume of something that is being said cannot be changed; it counts from the next text on.
  }, [text, language, on]);
}

/** One that speaks on the device, so that nothing said here goes elsewhere; else none is named and the browser picks. */
function bestVoice(language: CalmLanguage): SpeechSynthesisVoice | undefined {
  const fitting = window.speechSynthesis.getVoices().filter(({ lang }) => lang.startsWith(language));
  return fitting.find(({ localService }) => localService);
}
