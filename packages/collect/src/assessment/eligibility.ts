import type { GoldScore } from "./mark-gold.ts";

/** What somebody wants to do with a clip. */
export type ClipWork = "label" | "review" | "settle";

/** Who wants to work, as far as it matters. Languages and expertise are what the person chose to say. */
export interface Worker {
  readonly id: string;
  /** BCP 47 primary languages, such as "de". */
  readonly languages: readonly string[];
  readonly expertise: readonly string[];
  readonly hasPassedTutorial: boolean;
  /** Answers given today, and the most that this person set themselves or the campaign allows; null for no limit. */
  readonly today: number;
  readonly dailyLimit: number | null;
  readonly gold: GoldScore;
}

/** What the work is on. */
export interface ClipAtWork {
  readonly contributor: string;
  /** BCP 47 primary language; null for a clip without words. */
  readonly language: string | null;
  /** Those who have answered about it. */
  readonly raters: readonly string[];
}

/** What a campaign asks of those who work in it. */
export interface EligibilityPolicy {
  readonly needsTutorial: boolean;
  /** Expertise of which one is needed; empty: none is. */
  readonly expertise: readonly string[];
  /** Once `marked` gold items are done, the upper end of the share's interval must reach `share`; null: no matter. */
  readonly gold: { readonly marked: number; readonly share: number } | null;
}

/** Why somebody may not do a piece of work. */
export type Ineligible =
  "own-clip" | "answered-before" | "language" | "expertise" | "tutorial" | "daily-limit" | "gold";

/** What campaigns ask unless they say otherwise. The gold rule is † proposed: clearly below six of ten after ten. */
export const OPEN_TO_ALL: EligibilityPolicy = {
  needsTutorial: false, expertise: [], gold: { marked: 10, share: 0.6 },
}; // prettier-ignore

/**
 * Every reason for which somebody may not do a piece of work on a clip; none where they may.
 *
 * Nobody labels, reviews or settles their own clip, and who labelled one neither reviews nor settles it. Whoever
 * answers gold items wrongly is kept out only once the interval of their share lies wholly below the line.
 *
 * @example
 * ```ts
 * import { ineligibleFor, OPEN_TO_ALL, scoreGold } from "@openempathic/collect";
 *
 * const worker = { id: "r1", languages: ["en"], expertise: [], hasPassedTutorial: false, today: 0, dailyLimit: null,
 *   gold: scoreGold([]) };
 * const clip = { contributor: "r1", language: "de", raters: [] };
 * ineligibleFor("label", { worker, clip, policy: OPEN_TO_ALL }); // => ["own-clip", "language"]
 * ```
 */
export function ineligibleFor(
  work: ClipWork,
  {
    worker,
    clip,
    policy,
  }: { readonly worker: Worker; readonly clip: ClipAtWork; readonly policy: EligibilityPolicy },
): readonly Ineligible[] {
  const isLabelling = work === "label";
  const { gold } = policy;
  const reasons: readonly (readonly [Ineligible, boolean])[] = [
    ["own-clip", worker.id === clip.contributor],
    ["answered-before", clip.raters.includes(worker.id)],
    ["language", clip.language !== null && !worker.languages.includes(clip.language)],
    [
      "expertise",
      policy.expertise.length > 0 && !policy.expertise.some((one) => worker.expertise.includes(one)),
    ],
    ["tutorial", isLabelling && policy.needsTutorial && !worker.hasPassedTutorial],
    ["daily-limit", isLabelling && worker.dailyLimit !== null && worker.today >= worker.dailyLimit],
    [
      "gold",
      gold !== null &&
        worker.gold.marked >= gold.marked &&
        worker.gold.share !== undefined &&
        worker.gold.share.interval.high < gold.share,
    ],
  ];
  return reasons.filter(([, holds]) => holds).map(([reason]) => reason);
}
