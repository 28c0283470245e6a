import { EXPERIENCE_SCHEMAS } from "@openempathic/client";
import { tutor } from "@openempathic/experiences/tutor";
import type { TutorEffect, TutorPlatformEvent, TutorState } from "@openempathic/experiences/tutor";
import type { EffectMeans, EffectRequest } from "../effect-means.ts";
import { perceiveText } from "../perceive-text.ts";
import { serve } from "../served-experience.ts";
import type { ServedExperience } from "../served-experience.ts";
import { judgeSaid, latchOf } from "./judge-said.ts";
import { wordHint } from "./word-hint.ts";
import { unjudged } from "../unjudged.ts";

/** The tutor as the server runs it. */
export const servedTutor: ServedExperience = serve({
  experience: tutor,
  schemas: EXPERIENCE_SCHEMAS.tutor,
  asksForWork: ["said", "rewording-asked"],
  runEffect: runTutorEffect,
  failureEvent: tutorFailure,
  // A built-in course has its title in the language of whoever looks, and so none that could be stored.
  titleFrom: (event) => (event.kind === "course-brought" ? event.course.title : undefined),
});

async function* runTutorEffect(
  means: EffectMeans,
  { effect, state, signal }: EffectRequest<TutorState, TutorEffect>,
): AsyncGenerator<TutorPlatformEvent> {
  switch (effect.kind) {
    case "judge-risk":
      yield judgeSaid(state, effect.of);
      return;
    case "perceive": {
      const { of } = effect;
      const text = state.said.find(({ seq }) => seq === of)?.text ?? "";
      const estimate = await perceiveText(means, { purpose: tutor.purpose, frame: state, text, signal });
      yield { kind: "estimated", of, estimate };
      return;
    }
    case "word-hint":
      yield await wordHint(means, { effect, state, signal });
      return;
    case "show-notices":
      // Seen to by the runner.
      return;
  }
}

/** Words that could not be judged count as a concern; what else failed is told as missing. */
function tutorFailure(state: TutorState, effect: TutorEffect): TutorPlatformEvent | undefined {
  switch (effect.kind) {
    case "judge-risk":
      return unjudged(effect.of, latchOf(state), state.atMs ?? 0);
    case "perceive":
      return { kind: "not-estimated", of: effect.of };
    case "word-hint":
      return {
        kind: "hint-not-worded",
        itemId: effect.itemId,
        level: effect.level,
        trouble: "model-trouble",
      };
    case "show-notices":
      return undefined;
  }
}
