import { INITIAL_RISK_LATCH } from "@openempathic/govern";
import type { Experience, Step } from "../../experience.ts";
import { replay } from "../../replay.ts";
import { mayPerceiveText, noticesToShow, takeEvent, takeFrameEvent } from "../../session/session-frame.ts";
import { allocate } from "../protocol/allocate.ts";
import { checkProtocol } from "../protocol/check-protocol.ts";
import { protocolHash } from "../protocol/freeze-protocol.ts";
import { beginTask, finishTask, takeAnswer, takeEstimate, textsLeft } from "./do-task.ts";
import { isOpen, placeOf } from "./read-run.ts";
import { movePrompts, schedulePrompts } from "./schedule-prompts.ts";
import type { StudyEvent } from "./study-event.ts";
import { INITIAL_STUDY_STATE } from "./study-state.ts";
import type { StudyEffect, StudyRun, StudyState } from "./study-state.ts";

/** What the fold puts out for one event: the work that it has made. */
export interface StudyOutput {
  readonly kind: "effect";
  readonly effect: StudyEffect;
}

/**
 * Psychological research: a study is laid down and frozen by hash before its first participant; each participant's run
 * is a session of its own, which this same fold reads.
 *
 * @example
 * ```ts
 * import { study } from "@openempathic/experiences/study";
 *
 * const { state } = study.apply(study.initial, { seq: 1, atMs: 0, kind: "session-started", language: "en" });
 * state.frozen; // => undefined
 * ```
 */
export const study: Experience<StudyState, StudyEvent, StudyOutput, StudyEffect> = {
  id: "study",
  purpose: "research",
  initial: INITIAL_STUDY_STATE,
  apply: applyStudyEvent,
  pendingEffects,
};

/** The state after a list of events, oldest first. */
export function replayStudy(events: Iterable<StudyEvent>): StudyState {
  return replay(study, events);
}

function applyStudyEvent(state: StudyState, event: StudyEvent): Step<StudyState, StudyOutput> {
  const next = takeEvent(state, event, {
    purpose: "research",
    usedBy: ["task-begun", "prompt-shown"],
    change,
  });
  if (next === state) return { state, outputs: [] };
  const known = new Set(pendingEffects(state).map((effect) => JSON.stringify(effect)));
  const outputs = pendingEffects(next)
    .filter((effect) => !known.has(JSON.stringify(effect)))
    .map((effect): StudyOutput => ({ kind: "effect", effect }));
  return { state: next, outputs };
}

function change(state: StudyState, event: StudyEvent): StudyState {
  switch (event.kind) {
    case "drafted":
      return state.run !== undefined || state.frozen !== undefined
        ? state
        : { ...state, protocol: event.protocol };
    case "protocol-frozen":
      return freeze(state, event.atMs);
    case "enrolled":
      return enrol(state, event);
    case "task-begun":
      return withRun(state, (run) => beginTask(run, event));
    case "answered":
      return withRun(state, (run) => takeAnswer(run, event));
    case "task-finished":
      return withRun(state, (run) => finishTask(run, event));
    case "estimated":
    case "not-estimated":
      return withRun(state, (run) => takeEstimate(run, event));
    case "sampling-begun":
      return withRun(state, (run) => beginSampling(run, event));
    case "time-zone-changed":
      return withRun(state, (run) => changeTimeZone(run, event));
    case "prompt-shown":
      return withRun(state, (run) => showPrompt(run, event));
    case "prompt-closed":
      return withRun(state, (run) => closePrompt(run, event));
    case "risk-judged":
      return withRun(state, (run) => takeJudgement(run, event));
    case "stopped":
      return withRun(state, (run) =>
        run.stoppedAtMs === undefined && placeOf(run).kind !== "finished"
          ? { ...run, stoppedAtMs: event.atMs }
          : run,
      );
    case "session-started":
    case "notices-shown":
    case "notices-acknowledged":
    case "language-changed":
    case "country-changed":
    default:
      return takeFrameEvent(state, event);
  }
}

type Of<Kind extends StudyEvent["kind"]> = Extract<StudyEvent, { kind: Kind }>;

function withRun(state: StudyState, step: (run: StudyRun) => StudyRun): StudyState {
  if (state.run === undefined) return state;
  const run = step(state.run);
  return run === state.run ? state : { ...state, run };
}

function freeze(state: StudyState, atMs: number): StudyState {
  const { protocol, frozen } = state;
  if (protocol === undefined || frozen !== undefined || checkProtocol(protocol).length > 0) return state;
  return { ...state, frozen: { hash: protocolHash(protocol), atMs } };
}

/** A run begins with the very protocol that was frozen, and with consent to words that stand in it. */
function enrol(state: StudyState, event: Of<"enrolled">): StudyState {
  const { protocol, hash, code, number, consentVersion, atMs } = event;
  const hasConsent = protocol.consents.some(({ version }) => version === consentVersion);
  if (
    state.run !== undefined ||
    state.protocol !== undefined ||
    !hasConsent ||
    protocolHash(protocol) !== hash
  ) {
    return state;
  }
  const run: StudyRun = {
    protocol,
    hash,
    code,
    number,
    ...allocate(protocol, number),
    consent: { version: consentVersion, atMs },
    work: {},
    prompts: [],
    latch: INITIAL_RISK_LATCH,
    unjudged: [],
  };
  return { ...state, run };
}

function beginSampling(run: StudyRun, { timeZone, atMs }: Of<"sampling-begun">): StudyRun {
  const { sampling, allocation } = run.protocol;
  if (sampling === undefined || placeOf(run).kind !== "before-sampling" || !isTimeZone(timeZone)) return run;
  const seed = allocation.seed + run.number * 15_485_863;
  return { ...run, timeZone, prompts: schedulePrompts({ sampling, seed, timeZone, fromMs: atMs }) };
}

function changeTimeZone(run: StudyRun, { timeZone, atMs }: Of<"time-zone-changed">): StudyRun {
  const { sampling } = run.protocol;
  if (sampling === undefined || placeOf(run).kind !== "sampling") return run;
  if (run.timeZone === timeZone || !isTimeZone(timeZone)) return run;
  return { ...run, timeZone, prompts: movePrompts(run.prompts, sampling, { timeZone, nowMs: atMs }) };
}

function showPrompt(run: StudyRun, { promptId, atMs }: Of<"prompt-shown">): StudyRun {
  const prompt = run.prompts.find((each) => each.promptId === promptId);
  if (prompt === undefined || prompt.shownAtMs !== undefined || !isOpen(prompt, atMs)) return run;
  if (run.stoppedAtMs !== undefined) return run;
  return withPrompt(run, promptId, { shownAtMs: atMs });
}

function closePrompt(run: StudyRun, { promptId, atMs }: Of<"prompt-closed">): StudyRun {
  const prompt = run.prompts.find((each) => each.promptId === promptId);
  if (prompt === undefined || prompt.closed === true || prompt.answeredAtMs !== undefined) return run;
  return atMs >= prompt.closesAtMs ? withPrompt(run, promptId, { closed: true }) : run;
}

function withPrompt(
  run: StudyRun,
  promptId: string,
  fields: { readonly shownAtMs: number } | { readonly closed: true },
): StudyRun {
  return {
    ...run,
    prompts: run.prompts.map((each) => (each.promptId === promptId ? { ...each, ...fields } : each)),
  };
}

function takeJudgement(run: StudyRun, { of, latch, care }: Of<"risk-judged">): StudyRun {
  if (!run.unjudged.some(({ seq }) => seq === of)) return run;
  const unjudged = run.unjudged.filter(({ seq }) => seq !== of);
  return { ...run, unjudged, latch, ...(care === undefined ? {} : { care }) };
}

/** All work that a session still waits for. */
function pendingEffects(state: StudyState): readonly StudyEffect[] {
  const notices = noticesToShow(state);
  const { run } = state;
  if (run === undefined) return notices;
  const judging = [...new Set(run.unjudged.map(({ seq }) => seq))].map((of): StudyEffect => ({
    kind: "judge-risk",
    of,
  }));
  const reading = mayPerceiveText(state)
    ? Object.values(run.work).flatMap((work) =>
        textsLeft(run, work).map(({ of, text }): StudyEffect => ({
          kind: "perceive",
          taskId: work.taskId,
          ...(work.promptId === undefined ? {} : { promptId: work.promptId }),
          of,
          text,
        })),
      )
    : [];
  const waiting =
    run.stoppedAtMs === undefined
      ? run.prompts
          .filter(({ answeredAtMs, closed }) => answeredAtMs === undefined && closed !== true)
          .map(({ promptId, closesAtMs }): StudyEffect => ({
            kind: "close-prompt",
            promptId,
            atMs: closesAtMs,
          }))
      : [];
  return [...notices, ...judging, ...reading, ...waiting];
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
