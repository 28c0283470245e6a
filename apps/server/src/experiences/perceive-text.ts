import { abstain } from "@openempathic/affect";
import type { Estimate } from "@openempathic/affect";
import type { SessionFrame } from "@openempathic/experiences";
import { permitFor } from "@openempathic/govern";
import type { Purpose, Turn } from "@openempathic/govern";
import type { EffectMeans } from "./effect-means.ts";

/** A text to perceive, and what the session says of its notices. */
export interface TextToPerceive {
  /** The experience's purpose: perception needs a permit for exactly this use. */
  readonly purpose: Purpose;
  readonly frame: Pick<SessionFrame, "notices">;
  readonly text: string;
  /** The conversation before it, oldest first. */
  readonly context?: readonly Turn[];
  readonly signal: AbortSignal;
}

/**
 * What could be told about the affect in a text of a session, under a permit for the experience's purpose. Where there
 * is no permit the estimate abstains with the reason.
 * @throws What the perceiver throws.
 */
export async function perceiveText(means: EffectMeans, asked: TextToPerceive): Promise<Estimate> {
  const { purpose, frame, text, context = [], signal } = asked;
  const decision = permitFor({
    purpose,
    modality: "text",
    ...(means.jurisdiction === undefined ? {} : { jurisdiction: means.jurisdiction }),
    noticeShown: frame.notices.shownAtMs["emotion-analysis"] !== undefined,
    noticeAnswered: frame.notices.acknowledgedAtMs !== undefined,
  });
  if (decision.kind === "permitted") {
    return means.perceiver.perceive({ kind: "text", text, context }, { signal });
  }
  const { id, version } = means.perceiver;
  const source = { kind: "model", id, version } as const;
  return abstain({ modality: "text", reason: "not-permitted", detail: decision.reason, source });
}
