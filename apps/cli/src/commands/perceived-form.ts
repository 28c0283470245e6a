import { toEmotionML, toHume, toLabelSet } from "@openempathic/client";
import type { Estimate } from "@openempathic/client";
import type { Perceivers } from "@openempathic/server";

/** The forms in which an estimate can be written. */
export const FORMS = ["json", "emotionml", "hume"] as const;

/** How what was perceived is written. */
export interface PerceivedForm {
  /** The label set of the likelihoods; "emonet" are the categories themselves. */
  readonly labels: string;
  readonly as: (typeof FORMS)[number];
}

/** One document, and the field that holds it in a line of JSON. */
export interface Perceived {
  readonly name: "estimate" | "emotionml" | "hume";
  readonly document: unknown;
}

type TextPerceiver = Perceivers["text"];

/** A text as perceivers take it. */
export type TextSignal = Parameters<TextPerceiver["perceive"]>[0];

/** Perceives texts and writes what could be told in the form that was asked for. */
export async function perceiveInForm(
  perceiver: TextPerceiver,
  signals: readonly TextSignal[],
  { as, labels }: PerceivedForm,
): Promise<readonly Perceived[]> {
  const estimates = await perceiver.perceiveBatch(signals);
  if (as === "emotionml")
    return estimates.map((estimate) => ({ name: as, document: toEmotionML([estimate]) }));
  if (as === "hume") {
    return estimates.map((estimate, index) => ({
      name: as,
      document: toHume(estimate, contextOf(signals[index])),
    }));
  }
  if (labels === "emonet") return estimates.map((document) => ({ name: "estimate", document }));
  const likelihoods = perceiver.nativeLabelSets.includes(labels)
    ? await perceiver.perceiveLabels(signals, labels)
    : estimates.map(({ likelihood }) => toLabelSet(likelihood, labels));
  return estimates.map((estimate, index) => ({
    name: "estimate",
    document: inLabels(estimate, likelihoods[index], labels),
  }));
}

/** The estimate with its likelihoods in another label set, which it then names. */
function inLabels(estimate: Estimate, likelihood: object | undefined, labels: string): object {
  return { ...estimate, labels, likelihood: estimate.abstained === null ? (likelihood ?? {}) : {} };
}

function contextOf(signal: TextSignal | undefined): { readonly text?: string } {
  return signal === undefined ? {} : { text: signal.text };
}
