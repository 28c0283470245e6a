import type { Unstamped } from "../../session/session-event.ts";
import { judgeStudyAnswer } from "../care/judge-answer.ts";
import { protocolHash } from "../protocol/freeze-protocol.ts";
import type { StudyProtocol, StudyTask } from "../protocol/protocol.ts";
import { placeOf, promptTask } from "../run/read-run.ts";
import { study } from "../run/study.ts";
import type { StudyEvent } from "../run/study-event.ts";
import type { Prompt, StudyState } from "../run/study-state.ts";
import { simulatedParticipant } from "./simulated-participant.ts";
import type { SimulatedParticipant } from "./simulated-participant.ts";

/** One run to simulate. */
export interface SimulatedRunOptions {
  /** From 1: decides arm and order as for a real participant. */
  readonly number: number;
  readonly seed: number;
  /** When they consent, in milliseconds since the epoch. */
  readonly startMs: number;
  /** IANA; UTC unless told. */
  readonly timeZone?: string;
}

/**
 * A whole run by somebody who does not exist, from consent to the last prompt, by the rules that hold for everybody: a
 * study can be tried out, and its files be looked at, before anybody real gives their time to it. Of a hundred a few
 * stop early, and about four in five prompts are seen.
 *
 * @returns the events of the run, as a server would have stored them
 */
export function simulateRun(protocol: StudyProtocol, options: SimulatedRunOptions): readonly StudyEvent[] {
  const { number, seed, startMs, timeZone = "UTC" } = options;
  const run = new SimulatedRun(protocol, simulatedParticipant(seed * 7_368_787 + number), startMs);
  run.begin(number);
  run.doTasks();
  run.answerPrompts(timeZone);
  return run.events;
}

class SimulatedRun {
  readonly events: StudyEvent[] = [];
  readonly #protocol: StudyProtocol;
  readonly #person: SimulatedParticipant;
  #state: StudyState = study.initial;
  #atMs: number;

  constructor(protocol: StudyProtocol, person: SimulatedParticipant, startMs: number) {
    this.#protocol = protocol;
    this.#person = person;
    this.#atMs = startMs;
  }

  begin(number: number): void {
    const protocol = this.#protocol;
    this.#tell({ kind: "session-started", language: protocol.language });
    const consentVersion = protocol.consents.at(-1)?.version ?? "";
    const code = `sim${String(number).padStart(4, "0")}`;
    this.#tell({ kind: "enrolled", protocol, hash: protocolHash(protocol), code, number, consentVersion });
    this.#tell({ kind: "notices-shown", notices: this.#state.notices.due });
    this.#tell({ kind: "notices-acknowledged" });
  }

  doTasks(): void {
    const stopsEarly = this.#person.chance() < 0.05;
    for (let place = this.#place(); place.kind === "task"; place = this.#place()) {
      if (stopsEarly && this.#person.chance() < 0.3) this.#tell({ kind: "stopped" });
      else this.#doTask(place.task);
    }
  }

  answerPrompts(timeZone: string): void {
    if (this.#place().kind !== "before-sampling") return;
    this.#tell({ kind: "sampling-begun", timeZone });
    for (const prompt of this.#state.run?.prompts ?? []) this.#answerPrompt(prompt);
  }

  #place(): ReturnType<typeof placeOf> {
    return this.#state.run === undefined ? { kind: "finished" } : placeOf(this.#state.run);
  }

  #doTask(task: StudyTask, promptId?: string): void {
    const ref = { taskId: task.id, ...(promptId === undefined ? {} : { promptId }) };
    this.#tell({ kind: "task-begun", ...ref });
    const values = this.#person.answer(task);
    this.#atMs += 2_000 + Math.floor(this.#person.chance() * 3_000 * (1 + Object.keys(values).length));
    this.#tell({ kind: "answered", ...ref, values });
    this.#tell({ kind: "task-finished", ...ref });
    this.#work();
  }

  #answerPrompt({ promptId, scheduledAtMs, closesAtMs }: Prompt): void {
    if (this.#person.chance() < 0.85) {
      this.#atMs = scheduledAtMs + Math.floor(this.#person.chance() * (closesAtMs - scheduledAtMs) * 0.5);
      this.#tell({ kind: "prompt-shown", promptId });
      let task = this.#nextOf(promptId);
      while (task !== undefined && this.#atMs < closesAtMs && this.#person.chance() < 0.95) {
        this.#doTask(task, promptId);
        task = this.#nextOf(promptId);
      }
    }
    this.#atMs = Math.max(this.#atMs, closesAtMs);
    this.#tell({ kind: "prompt-closed", promptId });
  }

  #nextOf(promptId: string): StudyTask | undefined {
    return this.#state.run === undefined ? undefined : promptTask(this.#state.run, promptId);
  }

  /** What the platform does: texts are read and answers are judged. */
  #work(): void {
    for (const effect of study.pendingEffects(this.#state)) {
      if (effect.kind === "perceive") {
        const { taskId, promptId, of, text } = effect;
        const ref = { taskId, ...(promptId === undefined ? {} : { promptId }) };
        this.#tell({ kind: "estimated", ...ref, of, estimate: this.#person.estimate(text) });
      }
      const judged = effect.kind === "judge-risk" ? judgeStudyAnswer(this.#state, effect.of) : undefined;
      if (judged !== undefined) this.#tell(judged);
    }
  }

  #tell(event: Unstamped<StudyEvent>): void {
    // The cast is safe: an event without its stamp, with a stamp.
    const stamped = { ...event, seq: this.events.length + 1, atMs: this.#atMs } as StudyEvent;
    this.events.push(stamped);
    this.#state = study.apply(this.#state, stamped).state;
  }
}
