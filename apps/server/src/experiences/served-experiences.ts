import { servedCalm } from "./calm/served-calm.ts";
import { servedCouncil } from "./council/served-council.ts";
import { servedCompanion } from "./companion/served-companion.ts";
import { servedPlay } from "./play/served-play.ts";
import { servedStory } from "./story/served-story.ts";
import { servedStudy } from "./study/served-study.ts";
import { servedTutor } from "./tutor/served-tutor.ts";
import type { ServedExperiences } from "./served-experience.ts";

/** Every experience that this server runs, by its id. One line each. */
export const SERVED_EXPERIENCES: ServedExperiences = new Map(
  [
    servedCompanion, //
    servedCalm,
    servedCouncil,
    servedPlay,
    servedStory,
    servedStudy,
    servedTutor,
  ].map((served) => [served.experience.id, served]),
);
