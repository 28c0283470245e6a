import type { CategoryId, Estimate } from "@openempathic/affect";

/** How something that the player says in their own words comes across in the tea house. */
export type Tone = "asks" | "warm" | "plain" | "curt" | "heavy";

/** All tones, in the order in which they are offered. */
export const TONES: readonly Tone[] = ["asks", "warm", "plain", "heavy", "curt"];

// From this share of observers on, a category counts as heard.
const HEARD_FROM = 0.3;
const CURT: readonly CategoryId[] = ["Anger", "Contempt", "Irritability", "Malice", "Disgust"];
const HEAVY: readonly CategoryId[] = [
  "Sadness",
  "Distress",
  "Helplessness",
  "Longing",
  "Fear",
  "Fatigue",
  "Pain",
];
const WARM: readonly CategoryId[] = [
  "Affection",
  "Gratitude",
  "Hope",
  "Contentment",
  "Elation",
  "Amusement",
  "Awe",
  "Pride",
];

/**
 * How a sentence comes across: curt where it sounds angry, a question where it asks, heavy or warm where it sounds so,
 * else plain. Where nothing could be told (another language, too short), only a question is known for one.
 *
 * @example
 * ```ts
 * import { abstain } from "@openempathic/affect";
 * import { toneOf } from "@openempathic/experiences/play";
 *
 * const source = { kind: "model", id: "any", version: "1" } as const;
 * toneOf("Und du?", abstain({ modality: "text", reason: "language", detail: "German.", source })); // => "asks"
 * ```
 */
export function toneOf(text: string, estimate: Estimate): Tone {
  const asks = /[?？]/u.test(text);
  if (estimate.abstained !== null) return asks ? "asks" : "plain";
  const strongest = (categories: readonly CategoryId[]): number =>
    Math.max(...categories.map((category) => estimate.likelihood[category] ?? 0));
  const curt = strongest(CURT);
  const heavy = strongest(HEAVY);
  const warm = strongest(WARM);
  if (curt >= HEARD_FROM && curt > warm) return "curt";
  if (asks) return "asks";
  if (Math.max(heavy, warm) < HEARD_FROM) return "plain";
  return heavy > warm ? "heavy" : "warm";
}
