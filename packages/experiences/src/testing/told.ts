import type { CompanionEvent, PersonEvent, PlatformEvent } from "../companion/companion-event.ts";
import type { CompanionOutput } from "../companion/companion-output.ts";
import type { CompanionState } from "../companion/companion-state.ts";
import { companion } from "../companion/companion.ts";

/** When told sessions start, in milliseconds since the epoch: a Monday in winter, at noon UTC. */
export const START_MS = Date.UTC(2026, 10, 23, 12);

/** A companion session that is told events one by one, with seq and time filled in, one second apart unless said. */
export class Told {
  state: CompanionState = companion.initial;
  readonly events: CompanionEvent[] = [];

  constructor(...events: readonly (PersonEvent | PlatformEvent)[]) {
    this.tell({ kind: "session-started", language: "en" });
    this.tell({ kind: "notices-shown", notices: ["not-a-person", "emotion-analysis"] });
    for (const event of events) this.tell(event);
  }

  /** Adds an event and gives what it puts out. */
  tell(event: PersonEvent | PlatformEvent, laterMs = 1000): readonly CompanionOutput[] {
    return this.tellAt(event, (this.events.at(-1)?.atMs ?? START_MS) + laterMs);
  }

  /** Adds an event at a moment. */
  tellAt(event: PersonEvent | PlatformEvent, atMs: number): readonly CompanionOutput[] {
    const stored: CompanionEvent = { ...event, seq: this.events.length + 1, atMs };
    this.events.push(stored);
    const step = companion.apply(this.state, stored);
    this.state = step.state;
    return step.outputs;
  }

  /** A message that was judged, with no risk unless said, and answered. Gives its seq. */
  exchange(text: string, level: "none" | "concern" | "active" = "none"): number {
    this.tell({ kind: "message", text });
    const of = this.events.length;
    const judgement = { level, about: level === "none" ? null : "self", reason: "by hand" } as const;
    this.tell({ kind: "risk-judged", of, judgement, latch: { ...judgement, safeAnswers: 0 } });
    const by = level === "active" ? "crisis-script" : "listener";
    const checks = { sentences: 1, findings: [] };
    this.tell({ kind: "replied", of, text: "I hear you.", by, checks, resources: [] });
    return of;
  }

  /** Does what the session waits for now, as a server would, apart from messages and what is for later. */
  work(): void {
    for (const effect of companion.pendingEffects(this.state)) {
      if (effect.kind === "ask-life-question") this.tell({ ...effect, kind: "life-question" });
      if (effect.kind === "propose-passage") this.tell({ ...effect, kind: "life-proposed" });
      if (effect.kind === "propose-memory") this.tell({ ...effect, kind: "memory-proposed" });
    }
  }
}
