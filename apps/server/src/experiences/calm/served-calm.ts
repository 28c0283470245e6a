import { EXPERIENCE_SCHEMAS } from "@openempathic/client";
import { calm } from "@openempathic/experiences/calm";
import type { CalmEffect, CalmPlatformEvent, CalmState } from "@openempathic/experiences/calm";
import { judgeRisk, latchRisk } from "@openempathic/govern";
import type { EffectMeans, EffectRequest } from "../effect-means.ts";
import { serve } from "../served-experience.ts";
import type { ServedExperience } from "../served-experience.ts";
import { writeCalmWords } from "./write-calm-words.ts";
import { unjudged } from "../unjudged.ts";

/** Calm as the server runs it. */
export const servedCalm: ServedExperience = serve({
  experience: calm,
  schemas: EXPERIENCE_SCHEMAS.calm,
  asksForWork: ["note-written", "sitting-asked"],
  runEffect: runCalmEffect,
  failureEvent: calmFailure,
});

async function* runCalmEffect(
  means: EffectMeans,
  { effect, state, signal }: EffectRequest<CalmState, CalmEffect>,
): AsyncGenerator<CalmPlatformEvent> {
  switch (effect.kind) {
    case "judge-risk":
      yield judge(state, effect.of);
      return;
    case "write-words":
      if (state.current?.sitting === effect.of) {
        yield await writeCalmWords(means, { state, sitting: state.current, signal });
      }
      return;
    case "show-notices":
      // Seen to by the runner.
      return;
  }
}

function judge(state: CalmState, of: number): CalmPlatformEvent {
  const notes = state.notes.filter(({ seq }) => seq <= of);
  const judgement = judgeRisk(notes.map(({ text }) => ({ role: "person", text })));
  const latch = latchRisk(state.latch, judgement, notes.at(-1)?.atMs ?? state.atMs ?? 0);
  return { kind: "risk-judged", of, judgement, latch };
}

/** A note that could not be judged counts as a concern; words that could not be asked for are left to the library. */
function calmFailure(state: CalmState, effect: CalmEffect): CalmPlatformEvent | undefined {
  switch (effect.kind) {
    case "judge-risk":
      return unjudged(effect.of, state.latch, state.atMs ?? 0);
    case "write-words": {
      const trouble =
        state.language === "de" ? "Bei uns ging etwas schief." : "Something went wrong on our side.";
      return { kind: "words-not-written", of: effect.of, trouble };
    }
    case "show-notices":
      return undefined;
  }
}
