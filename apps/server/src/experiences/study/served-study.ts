import { EXPERIENCE_SCHEMAS } from "@openempathic/client";
import type { Unstamped } from "@openempathic/experiences";
import { judgeStudyAnswer, study, unjudgedAnswer } from "@openempathic/experiences/study";
import type { StudyEffect, StudyEvent, StudyState } from "@openempathic/experiences/study";
import type { EffectMeans, EffectRequest } from "../effect-means.ts";
import { perceiveText } from "../perceive-text.ts";
import { serve } from "../served-experience.ts";
import type { ServedExperience } from "../served-experience.ts";

/** The longest name of a study in lists. */
const TITLE_LENGTH = 80;

/** A study, and a participant's run through one, as the server runs them. */
export const servedStudy: ServedExperience = serve({
  experience: study,
  schemas: EXPERIENCE_SCHEMAS.study,
  asksForWork: ["task-finished"],
  runEffect: runStudyEffect,
  failureEvent: studyFailure,
  scheduled: (effect) =>
    effect.kind === "close-prompt"
      ? { atMs: effect.atMs, event: { kind: "prompt-closed", promptId: effect.promptId } as NewPromptClosed }
      : undefined,
  titleFrom: (event) => {
    if (event.kind !== "drafted" && event.kind !== "enrolled") return undefined;
    const title = event.protocol.title.trim().slice(0, TITLE_LENGTH);
    return title === "" ? undefined : title;
  },
});

type NewPromptClosed = Unstamped<Extract<StudyEvent, { kind: "prompt-closed" }>>;

async function* runStudyEffect(
  means: EffectMeans,
  { effect, state, signal }: EffectRequest<StudyState, StudyEffect>,
): AsyncGenerator<Unstamped<StudyEvent>> {
  switch (effect.kind) {
    case "judge-risk": {
      const judged = judgeStudyAnswer(state, effect.of);
      if (judged !== undefined) yield judged;
      return;
    }
    case "perceive": {
      const { taskId, promptId, of, text } = effect;
      const estimate = await perceiveText(means, { purpose: study.purpose, frame: state, text, signal });
      yield { kind: "estimated", taskId, ...(promptId === undefined ? {} : { promptId }), of, estimate };
      return;
    }
    case "show-notices":
    case "close-prompt":
      // Seen to by the runner and by the schedule.
      return;
  }
}

/** An answer that could not be judged counts as a concern; a text that could not be read is told as missing. */
function studyFailure(state: StudyState, effect: StudyEffect): Unstamped<StudyEvent> | undefined {
  switch (effect.kind) {
    case "judge-risk":
      return unjudgedAnswer(state, effect.of);
    case "perceive": {
      const { taskId, promptId, of } = effect;
      return { kind: "not-estimated", taskId, ...(promptId === undefined ? {} : { promptId }), of };
    }
    case "show-notices":
    case "close-prompt":
      return undefined;
  }
}
