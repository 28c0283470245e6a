/**
 * What a character can feel: the 22 emotions of Ortony, Clore and Collins (1988, "The cognitive structure of
 * emotions", doi:10.1017/CBO9780511571299), and the two that Steunebrink, Dastani and Meyer (2009, "The OCC model
 * revisited", Proc. 4th Workshop on Emotion and Computing) add for what is not familiar: interest and disgust.
 * These are feelings that a writer gives to a figure in a story. They are not the categories in which a person's
 * signals are estimated.
 */
export type EmotionKind =
  // What may happen, and what has happened
  | "hope"
  | "fear"
  | "joy"
  | "distress"
  | "satisfaction"
  | "fears-confirmed"
  | "relief"
  | "disappointment"
  // What happens to others
  | "happy-for"
  | "resentment"
  | "gloating"
  | "pity"
  // What somebody did
  | "pride"
  | "shame"
  | "admiration"
  | "reproach"
  // What somebody did, with what came of it
  | "gratification"
  | "remorse"
  | "gratitude"
  | "anger"
  // What something is like
  | "love"
  | "hate"
  | "interest"
  | "disgust";

/** All kinds of emotion, in the order of the model: events, others, actions, both, things. */
export const EMOTION_KINDS: readonly EmotionKind[] = [
  "hope",
  "fear",
  "joy",
  "distress",
  "satisfaction",
  "fears-confirmed",
  "relief",
  "disappointment",
  "happy-for",
  "resentment",
  "gloating",
  "pity",
  "pride",
  "shame",
  "admiration",
  "reproach",
  "gratification",
  "remorse",
  "gratitude",
  "anger",
  "love",
  "hate",
  "interest",
  "disgust",
];
