import type { CalmAim, CautionId, TechniqueId } from "../calm-lists.ts";
import type { AffectiveSlider } from "../affective-slider.ts";
import type { CalmHistory } from "../history/calm-history.ts";
import type { CalmLanguage } from "../script/calm-script.ts";
import { TECHNIQUES, techniqueById, techniqueText, whyText } from "../technique/techniques.ts";

/** A sentence about why an exercise is as it is, with a name for programs. */
export interface CalmReason {
  readonly kind: string;
  readonly text: string;
}

/** What a choice rests on. All but the first two may be unknown. */
export interface TechniqueWish {
  readonly language: CalmLanguage;
  /** The time that there is, in minutes. */
  readonly minutes: number;
  /** What the person chose themselves; it wins. */
  readonly technique?: TechniqueId;
  readonly aim?: CalmAim;
  /** How they feel now, by their own account. */
  readonly before?: AffectiveSlider;
  /** What they ticked. */
  readonly cautions?: readonly CautionId[];
  /** The hour of their own clock, 0 to 23. */
  readonly hour?: number;
  /** How their own sessions went. */
  readonly history?: CalmHistory;
}

/** A choice with its reasons, and what else would do, best first. */
export interface TechniqueChoice {
  readonly technique: TechniqueId;
  readonly why: readonly CalmReason[];
  readonly others: readonly TechniqueId[];
}

// Proposed by this project: thirds and quarters of a slider, where a person clearly moved it to one side.
const STRONG = 0.75;
const STIRRED = 0.6;
const BAD = 0.35;
const LOW = 0.4;

const BY_AIM: Readonly<Record<CalmAim, readonly TechniqueId[]>> = {
  settle: ["paced-breathing", "grounding", "muscle-relaxation", "body-scan"],
  sleep: ["sleep-wind-down", "body-scan", "paced-breathing"],
  loosen: ["muscle-relaxation", "body-scan", "paced-breathing"],
  kindness: ["loving-kindness", "body-scan", "grounding"],
  here: ["grounding", "body-scan", "paced-breathing"],
};

const BY_STATE = {
  strong: ["grounding", "paced-breathing", "muscle-relaxation"],
  stirred: ["paced-breathing", "muscle-relaxation", "grounding"],
  late: ["sleep-wind-down", "body-scan", "paced-breathing"],
  low: ["loving-kindness", "grounding", "body-scan"],
  calm: ["body-scan", "loving-kindness", "paced-breathing"],
  unknown: ["paced-breathing", "grounding", "body-scan"],
} as const satisfies Readonly<Record<string, readonly TechniqueId[]>>;

/**
 * Chooses a technique for a person, by rules that they can read: what they chose themselves, else what they would
 * like, else how they say they feel and how late it is. What they ticked takes techniques away; their own history
 * moves one forward or back, and only where its interval leaves out zero. Grounding is left when nothing else is.
 *
 * @example
 * ```ts
 * import { chooseTechnique } from "@openempathic/experiences/calm";
 *
 * const before = { valence: 0.2, arousal: 0.9 };
 * chooseTechnique({ language: "en", minutes: 5, before }).technique; // => "grounding"
 * chooseTechnique({ language: "en", minutes: 5, before, technique: "body-scan" }).technique; // => "body-scan"
 * ```
 */
export function chooseTechnique(wish: TechniqueWish): TechniqueChoice {
  const [ground, order] = startingOrder(wish);
  const reason = because(ground, wish.language);
  if (wish.technique !== undefined) return chosen(wish, wish.technique, reason);
  const left: CalmReason[] = [];
  const fitting = order.filter((id) => {
    const against = reasonAgainst(id, wish);
    if (against !== undefined) left.push(against);
    return against === undefined;
  });
  const careful = fitting.filter((id) => cautionFor(id, wish) === "careful");
  const sorted = [...fitting.filter((id) => !careful.includes(id)), ...careful];
  const { ids, why } = byOwnHistory(sorted.length > 0 ? sorted : ["grounding"], wish);
  const [technique = "grounding", ...others] = ids;
  // The ground was for the first of the order; where that one was left out it says nothing about what is proposed.
  const speaks = technique === order[0] || ground === "state-unknown";
  return { technique, why: [...(speaks ? [reason] : []), ...why, ...left], others };
}

function startingOrder(wish: TechniqueWish): readonly [string, readonly TechniqueId[]] {
  const { aim, before, hour } = wish;
  if (wish.technique !== undefined) return ["chosen", [wish.technique]];
  if (aim !== undefined) return [`aim-${aim}`, BY_AIM[aim]];
  const state = before === undefined ? "unknown" : stateOf(before, hour);
  return [`state-${state}`, BY_STATE[state]];
}

function stateOf({ valence, arousal }: AffectiveSlider, hour: number | undefined): keyof typeof BY_STATE {
  if (arousal >= STRONG && valence <= BAD) return "strong";
  if (arousal >= STIRRED) return "stirred";
  if (hour !== undefined && (hour >= 22 || hour < 5)) return "late";
  return valence <= LOW ? "low" : "calm";
}

/** Their word counts, also against a caution; the caution is said. */
function chosen(wish: TechniqueWish, technique: TechniqueId, reason: CalmReason): TechniqueChoice {
  const against = cautionFor(technique, wish) === "avoid";
  const others = TECHNIQUES.map(({ id }) => id).filter(
    (id) => id !== technique && reasonAgainst(id, wish) === undefined,
  );
  return { technique, why: [reason, ...(against ? [because("chosen-caution", wish.language)] : [])], others };
}

function reasonAgainst(id: TechniqueId, wish: TechniqueWish): CalmReason | undefined {
  const { minMinutes: minutes } = techniqueById(id);
  const other = techniqueText(id, wish.language).title;
  if (cautionFor(id, wish) === "avoid") return because("left-caution", wish.language, { other });
  if (wish.minutes < minutes) return because("left-short", wish.language, { other, minutes });
  return undefined;
}

function cautionFor(id: TechniqueId, { cautions = [] }: TechniqueWish): "avoid" | "careful" | undefined {
  const found = cautions.map((caution) => techniqueById(id).cautions[caution]);
  return found.includes("avoid") ? "avoid" : found.find((each) => each !== undefined);
}

/** One that went well before goes first, one that went badly last; an interval around zero says nothing. */
function byOwnHistory(
  ids: readonly TechniqueId[],
  { history, language }: TechniqueWish,
): { readonly ids: readonly TechniqueId[]; readonly why: readonly CalmReason[] } {
  const bad = ids.filter((id) => history?.byTechnique[id]?.verdict === "worse");
  const good = ids.find((id) => history?.byTechnique[id]?.verdict === "better");
  const why = bad.map((id) =>
    because("own-history-against", language, { other: techniqueText(id, language).title }),
  );
  const rest = ids.filter((id) => id !== good && !bad.includes(id));
  if (good === undefined) return { ids: [...rest, ...bad], why };
  return { ids: [good, ...rest, ...bad], why: [because("own-history", language), ...why] };
}

function because(
  kind: string,
  language: CalmLanguage,
  names: Readonly<Record<string, string | number>> = {},
): CalmReason {
  return { kind, text: whyText(kind, language, names) };
}
