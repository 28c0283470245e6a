import { fitSpeech } from "@openempathic/experiences/calm";
import type { CalmLanguage } from "@openempathic/experiences/calm";
import { useEffect, useRef } from "react";
import { canSpeak } from "../../reading/speech.ts";

const TAGS: Readonly<Record<CalmLanguage, string>> = { en: "en-GB", de: "de-DE" };

// Slower and lower than a device reads mail.
const RATE = 0.82;
const PITCH = 0.95;

/** How words are said. */
export interface VoiceOptions {
  readonly language: CalmLanguage;
  readonly on: boolean;
  readonly volume: number;
  /** How long the words still stand, in seconds. */
  readonly secondsLeft: number;
  /** What the connected voice says; absent: the device's own says it. */
  readonly clipOf: ((text: string) => Promise<string | undefined>) | undefined;
}

/**
 * Has each new text said, and stops as soon as there is none or it is switched off. By the connected voice where it
 * has something to play, else by the device's own. The time is the exercise's: what comes late or is too long for what
 * is left of it is not said, and the words are read instead.
 */
export function useVoice(text: string | undefined, options: VoiceOptions): void {
  const { language, on, clipOf } = options;
  const latest = useRef(options);
  latest.current = options;
  useEffect(() => {
    if (!on || text === undefined) return undefined;
    if (clipOf === undefined) return sayByDevice(text, latest.current);
    let stop: () => void = () => undefined;
    let isOver = false;
    const begin = async () => {
      const clip = await clipOf(text);
      const started = clip === undefined ? undefined : await playing(clip, () => latest.current);
      if (isOver) started?.();
      else if (clip === undefined) stop = sayByDevice(text, latest.current);
      else if (started !== undefined) stop = started;
    };
    void begin();
    return () => {
      isOver = true;
      stop();
    };
    // The volume of something that is being said is left as it is; it counts from the next text on.
  }, [text, language, on, clipOf]);
}

/** Plays a clip if it fits what is left of its words; gives how to stop it, or `undefined` where nothing is played. */
async function playing(clip: string, now: () => VoiceOptions): Promise<(() => void) | undefined> {
  const audio = new Audio(clip);
  const isReadable = await new Promise<boolean>((resolve) => {
    audio.onloadedmetadata = () => resolve(true);
    audio.onerror = () => resolve(false);
  });
  const { secondsLeft, volume } = now();
  const fit = fitSpeech(isReadable ? audio.duration : Number.NaN, secondsLeft);
  if (fit.kind === "too-long") return undefined;
  audio.volume = volume;
  audio.playbackRate = fit.rate;
  // A browser that plays nothing without a click shows the words, as always.
  const isPlayed = await audio.play().then(
    () => true,
    () => false,
  );
  return isPlayed ? () => audio.pause() : undefined;
}

function sayByDevice(text: string, { language, volume }: VoiceOptions): () => void {
  if (!canSpeak()) return () => undefined;
  const said = new SpeechSynthesisUtterance(text);
  said.lang = TAGS[language];
  said.rate = RATE;
  said.pitch = PITCH;
  said.volume = volume;
  const voice = bestVoice(language);
  if (voice !== undefined) said.voice = voice;
  window.speechSynthesis.speak(said);
  return () => window.speechSynthesis.cancel();
}

/** One that speaks on the device, so that nothing said here goes elsewhere; else none is named and the browser picks. */
function bestVoice(language: CalmLanguage): SpeechSynthesisVoice | undefined {
  const fitting = window.speechSynthesis.getVoices().filter(({ lang }) => lang.startsWith(language));
  return fitting.find(({ localService }) => localService);
}
