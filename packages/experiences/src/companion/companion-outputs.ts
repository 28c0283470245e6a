import { find } from "./chronicle.ts";
import type { CompanionEvent } from "./companion-event.ts";
import type { CompanionEffect, CompanionOutput, CompanionShow } from "./companion-output.ts";
import type { CompanionState } from "./companion-state.ts";
import { messageOf } from "./conversation.ts";
import { effectsFor, questionEffect, scheduleEffects } from "./pending-effects.ts";

/** One step of the fold: the state before and after an event that made sense. */
interface Change {
  readonly before: CompanionState;
  readonly state: CompanionState;
  readonly event: CompanionEvent;
}

/** What one event puts out: first what it shows, then the work that it has made. */
export function outputsOf(change: Change): readonly CompanionOutput[] {
  return [
    ...showsFor(change).map((show): CompanionOutput => ({ kind: "show", show })),
    ...noticeEffects(change).map((effect): CompanionOutput => ({ kind: "effect", effect })),
    ...newEffects(change).map((effect): CompanionOutput => ({ kind: "effect", effect })),
  ];
}

function showsFor({ state, event }: Change): readonly CompanionShow[] {
  const { kind } = event;
  if (kind === "estimated") return [{ kind: "understood", of: event.of, estimate: event.estimate }];
  if (kind === "planned") return [{ kind: "plan", of: event.of, plan: event.plan }];
  if (kind === "reply-part") return [{ kind: "reply-part", of: event.of, text: event.text }];
  if (kind === "checked-in") return [{ kind: "check-in", text: event.text }];
  if (kind === "routine-reminded") return [{ kind: "routine", routineId: event.routineId, text: event.text }];
  if (kind === "life-question") {
    const { seq, text } = event;
    return find(state.entries, seq) === undefined ? [] : [{ kind: "life-question", text }];
  }
  if (kind === "memory-proposed") {
    const { memoryId, of, text } = event;
    return [{ kind: "memory-proposal", proposal: { memoryId, of, text } }];
  }
  if (kind === "replied") {
    const reply = messageOf(state, event.of)?.reply;
    return reply?.finished === true ? [{ kind: "reply", of: event.of, reply }] : [];
  }
  if (kind === "notices-shown") {
    const entry = find(state.entries, event.seq);
    return entry?.kind === "notices" ? [{ kind: "notices", notices: entry.notices }] : [];
  }
  return [];
}

function noticeEffects({ before, state }: Change): readonly CompanionEffect[] {
  const { due } = state.notices;
  const fellDue = due.some((notice) => !before.notices.due.includes(notice));
  return fellDue ? [{ kind: "show-notices", notices: due }] : [];
}

/** After these something else may come by itself, at another time or in another language. */
const CHANGES_SCHEDULE: ReadonlySet<CompanionEvent["kind"]> = new Set<CompanionEvent["kind"]>([
  "check-in-asked",
  "checked-in",
  "language-changed",
  "routine-set",
  "routine-done",
  "routine-snoozed",
  "routine-ended",
  "routine-reminded",
  "quiet-hours-set",
  "quiet-hours-cleared",
  "times-passed",
]);

function newEffects({ state, event }: Change): readonly CompanionEffect[] {
  const { kind } = event;
  if (kind === "message") return effectsFor(state, messageOf(state, event.seq));
  if (kind === "reply-retried") return effectsFor(state, messageOf(state, event.of));
  if (kind === "notices-shown") return heldPerceptions(state);
  if (kind === "replied") {
    const facts = state.found.filter(({ of }) => of === event.of);
    const passages = state.life.found.filter(({ of }) => of === event.of);
    return [
      ...facts.map((fact) => ({ kind: "propose-memory", ...fact }) as const),
      ...passages.map((passage) => ({ kind: "propose-passage", ...passage }) as const),
    ];
  }
  if (kind === "check-in-cancelled") return [{ kind: "cancel-check-in" }];
  if (kind === "life-question-wished") return questionEffect(state);
  return CHANGES_SCHEDULE.has(kind) ? scheduleEffects(state) : [];
}

/** Messages that came before the notices are perceived once the notices have been shown. */
function heldPerceptions(state: CompanionState): readonly CompanionEffect[] {
  return state.open
    .flatMap((seq) => effectsFor(state, messageOf(state, seq)))
    .filter(({ kind }) => kind === "perceive");
}
