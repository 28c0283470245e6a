import type { Spread } from "@openempathic/affect";
import type { ArcPoint } from "../arc/story-arc.ts";

/** How far voice goes up or down, at most, for arousal as strong as text gets: a share of the voice's own. */
const REACH = { rate: 0.15, pitch: 0.12, volumeDb: 4 } as const;
/** Arousal as strong as the text models give it. */
const STRONGEST = 0.5;

/**
 * Voice direction for a way through a story, as SSML 1.1 (W3C Recommendation, 7 September 2010): a sentence for each
 * utterance, faster, higher and louder with more arousal, the other way round with less, as speakers do (Juslin and
 * Laukka 2003, doi:10.1037/0033-2909.129.5.770, table 7). How far is a choice of ours, kept small; how pleasant it is
 * changes nothing, since voices differ little by that. A `mark` names the line, a comment who speaks.
 *
 * @param language of the script, such as "en"
 */
export function writeSsml(points: readonly ArcPoint[], language: string): string {
  const lines = points.map(({ utterance, arousal, alone }) => {
    const { speaker, text, kind, place } = utterance;
    const who = speaker === undefined ? (kind === "choice" ? "choice" : "narrator") : speaker;
    const words = xml(text);
    const direction = alone === undefined ? undefined : prosody(arousal);
    const spoken = direction === undefined ? words : `<prosody ${direction}>${words}</prosody>`;
    return `  <!-- ${comment(who)} -->\n  <s><mark name="line-${String(place.line)}-${String(place.column)}"/>${spoken}</s>`;
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<speak version="1.1" xmlns="http://www.w3.org/2001/10/synthesis" xml:lang="${xml(language)}">`,
    ...lines,
    "</speak>",
    "",
  ].join("\n");
}

/** What arousal does to a voice; `undefined` where it is not known, or changes too little to hear. */
function prosody(arousal: Spread | undefined): string | undefined {
  if (arousal === undefined) return undefined;
  const strength = Math.max(-1, Math.min(1, arousal.mean / STRONGEST));
  if (Math.abs(strength) < 0.1) return undefined;
  const rate = Math.round(100 * (1 + strength * REACH.rate));
  const pitch = Math.round(100 * strength * REACH.pitch);
  const volume = (strength * REACH.volumeDb).toFixed(1);
  const signed = (value: number | string): string =>
    Number(value) >= 0 ? `+${String(value)}` : String(value);
  return `rate="${String(rate)}%" pitch="${signed(pitch)}%" volume="${signed(volume)}dB"`;
}

function xml(text: string): string {
  return text.replace(/[&<>"']/gu, (sign) => `&#${String(sign.charCodeAt(0))};`);
}

function comment(text: string): string {
  return xml(text).replace(/-{2,}/gu, "-").replace(/-$/u, "");
}
