import type { CalmLanguage, CalmScript } from "../script/calm-script.ts";
import { calmTimeline } from "../timeline/calm-timeline.ts";
import type { BreathPhase } from "../timeline/calm-timeline.ts";

/** What stands under the breathing shape in each phase. */
export const PHASE_WORDS: Readonly<Record<CalmLanguage, Readonly<Record<BreathPhase, string>>>> = {
  en: { in: "Breathe in", "hold-full": "Hold", out: "Breathe out", "hold-empty": "Hold" },
  de: { in: "Einatmen", "hold-full": "Halten", out: "Ausatmen", "hold-empty": "Halten" },
};

/**
 * The captions of a script as WebVTT (W3C, https://www.w3.org/TR/webvtt1/): everything that is said, and the phases
 * of each guided breath, for whoever does not hear the sound or would rather read.
 *
 * @example
 * ```ts
 * import { composeCalm, toWebVtt } from "@openempathic/experiences/calm";
 *
 * const { script } = composeCalm({ language: "en", minutes: 1, technique: "grounding" });
 * toWebVtt(script).split("\n").slice(0, 4); // => ["WEBVTT", "", "1", "00:00:00.000 --> 00:00:04.600"]
 * ```
 */
export function toWebVtt(script: CalmScript): string {
  // At a thousand samples a second, the number of a sample is a time in milliseconds.
  const { events } = calmTimeline(script, 1000);
  const cues = events.flatMap((event) => {
    if (event.kind === "bell") return [];
    const text = event.kind === "words" ? event.text : PHASE_WORDS[script.language][event.phase];
    return [`${clock(event.atSample)} --> ${clock(event.endSample)}\n${escaped(text)}\n`];
  });
  return ["WEBVTT\n", ...cues.map((cue, i) => `${i + 1}\n${cue}`)].join("\n");
}

function clock(ms: number): string {
  const two = (value: number): string => String(Math.floor(value)).padStart(2, "0");
  const rest = String(ms % 1000).padStart(3, "0");
  return `${two(ms / 3_600_000)}:${two((ms / 60_000) % 60)}:${two((ms / 1000) % 60)}.${rest}`;
}

/** A line break would end the cue early and an empty line would end it altogether. */
function escaped(text: string): string {
  return text
    .replace(/\s+/gu, " ")
    .trim()
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
}
