import { servedCompanion } from "./companion/served-companion.ts";
import { servedTutor } from "./tutor/served-tutor.ts";
import type { ServedExperiences } from "./served-experience.ts";

/** Every experience that this server runs, by its id. One line each. */
export const SERVED_EXPERIENCES: ServedExperiences = new Map(
  [
    servedCompanion, //
    servedTutor,
  ].map((served) => [served.experience.id, served]),
);
