import { EXPERIENCE_SCHEMAS } from "@openempathic/client";
import { play } from "@openempathic/experiences/play";
import type { ServedExperience } from "../served-experience.ts";
import { serve } from "../served-experience.ts";
import { playFailure } from "./play-failure.ts";
import { runPlayEffect } from "./run-play-effect.ts";

/** Play as the server runs it. */
export const servedPlay: ServedExperience = serve({
  experience: play,
  schemas: EXPERIENCE_SCHEMAS.play,
  asksForWork: ["message"],
  runEffect: runPlayEffect,
  failureEvent: playFailure,
});
