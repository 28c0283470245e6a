/** The declared use. It decides which modalities are lawful and which notices are due. */
export type Purpose =
  | "companion"
  | "education"
  | "research"
  | "ethics"
  | "play"
  | "creation"
  | "relaxation"
  | "collection"
  | "workplace";

export const PURPOSES: readonly Purpose[] = [
  "companion",
  "education",
  "research",
  "ethics",
  "play",
  "creation",
  "relaxation",
  "collection",
  "workplace",
];
