import { EXPERIENCE_SCHEMAS } from "@openempathic/client";
import { companion, replayCompanion, titleOf } from "@openempathic/experiences";
import type { ServedExperience } from "../served-experience.ts";
import { serve } from "../served-experience.ts";
import { companionFailure } from "./companion-failure.ts";
import { runCompanionEffect } from "./run-companion-effect.ts";

/** Later than this, "around now" would not be true, and a check-in is left out. */
const LATEST_CHECK_IN_MS = 2 * 3_600_000;

/** The companion as the server runs it. */
export const servedCompanion: ServedExperience = serve({
  experience: companion,
  schemas: EXPERIENCE_SCHEMAS.companion,
  asksForWork: ["message", "reply-retried"],
  runEffect: runCompanionEffect,
  failureEvent: companionFailure,
  scheduled: (effect) =>
    effect.kind === "schedule-check-in"
      ? {
          atMs: effect.atMs,
          event: { kind: "checked-in", text: effect.text },
          latestMs: LATEST_CHECK_IN_MS,
        }
      : undefined,
  titleFrom: (event) => (event.kind === "message" ? titleFrom(event.text) : undefined),
  forgottenBy: (event) =>
    event.kind === "memory-forgotten"
      ? {
          kinds: ["memory-added", "memory-edited", "memory-proposed"],
          field: "memoryId",
          value: event.memoryId,
        }
      : undefined,
  pictureOf: ({ affect, latch }) => ({ affect, latch }),
});

function titleFrom(text: string): string | undefined {
  const started = { seq: 1, atMs: 0, kind: "session-started", language: "en" } as const;
  return titleOf(replayCompanion([started, { seq: 2, atMs: 0, kind: "message", text }]));
}
