import { abstain } from "@openempathic/affect";
import { messageOf } from "@openempathic/experiences";
import type { CompanionEffect, CompanionState, PlatformEvent } from "@openempathic/experiences";
import type { ReplyLanguage } from "@openempathic/respond";
import { unjudged } from "../unjudged.ts";

const APOLOGY: Readonly<Record<ReplyLanguage, string>> = {
  en: "Something went wrong on my side, so I have no proper answer to this. Your message is kept. You can ask me to try again.",
  de: "Bei mir ist etwas schiefgegangen, deshalb habe ich darauf keine richtige Antwort. Deine Nachricht ist gespeichert. Du kannst mich bitten, es noch einmal zu versuchen.",
};

/**
 * What stands in the log when an effect failed, so that the person sees it and the session goes on: a message
 * whose risk could not be judged counts as a concern, one that could not be assessed gets an abstention, and one
 * that could not be answered an apology that can be retried. `undefined` for work that may be left out.
 */
export function companionFailure(state: CompanionState, effect: CompanionEffect): PlatformEvent | undefined {
  switch (effect.kind) {
    case "judge-risk":
      return unjudged(effect.of, state.latch, messageOf(state, effect.of)?.atMs ?? state.atMs ?? 0);
    case "perceive": {
      const detail = "This message could not be assessed because of an error.";
      const source = { kind: "service", id: "open-empathic-server", version: "1" } as const;
      return {
        kind: "estimated",
        of: effect.of,
        estimate: abstain({ modality: "text", reason: "out-of-domain", detail, source }),
      };
    }
    case "answer":
      return {
        kind: "replied",
        of: effect.of,
        text: APOLOGY[state.language],
        by: "listener",
        modelTrouble: "An error on this server kept the answer from being made.",
        checks: { sentences: 0, findings: [] },
        resources: [],
      };
    case "show-notices":
    case "propose-memory":
    case "propose-passage":
    case "ask-life-question":
    case "schedule-routine":
    case "schedule-check-in":
    case "cancel-check-in":
      return undefined;
  }
}
