import { EXPERIENCE_SCHEMAS } from "@openempathic/client";
import { companion, LATEST_MS, replayCompanion, titleOf } from "@openempathic/experiences";
import type { CompanionEffect, CompanionEvent, Unstamped } from "@openempathic/experiences";
import type { Forgetting, NewEvent, Scheduled, ServedExperience } from "../served-experience.ts";
import { serve } from "../served-experience.ts";
import { companionFailure } from "./companion-failure.ts";
import { runCompanionEffect } from "./run-companion-effect.ts";

const TIMES_PASSED = { kind: "times-passed" } as const;

/** The companion as the server runs it. */
export const servedCompanion: ServedExperience = serve({
  experience: companion,
  schemas: EXPERIENCE_SCHEMAS.companion,
  asksForWork: ["message", "reply-retried", "life-question-wished"],
  runEffect: runCompanionEffect,
  failureEvent: companionFailure,
  scheduled: scheduledOf,
  // Later than this, "around now" would not be true: what is late is left out, and the next time set by the fold.
  insteadOfLate: () => TIMES_PASSED,
  titleFrom: (event) => (event.kind === "message" ? titleFrom(event.text) : undefined),
  forgottenBy,
  pictureOf: ({ affect, latch }) => ({ affect, latch }),
});

function scheduledOf(effect: CompanionEffect): Scheduled | undefined {
  if (effect.kind === "schedule-check-in") {
    const { atMs, text } = effect;
    return { atMs, event: { kind: "checked-in", text } as NewEvent, latestMs: LATEST_MS };
  }
  if (effect.kind === "schedule-routine") {
    const { atMs, routineId, text } = effect;
    return { atMs, event: { kind: "routine-reminded", routineId, text } as NewEvent, latestMs: LATEST_MS };
  }
  return undefined;
}

function forgottenBy(event: Unstamped<CompanionEvent>): Forgetting | undefined {
  const { kind } = event;
  if (kind === "memory-forgotten") {
    const kinds = ["memory-added", "memory-edited", "memory-proposed"];
    return { kinds, field: "memoryId", value: event.memoryId };
  }
  if (kind === "life-forgotten") {
    const kinds = ["life-added", "life-edited", "life-proposed"];
    return { kinds, field: "passageId", value: event.passageId };
  }
  if (kind === "person-forgotten") {
    const texts = ["name", "relation", "reach"];
    return { kinds: ["person-kept"], field: "personId", value: event.personId, texts };
  }
  if (kind === "digest-forgotten")
    return { kinds: ["digest-approved"], field: "digestId", value: event.digestId };
  return undefined;
}

function titleFrom(text: string): string | undefined {
  const started = { seq: 1, atMs: 0, kind: "session-started", language: "en" } as const;
  return titleOf(replayCompanion([started, { seq: 2, atMs: 0, kind: "message", text }]));
}
