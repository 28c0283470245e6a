import { companionEntry } from "../companion/entry.ts";
import { tutorEntry } from "../tutor/entry.ts";
import type { ExperienceEntry } from "./experience-entry.ts";

/** Every experience that the site has, in the order of the home page. One line each. */
export const EXPERIENCES: readonly ExperienceEntry[] = [
  companionEntry, //
  tutorEntry,
];

/** The experience with this id; `undefined` where the site has none. */
export function experienceWith(id: string): ExperienceEntry | undefined {
  return EXPERIENCES.find((entry) => entry.id === id);
}
