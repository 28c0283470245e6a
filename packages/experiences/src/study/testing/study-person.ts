import { makeEstimate } from "@openempathic/affect";
import { RISK_LEVELS } from "@openempathic/govern";
import fc from "fast-check";
import type { Unstamped } from "../../session/session-event.ts";
import { openRandom } from "../../testing/random.ts";
import type { Random } from "../../testing/random.ts";
import type { SimulatedPerson } from "../../testing/simulate.ts";
import { judgeStudyAnswer } from "../care/judge-answer.ts";
import { protocolHash } from "../protocol/freeze-protocol.ts";
import { taskData } from "../protocol/task-data.ts";
import { openPrompt, placeOf, promptTask } from "../run/read-run.ts";
import type { StudyEvent } from "../run/study-event.ts";
import type { StudyEffect, StudyState } from "../run/study-state.ts";
import { simulatedParticipant } from "../simulate/simulated-participant.ts";
import { testProtocol } from "./test-protocol.ts";

const PROTOCOL = testProtocol();
const HASH = protocolHash(PROTOCOL);
const TASK_IDS = [...PROTOCOL.tasks, ...(PROTOCOL.sampling?.tasks ?? [])].map(({ id }) => id);
const PROMPT_IDS = ["d1p1", "d1p2", "d2p1"];
const ZONES = ["Europe/Berlin", "America/New_York", "Pacific/Auckland", "nowhere"];

function anyRef(random: Random) {
  return {
    taskId: random.oneOf(TASK_IDS),
    ...(random.happens(0.2) ? { promptId: random.oneOf(PROMPT_IDS) } : {}),
  };
}

/** Anything that a page could send, at any moment, sensible or not. */
const ACTS: readonly ((random: Random) => Unstamped<StudyEvent>)[] = [
  () => ({ kind: "drafted", protocol: PROTOCOL }),
  () => ({ kind: "protocol-frozen" }),
  (random) => ({ kind: "task-begun", ...anyRef(random) }),
  (random) => ({
    kind: "answered",
    ...anyRef(random),
    values: random.oneOf([
      { phq9: random.below(5) },
      { pleasure: random.next() },
      { words: random.oneOf(["fine", "I want to die", "\u{1F614}"]) },
      { nothing: 1 },
      {},
    ]),
  }),
  (random) => ({ kind: "task-finished", ...anyRef(random) }),
  (random) => ({ kind: "sampling-begun", timeZone: random.oneOf(ZONES) }),
  (random) => ({ kind: "time-zone-changed", timeZone: random.oneOf(ZONES) }),
  (random) => ({ kind: "prompt-shown", promptId: random.oneOf(PROMPT_IDS) }),
  () => ({ kind: "country-changed", country: "DE" }),
  () => ({ kind: "notices-acknowledged" }),
];

/** What somebody does who takes part as they should. */
function sensibleAct(state: StudyState, random: Random): Unstamped<StudyEvent> | undefined {
  const { run } = state;
  if (run === undefined) {
    const number = 1 + random.below(40);
    return { kind: "enrolled", protocol: PROTOCOL, hash: HASH, code: "abc234", number, consentVersion: "2" };
  }
  const place = placeOf(run);
  if (place.kind === "before-sampling") return { kind: "sampling-begun", timeZone: random.oneOf(ZONES) };
  const prompt = openPrompt(run, state.atMs ?? 0);
  const task = place.kind === "task" ? place.task : prompt && promptTask(run, prompt.promptId);
  if (task === undefined) return undefined;
  const ref = { taskId: task.id, ...(place.kind === "task" || !prompt ? {} : { promptId: prompt.promptId }) };
  const work = run.work[ref.promptId === undefined ? ref.taskId : `${ref.promptId}.${ref.taskId}`];
  if (work === undefined) return { kind: "task-begun", ...ref };
  const isAnswered = Object.keys(work.values).length > 0 || taskData(task).length === 0;
  if (isAnswered || random.happens(0.1)) return { kind: "task-finished", ...ref };
  return { kind: "answered", ...ref, values: simulatedParticipant(random.below(1e6)).answer(task) };
}

/** Somebody who takes part, mostly as they should, and a platform that does its work. */
export const studyPerson: SimulatedPerson<StudyState, StudyEvent, StudyEffect> = {
  start: (random) => ({ kind: "session-started", language: random.oneOf(["en", "de"] as const) }),
  act: (state, random) => {
    if (random.happens(0.02)) return { kind: "stopped" };
    return random.happens(0.85) ? sensibleAct(state, random) : random.oneOf(ACTS)(random);
  },
  results: (effect, state, random) => resultsOf(effect, state, random),
  isForLater: ({ kind }) => kind === "close-prompt",
};

/** Any event of a study before it is numbered. */
export const studyEvents: fc.Arbitrary<Unstamped<StudyEvent>> = fc
  .record({ seed: fc.nat(), of: fc.nat(60) })
  .map(({ seed, of }) => {
    const random = openRandom(seed);
    const enrolled = sensibleAct({ lastSeq: 0, language: "en", notices: { due: [], shownAtMs: {} } }, random);
    const level = random.oneOf(RISK_LEVELS);
    const judgement = { level, about: level === "none" ? null : "self", reason: "simulated" } as const;
    return random.oneOf<Unstamped<StudyEvent>>([
      random.oneOf(ACTS)(random),
      random.oneOf(ACTS)(random),
      random.oneOf(ACTS)(random),
      enrolled ?? { kind: "stopped" },
      { kind: "notices-shown", notices: ["not-a-person", "emotion-analysis"] },
      { kind: "risk-judged", of, judgement, latch: { ...judgement, safeAnswers: 0 } },
      { kind: "estimated", ...anyRef(random), of: "text", estimate: estimateOf(random) },
      { kind: "not-estimated", ...anyRef(random), of: "text" },
      { kind: "prompt-closed", promptId: random.oneOf(PROMPT_IDS) },
    ]);
  });

function resultsOf(effect: StudyEffect, state: StudyState, random: Random): readonly Unstamped<StudyEvent>[] {
  switch (effect.kind) {
    case "show-notices":
      return [{ kind: "notices-shown", notices: effect.notices }];
    case "judge-risk": {
      const judged = judgeStudyAnswer(state, effect.of);
      return judged === undefined ? [] : [judged];
    }
    case "perceive": {
      const { taskId, promptId, of } = effect;
      const ref = { taskId, ...(promptId === undefined ? {} : { promptId }), of };
      return [
        random.happens(0.9)
          ? { kind: "estimated", ...ref, estimate: estimateOf(random) }
          : { kind: "not-estimated", ...ref },
      ];
    }
    case "close-prompt":
      return [{ kind: "prompt-closed", promptId: effect.promptId }];
  }
}

function estimateOf(random: Random) {
  return makeEstimate({
    modality: "text",
    likelihood: { Sadness: random.next() },
    dimensions: { valence: { mean: random.next() * 2 - 1, sd: 0.3 } },
    source: { kind: "model", id: "simulated", version: "1" },
  });
}
