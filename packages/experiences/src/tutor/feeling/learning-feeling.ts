/**
 * How learning may feel, as a hidden state. D'Mello and Graesser 2012, doi:10.1016/j.learninstruc.2011.10.001: an
 * impasse turns engagement into confusion; confusion that is resolved leads back, confusion that is not turns into
 * frustration, and frustration that stays into boredom.
 */
export type LearningFeeling = "engaged" | "confused" | "frustrated" | "bored";

/** All four, in the order of the model's arrows. */
export const LEARNING_FEELINGS: readonly LearningFeeling[] = ["engaged", "confused", "frustrated", "bored"];

/** A number for each feeling. */
export type ByFeeling = Readonly<Record<LearningFeeling, number>>;

/** Before anything was seen: most people begin engaged, but nobody knows. */
export const FIRST_BELIEF: ByFeeling = { engaged: 0.55, confused: 0.2, frustrated: 0.1, bored: 0.15 };

/**
 * How feelings go on from one act at a task to the next; each row sums to 1. The arrows are those of the paper
 * (figure 1); the numbers are an assumption of this project, not a measurement: the model's own arrows are made
 * likely, all others leak a little so that no belief can lock itself in.
 */
export const TRANSITIONS: Readonly<Record<LearningFeeling, ByFeeling>> = {
  engaged: { engaged: 0.82, confused: 0.14, frustrated: 0.01, bored: 0.03 },
  confused: { engaged: 0.3, confused: 0.5, frustrated: 0.18, bored: 0.02 },
  frustrated: { engaged: 0.08, confused: 0.14, frustrated: 0.62, bored: 0.16 },
  bored: { engaged: 0.1, confused: 0.02, frustrated: 0.12, bored: 0.76 },
};

/** Makes numbers for the four sum to 1. */
export function normalised(weights: ByFeeling): ByFeeling {
  const sum = LEARNING_FEELINGS.reduce((total, feeling) => total + weights[feeling], 0);
  return byFeeling((feeling) => weights[feeling] / sum);
}

/** A number for each feeling, from a function. */
export function byFeeling(value: (feeling: LearningFeeling) => number): ByFeeling {
  return {
    engaged: value("engaged"),
    confused: value("confused"),
    frustrated: value("frustrated"),
    bored: value("bored"),
  };
}
