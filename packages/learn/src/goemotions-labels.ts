/** The 28 labels of GoEmotions in the published order (Demszky et al. 2020, doi:10.18653/v1/2020.acl-main.372). */
export const GOEMOTIONS_LABELS = [
  "admiration", "amusement", "anger", "annoyance", "approval", "caring", "confusion", "curiosity", "desire",
  "disappointment", "disapproval", "disgust", "embarrassment", "excitement", "fear", "gratitude", "grief", "joy",
  "love", "nervousness", "optimism", "pride", "realization", "relief", "remorse", "sadness", "surprise", "neutral",
] as const; // prettier-ignore
