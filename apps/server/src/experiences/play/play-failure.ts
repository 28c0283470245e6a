import { abstain } from "@openempathic/affect";
import type { Unstamped } from "@openempathic/experiences";
import type { PlayEffect, PlayEvent, PlayState } from "@openempathic/experiences/play";
import { careFor } from "./run-play-effect.ts";
import { unjudged } from "../unjudged.ts";

/**
 * What stands in the log when an effect failed, so that the night goes on: what could not be judged counts as a
 * concern, what could not be assessed gets an abstention, and a guest who could not be worded answers as written.
 */
export function playFailure(state: PlayState, effect: PlayEffect): Unstamped<PlayEvent> | undefined {
  switch (effect.kind) {
    case "judge-risk":
      return unjudged(effect.of, state.latch, state.atMs ?? 0);
    case "perceive": {
      const detail = "This could not be assessed because of an error.";
      const source = { kind: "service", id: "open-empathic-server", version: "1" } as const;
      const estimate = abstain({ modality: "text", reason: "out-of-domain", detail, source });
      return { kind: "estimated", of: effect.of, estimate };
    }
    case "answer-as-guest":
      return { kind: "guest-answered", of: effect.of, notWorded: "model-trouble" };
    case "give-care":
      // The script is in the program: it does not fail for want of a model or a network.
      return careFor(state, effect.of);
    case "show-notices":
      return undefined;
  }
}
