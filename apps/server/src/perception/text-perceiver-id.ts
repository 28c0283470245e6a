/** The perceivers of text that ship with weights, the default first. */
export const TEXT_PERCEIVERS = ["text-mini", "text-ngram"] as const;

export type TextPerceiverId = (typeof TEXT_PERCEIVERS)[number];
