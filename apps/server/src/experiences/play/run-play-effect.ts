import type { Unstamped } from "@openempathic/experiences";
import { play, spokenTurns } from "@openempathic/experiences/play";
import type { PlayEffect, PlayEvent, PlayState } from "@openempathic/experiences/play";
import { judgeRisk, latchRisk, shownResource } from "@openempathic/govern";
import { crisisAnswer } from "@openempathic/respond";
import type { EffectMeans, EffectRequest } from "../effect-means.ts";
import { perceiveText } from "../perceive-text.ts";
import { wordGuest } from "./word-guest.ts";

/**
 * Runs one effect of a night of play and yields the event that it results in.
 * @throws What a means throws; the runner turns that into an event.
 */
export async function* runPlayEffect(
  means: EffectMeans,
  { effect, state, signal }: EffectRequest<PlayState, PlayEffect>,
): AsyncGenerator<Unstamped<PlayEvent>> {
  switch (effect.kind) {
    case "judge-risk": {
      const judgement = judgeRisk(spokenTurns(state, effect.of));
      const latch = latchRisk(state.latch, judgement, state.atMs ?? means.now());
      yield { kind: "risk-judged", of: effect.of, judgement, latch };
      return;
    }
    case "perceive": {
      const turns = spokenTurns(state, effect.of);
      const estimate = await perceiveText(means, {
        purpose: play.purpose,
        frame: state,
        text: turns.at(-1)?.text ?? "",
        context: turns.slice(0, -1),
        signal,
      });
      yield { kind: "estimated", of: effect.of, estimate };
      return;
    }
    case "answer-as-guest":
      yield await wordGuest(means, { state, of: effect.of, signal });
      return;
    case "give-care":
      yield careFor(state, effect.of);
      return;
    case "show-notices":
      // Seen to by the runner.
      return;
  }
}

/** The scripted crisis answer to what was said. */
export function careFor(state: PlayState, of: number): Unstamped<PlayEvent> {
  const { text, resources } = crisisAnswer({
    language: state.language,
    latch: state.latch,
    turns: spokenTurns(state, of),
    ...(state.country === undefined ? {} : { country: state.country }),
  });
  return { kind: "care-given", of, text, resources: resources.map(shownResource) };
}
