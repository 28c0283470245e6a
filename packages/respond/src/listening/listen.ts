import type { AffectState } from "@openempathic/affect";
import type { Turn } from "@openempathic/govern";

import type { Plan } from "../plan.ts";

/** What the built-in listener is given. */
export interface ListenInput {
  readonly plan: Plan;
  readonly turns: readonly Turn[];
  readonly state: AffectState;
  readonly seed?: number;
}

export function listen({ plan }: ListenInput): string {
  return plan.language === "de"
    ? "Erzähl mir mehr davon, wenn du magst."
    : "Tell me more about that, if you like.";
}
