import type { Pad } from "@openempathic/experiences/play";

/** A face as it is drawn, in a box of 100 by 100 with the middle at 50, 50. */
export interface FaceShape {
  /** Path of the mouth. */
  readonly mouth: string;
  /** Degrees by which each brow is turned; positive lifts its inner end. */
  readonly browTilt: number;
  /** How far the brows are lifted. */
  readonly browLift: number;
  /** How far the eyes are open, from 0.2 to 1.15. */
  readonly eyes: number;
  /** Whether the eyes are closed in a smile. */
  readonly isSmilingEyes: boolean;
  /** How red the cheeks are, in [0, 1]. */
  readonly blush: number;
}

/**
 * How a face looks at a point of pleasure, arousal and dominance: pleasure curves the mouth, arousal opens eyes and
 * mouth and lifts the brows, and displeasure turns the brows up at their inner ends where dominance is low (worry) and
 * down where it is high (anger). A drawing convention, learnt from comics; no claim about how people look.
 */
export function faceShape({ pleasure, arousal, dominance }: Pad): FaceShape {
  const curve = pleasure * 13;
  const open = Math.max(0, arousal - 0.45) * (pleasure > 0 ? 12 : 7);
  const half = 11 + pleasure * 3;
  const y = 69 - curve * 0.35;
  const left = `${String(50 - half)} ${y.toFixed(1)}`;
  const right = `${String(50 + half)} ${y.toFixed(1)}`;
  const lower = (y + curve + open).toFixed(1);
  const upper = (y + curve - open * 0.35).toFixed(1);
  const mouth =
    open > 1
      ? `M${left} Q50 ${lower} ${right} Q50 ${upper} ${left}Z`
      : `M${left} Q50 ${(y + curve).toFixed(1)} ${right}`;
  const displeasure = Math.max(0, 0.25 - pleasure);
  return {
    mouth,
    browTilt: Math.max(-22, Math.min(22, displeasure * (dominance > 0.15 ? -26 : 24))),
    browLift: arousal * 4 + (dominance > 0.15 ? -displeasure * 5 : 0),
    eyes: Math.max(0.2, Math.min(1.15, 0.78 + arousal * 0.35)),
    isSmilingEyes: pleasure > 0.72 && open <= 4,
    blush: Math.max(0, Math.min(1, pleasure * 1.1 - 0.2)),
  };
}
