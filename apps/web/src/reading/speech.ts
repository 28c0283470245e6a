import type { Language } from "../i18n/start-i18n.ts";

/** Four fifths of the usual pace, for who wants it slow. † Proposed. */
const SLOW_RATE = 0.8;

/** Whether this browser can speak. */
export function canSpeak(): boolean {
  return "speechSynthesis" in window;
}

/** Reads a text aloud with the device's own voice, instead of whatever is being read. `onEnd` comes once. */
export function speak(
  text: string,
  options: { readonly language: Language; readonly slow: boolean; readonly onEnd: () => void },
): void {
  window.speechSynthesis.cancel();
  const utterance = new SpeechSynthesisUtterance(text);
  utterance.lang = options.language;
  utterance.rate = options.slow ? SLOW_RATE : 1;
  utterance.onend = options.onEnd;
  utterance.onerror = options.onEnd;
  window.speechSynthesis.speak(utterance);
}

/** Stops reading. */
export function stopSpeaking(): void {
  if (canSpeak()) window.speechSynthesis.cancel();
}
