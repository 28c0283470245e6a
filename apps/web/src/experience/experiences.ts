import { calmEntry } from "../calm/entry.ts";
import { companionEntry } from "../companion/entry.ts";
import { councilEntry } from "../council/entry.ts";
import { playEntry } from "../play/entry.ts";
import { storyEntry } from "../story/entry.ts";
import { studyEntry } from "../study/entry.ts";
import { tutorEntry } from "../tutor/entry.ts";
import type { ExperienceEntry } from "./experience-entry.ts";

/** Every experience that the site has, in the order of the home page. One line each. */
export const EXPERIENCES: readonly ExperienceEntry[] = [
  companionEntry, //
  calmEntry,
  councilEntry,
  playEntry,
  storyEntry,
  studyEntry,
  tutorEntry,
];

/** The experience with this id; `undefined` where the site has none. */
export function experienceWith(id: string): ExperienceEntry | undefined {
  return EXPERIENCES.find((entry) => entry.id === id);
}
