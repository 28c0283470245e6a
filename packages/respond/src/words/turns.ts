import type { Turn } from "@openempathic/govern";

/** What the person wrote last; empty where they have written nothing yet. */
export function lastPersonText(turns: readonly Turn[]): string {
  return turns.findLast((turn) => turn.role === "person")?.text ?? "";
}

/** What was written by one side, oldest first. */
export function textsOf(turns: readonly Turn[], role: Turn["role"]): readonly string[] {
  return turns.filter((turn) => turn.role === role).map((turn) => turn.text);
}

/** What was answered last; empty where nothing was answered yet. */
export function lastAssistantText(turns: readonly Turn[]): string {
  return turns.findLast((turn) => turn.role === "assistant")?.text ?? "";
}
