/** The techniques of the library. */
export const TECHNIQUE_IDS = [
  "paced-breathing",
  "body-scan",
  "grounding",
  "loving-kindness",
  "muscle-relaxation",
  "sleep-wind-down",
] as const;
/** A technique of the library. */
export type TechniqueId = (typeof TECHNIQUE_IDS)[number];

/** What can sound in the background; "silence" for nothing. */
export const SOUNDSCAPES = ["silence", "brown-noise", "rain", "waves", "drone"] as const;
/** What sounds in the background. */
export type SoundscapeKind = (typeof SOUNDSCAPES)[number];

/** What somebody may like from an exercise. */
export const CALM_AIMS = ["settle", "sleep", "loosen", "kindness", "here"] as const;
/** What somebody would like from an exercise. */
export type CalmAim = (typeof CALM_AIMS)[number];

/** Every caution, in the order in which they are asked. */
export const CAUTIONS = [
  "breath-unease",
  "lung-or-heart",
  "body-unease",
  "pain-or-injury",
  "hard-on-self",
  "unreal",
  "must-stay-awake",
] as const;
/** Something about a person that speaks against a technique. They tick it; nobody else says it of them. */
export type CautionId = (typeof CAUTIONS)[number];
