import { conversationOf, type CompanionState, type NoticesEntry } from "@openempathic/experiences";

/** The notices that were shown and that the person has not acknowledged since, each once. */
export function noticesToAnswer(state: CompanionState): NoticesEntry["notices"] {
  const since = state.notices.acknowledgedAtMs ?? -Infinity;
  const shown = conversationOf(state).flatMap((entry) =>
    entry.kind === "notices" && entry.atMs > since ? entry.notices : [],
  );
  return [...new Set(shown)];
}
