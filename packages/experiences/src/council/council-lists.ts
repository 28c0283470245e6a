/** The six lenses of the Markkula Center's framework for ethical decision making (scu.edu/ethics), which names no winner. */
export const LENSES = ["rights", "justice", "utility", "common-good", "virtue", "care"] as const;
export type Lens = (typeof LENSES)[number];

/** Habits of thought to look out for. */
export const BIASES = [
  "confirmation",
  "sunk-cost",
  "loss-aversion",
  "framing",
  "availability",
  "authority",
  "groupthink",
  "in-group",
] as const;
export type Bias = (typeof BIASES)[number];

/** Whom a decision often touches and nobody in the room speaks for. */
export const ABSENT_PROMPTS = [
  "future-people",
  "animals-and-nature",
  "not-in-the-room",
  "cannot-speak",
  "far-away",
  "does-the-work",
  "later-self",
] as const;
export type AbsentPrompt = (typeof ABSENT_PROMPTS)[number];

/**
 * Two taxonomies of values. "schwartz": the twenty of Kiesel et al. 2022 (doi:10.18653/v1/2022.acl-long.306), after
 * Schwartz et al. 2012 (doi:10.1037/a0029393). "moral-foundations": the five of Graham et al. 2013
 * (doi:10.1016/B978-0-12-407236-7.00002-4) and liberty, Iyer et al. 2012 (doi:10.1371/journal.pone.0042366).
 */
export const VALUES = {
  schwartz: [
    "self-direction-thought",
    "self-direction-action",
    "stimulation",
    "hedonism",
    "achievement",
    "power-dominance",
    "power-resources",
    "face",
    "security-personal",
    "security-societal",
    "tradition",
    "conformity-rules",
    "conformity-interpersonal",
    "humility",
    "benevolence-caring",
    "benevolence-dependability",
    "universalism-concern",
    "universalism-nature",
    "universalism-tolerance",
    "universalism-objectivity",
  ],
  "moral-foundations": ["care", "fairness", "loyalty", "authority", "purity", "liberty"],
} as const;
export type ValueTaxonomy = keyof typeof VALUES;
export type ValueName = (typeof VALUES)[ValueTaxonomy][number];

/** Whether a taxonomy has a value of this name. */
export function isValueOf(taxonomy: ValueTaxonomy, value: string): value is ValueName {
  return (VALUES[taxonomy] as readonly string[]).includes(value);
}

/** How an option sits with somebody, from worst to best; words, not marks. */
export const STANCES = ["could-not-live-with", "uneasy", "torn", "can-live-with", "at-ease"] as const;
export type Stance = (typeof STANCES)[number];

/** Fewer answers than this are not shown: there would be no telling people apart. */
export const FEWEST_ANSWERS = 2;

/** Most people whose answers can be waited for. */
export const MOST_ANSWERS = 50;
