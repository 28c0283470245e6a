import { CATEGORIES } from "../category.ts";
import type { Dimension, Estimate, Modality } from "../estimate.ts";
import { tag, writeOwn } from "./own-info.ts";
import { EMOTION_ML, OWN_NAMES, OWN_VOCABULARY_ID, PAD_DIMENSIONS } from "./vocabulary.ts";

const CHANNELS: Readonly<Record<Modality, string | undefined>> = {
  text: "text",
  voice: "voice",
  face: "face",
  "self-report": undefined,
  fused: undefined,
};

const PAD_NAMES: Readonly<Record<Dimension, string>> = {
  valence: "pleasure",
  arousal: "arousal",
  dominance: "dominance",
};

/**
 * Writes estimates as one EmotionML 1.0 document (W3C Recommendation, 22 May 2014).
 *
 * Each estimate becomes an `<emotion>`. The 40 categories are a vocabulary that the document declares, as §3.1 of
 * the recommendation asks of names that the W3C has not published; their `value` is the likelihood, since
 * EmotionML leaves the meaning of a scale to the vocabulary. Dimensions use the W3C's pad-dimensions, from [-1, 1]
 * onto [0, 1]. An `<emotion>` must hold a descriptor, so an estimate that abstains, or assessed nothing, stands in
 * the document's `<info>` with its position. What EmotionML has no place for (standard deviations, evidence,
 * source) stands in `<info>` too, so that `fromEmotionML` gives back exactly what was written.
 *
 * @throws RangeError for a text with a control character, which XML 1.0 cannot hold
 *
 * @example
 * ```ts
 * import { fromEmotionML, makeEstimate, toEmotionML } from "@openempathic/affect";
 *
 * const source = { kind: "model", id: "text-ngram", version: "1.0.0" } as const;
 * const estimate = makeEstimate({ modality: "text", likelihood: { Sadness: 0.81 }, source });
 * toEmotionML([estimate]).includes('<category name="Sadness" value="0.81"/>'); // => true
 * fromEmotionML(toEmotionML([estimate]))[0]?.likelihood; // => { Sadness: 0.81 }
 * ```
 */
export function toEmotionML(estimates: readonly Estimate[]): string {
  const emotions = estimates.filter(hasDescriptors).map(writeEmotion);
  const others = estimates.flatMap((estimate, index) =>
    hasDescriptors(estimate) ? [] : [writeOwn(estimate, index)],
  );
  const parts = [
    tag(
      "vocabulary",
      { type: "category", id: OWN_VOCABULARY_ID },
      `\n    ${OWN_NAMES.map((name) => tag("item", { name })).join("\n    ")}\n  `,
    ),
    ...(others.length === 0 ? [] : [tag("info", {}, `\n    ${others.join("\n    ")}\n  `)]),
    ...emotions,
  ];
  const root = tag(
    "emotionml",
    {
      version: "1.0",
      xmlns: EMOTION_ML,
      "category-set": `#${OWN_VOCABULARY_ID}`,
      "dimension-set": PAD_DIMENSIONS,
    },
    `\n  ${parts.join("\n  ")}\n`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`;
}

function hasDescriptors(estimate: Estimate): boolean {
  return Object.keys(estimate.likelihood).length + Object.keys(estimate.dimensions).length > 0;
}

function writeEmotion(estimate: Estimate): string {
  const { likelihood, dimensions, span } = estimate;
  const wholeSpan =
    span !== undefined && Number.isSafeInteger(span.startMs) && Number.isSafeInteger(span.endMs)
      ? span
      : undefined;
  const children = [
    ...CATEGORIES.filter(({ id }) => likelihood[id] !== undefined).map(({ id }) =>
      tag("category", { name: id, value: likelihood[id] }),
    ),
    ...(["valence", "arousal", "dominance"] as const).flatMap((dimension) => {
      const spread = dimensions[dimension];
      return spread === undefined
        ? []
        : [tag("dimension", { name: PAD_NAMES[dimension], value: (spread.mean + 1) / 2 })];
    }),
    tag("info", {}, writeOwn(estimate)),
  ];
  const attributes = {
    "expressed-through": CHANNELS[estimate.modality],
    "offset-to-start": wholeSpan?.startMs,
    duration: wholeSpan === undefined ? undefined : wholeSpan.endMs - wholeSpan.startMs,
  };
  return tag("emotion", attributes, `\n    ${children.join("\n    ")}\n  `);
}
