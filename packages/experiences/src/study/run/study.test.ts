import { makeEstimate } from "@openempathic/affect";
import { describe, expect, it } from "vitest";
import type { Unstamped } from "../../session/session-event.ts";
import { judgeStudyAnswer, needsCare } from "../care/judge-answer.ts";
import { protocolHash } from "../protocol/freeze-protocol.ts";
import type { StudyProtocol } from "../protocol/protocol.ts";
import { simulateRun } from "../simulate/simulate-run.ts";
import { testProtocol } from "../testing/test-protocol.ts";
import { openPrompt, placeOf, workOf } from "./read-run.ts";
import { replayStudy, study } from "./study.ts";
import type { StudyEvent } from "./study-event.ts";
import { fateOf } from "./study-state.ts";
import type { StudyState } from "./study-state.ts";

const START = Date.parse("2026-03-27T08:00:00Z");
const protocol = testProtocol();

/** A session that goes on event by event, one second apart unless told. */
function session(...first: readonly Unstamped<StudyEvent>[]) {
  const events: StudyEvent[] = [];
  let state: StudyState = study.initial;
  let atMs = START;
  const tell = (event: Unstamped<StudyEvent>, when?: number): boolean => {
    atMs = when ?? atMs + 1000;
    // The cast is safe: an event without its stamp, with a stamp.
    const stamped = { ...event, seq: events.length + 1, atMs } as StudyEvent;
    events.push(stamped);
    const before = state;
    ({ state } = study.apply(state, stamped));
    return state !== before;
  };
  for (const event of first) tell(event);
  return { tell, events, state: () => state, run: () => runOf(state) };
}

function runOf({ run }: StudyState) {
  if (run === undefined) throw new Error("There is no run");
  return run;
}

const enrolled = (fields: Partial<StudyProtocol> = {}, number = 1): Unstamped<StudyEvent> => {
  const own = testProtocol(fields);
  return {
    kind: "enrolled",
    protocol: own,
    hash: protocolHash(own),
    code: "k7m2x9",
    number,
    consentVersion: "2",
  };
};
const started = { kind: "session-started", language: "en" } as const;
const notices = { kind: "notices-shown", notices: ["not-a-person", "emotion-analysis"] } as const;
function samplingOf({ sampling }: StudyProtocol) {
  if (sampling === undefined) throw new Error("The test’s protocol has sampling");
  return sampling;
}

const [, moodTask, slider] = protocol.tasks;
const onlyMood = { tasks: moodTask ? [moodTask] : [] };

describe("a study", () => {
  it("SY10 takes drafts until it is frozen, is frozen only whole, and never changes afterwards", () => {
    const { tell, state } = session(started);
    expect(tell({ kind: "protocol-frozen" })).toBe(false);
    tell({ kind: "drafted", protocol: testProtocol({ title: "" }) });
    expect(tell({ kind: "protocol-frozen" })).toBe(false);
    tell({ kind: "drafted", protocol });
    expect(tell({ kind: "protocol-frozen" })).toBe(true);
    expect(state().frozen?.hash).toBe(protocolHash(protocol));
    expect(tell({ kind: "drafted", protocol: testProtocol({ title: "Another" }) })).toBe(false);
    expect(tell({ kind: "protocol-frozen" })).toBe(false);
    expect(tell(enrolled())).toBe(false);
  });
});

describe("a run", () => {
  it("SY11 begins with the very protocol that was frozen, and with a consent that stands in it", () => {
    const { tell } = session(started);
    expect(tell({ ...enrolled(), hash: "0".repeat(64) } as never)).toBe(false);
    expect(tell({ ...enrolled(), consentVersion: "9" } as never)).toBe(false);
    expect(tell({ ...enrolled(), protocol: testProtocol({ version: "1.1" }) } as never)).toBe(false);
    expect(tell(enrolled())).toBe(true);
    expect(tell(enrolled())).toBe(false);
  });

  it("SY12 takes what is declared, for the task that it is time for, until that is finished", () => {
    const { tell, run } = session(started, enrolled(onlyMood));
    expect(tell({ kind: "answered", taskId: "mood", values: { phq1: 1 } })).toBe(false);
    expect(tell({ kind: "task-begun", taskId: "grid" })).toBe(false);
    expect(tell({ kind: "task-begun", taskId: "mood" })).toBe(true);
    expect(tell({ kind: "task-begun", taskId: "mood" })).toBe(false);
    for (const values of [
      { phq1: 4 },
      { phq1: 0.5 },
      { phq1: "1" },
      { phq77: 1 },
      { phq1: 1, shoe_size: 44 },
    ]) {
      expect(tell({ kind: "answered", taskId: "mood", values }), JSON.stringify(values)).toBe(false);
    }
    expect(tell({ kind: "answered", taskId: "mood", values: { phq1: 1 } })).toBe(true);
    expect(tell({ kind: "answered", taskId: "mood", values: { phq1: 2, phq2: 0 } })).toBe(true);
    expect(tell({ kind: "task-finished", taskId: "mood" })).toBe(true);
    expect(tell({ kind: "answered", taskId: "mood", values: { phq1: 0 } })).toBe(false);
    expect(workOf(run(), { taskId: "mood" })?.values).toEqual({ phq1: 2, phq2: 0 });
    expect(placeOf(run()).kind).toBe("before-sampling");
  });

  it("SY13 opens the way to help in the very step in which an item about self-harm is ticked, and keeps it open", () => {
    const { tell, run, state, events } = session(started, enrolled(onlyMood), {
      kind: "task-begun",
      taskId: "mood",
    });
    tell({ kind: "answered", taskId: "mood", values: { phq9: 0 } });
    expect(needsCare(run())).toBe(false);
    tell({ kind: "answered", taskId: "mood", values: { phq9: 1 } });
    expect(needsCare(run())).toBe(true);
    expect(study.pendingEffects(state())).toContainEqual({ kind: "judge-risk", of: events.length });
    const judged = judgeStudyAnswer(state(), events.length);
    expect(judged?.care?.resources.length).toBeGreaterThan(0);
    if (judged !== undefined) tell(judged);
    expect(run().care?.text).toBe(judged?.care?.text);
    expect(study.pendingEffects(state()).some(({ kind }) => kind === "judge-risk")).toBe(false);
    tell({ kind: "answered", taskId: "mood", values: { phq9: 0 } });
    expect(needsCare(run())).toBe(true);
  });

  it("SY13 judges free words as every word is judged", () => {
    const label = protocol.tasks.find(({ kind }) => kind === "free-label");
    const tasks = label ? [label] : [];
    const { tell, run, state, events } = session(started, enrolled({ tasks }), {
      kind: "task-begun",
      taskId: "label",
    });
    tell({ kind: "answered", taskId: "label", values: { words: "I want to kill myself" } });
    const judged = judgeStudyAnswer(state(), events.length);
    expect(["active", "imminent"]).toContain(judged?.judgement.level);
    if (judged !== undefined) tell(judged);
    expect(needsCare(run())).toBe(true);
  });

  it("SY15 has a text read only after the notice, once it is finished, and remembers which model it was", () => {
    const story = protocol.tasks.find(({ kind }) => kind === "own-text");
    const tasks = story ? [{ ...story, arms: ["writing", "reading"] }] : [];
    const { tell, run, state } = session(started, enrolled({ tasks }), {
      kind: "task-begun",
      taskId: "story",
    });
    tell({ kind: "answered", taskId: "story", values: { text: "A long day.", pleasure: 0.3 } });
    tell({ kind: "task-finished", taskId: "story" });
    const reading = () => study.pendingEffects(state()).filter(({ kind }) => kind === "perceive");
    expect(reading()).toEqual([]);
    tell(notices);
    expect(reading()).toEqual([{ kind: "perceive", taskId: "story", of: "text", text: "A long day." }]);
    const source = {
      kind: "model",
      id: "text-mini",
      version: "1.0.0",
      digest: `sha256:${"ab".repeat(32)}`,
    } as const;
    const estimate = makeEstimate({
      modality: "text",
      likelihood: {},
      dimensions: { valence: { mean: -0.2, sd: 0.3 } },
      source,
    });
    tell({ kind: "estimated", taskId: "story", of: "text", estimate });
    expect(tell({ kind: "estimated", taskId: "story", of: "text", estimate })).toBe(false);
    expect(workOf(run(), { taskId: "story" })?.estimates["text"]?.source).toEqual(source);
    expect(reading()).toEqual([]);
  });

  it("SY16 ends where somebody stops: nothing more is taken, and what they gave stays", () => {
    const { tell, run, state } = session(started, enrolled(), { kind: "task-begun", taskId: "welcome" });
    expect(tell({ kind: "stopped" })).toBe(true);
    expect(tell({ kind: "stopped" })).toBe(false);
    expect(tell({ kind: "task-finished", taskId: "welcome" })).toBe(false);
    expect(placeOf(run())).toEqual({ kind: "stopped" });
    expect(study.pendingEffects(state()).some(({ kind }) => kind === "close-prompt")).toBe(false);
  });

  it("SY14 is done by simulated participants from consent to the last prompt, a thousand times", () => {
    const short = testProtocol({ tasks: slider ? [slider] : [] });
    const ends = Array.from({ length: 1000 }, (_, index) => {
      const { run } = replayStudy(simulateRun(short, { number: index + 1, seed: 9, startMs: START }));
      return run === undefined ? "none" : placeOf(run).kind;
    });
    expect(new Set(ends)).toEqual(new Set(["finished", "stopped"]));
    expect(ends.filter((end) => end === "finished").length).toBeGreaterThan(900);
  }, 120_000);
});

describe("experience sampling", () => {
  const usual = samplingOf(protocol);
  const tasks = slider ? [slider] : [];
  const begun = (timeZone: string, atMs: number, sampling = protocol.sampling) => {
    const own = session(started, enrolled({ tasks, ...(sampling ? { sampling } : {}) }), {
      kind: "task-begun",
      taskId: "slider1",
    });
    own.tell({ kind: "task-finished", taskId: "slider1" });
    own.tell({ kind: "sampling-begun", timeZone }, atMs);
    return own;
  };
  const hourIn = (timeZone: string, atMs: number) =>
    new Intl.DateTimeFormat("en-GB", { timeZone, hour: "2-digit", minute: "2-digit" }).format(atMs);

  it("SY17 asks within the waking day, outside the quiet hours, each prompt in its own stretch, over changes of clocks", () => {
    const sampling = { ...usual, days: 30, perDay: 4 };
    // Clocks go forward in Berlin on 29 March 2026, in New York on 8 March, back in Auckland on 5 April.
    for (const [timeZone, from] of [
      ["Europe/Berlin", "2026-03-20T10:00:00Z"],
      ["America/New_York", "2026-03-01T10:00:00Z"],
      ["Pacific/Auckland", "2026-03-25T10:00:00Z"],
      ["Asia/Kolkata", "2026-03-25T22:00:00Z"],
    ] as const) {
      const { prompts } = begun(timeZone, Date.parse(from), sampling).run();
      expect(prompts.length).toBe(120);
      for (const { scheduledAtMs, closesAtMs } of prompts) {
        const clock = hourIn(timeZone, scheduledAtMs);
        expect(clock >= "09:00" && clock < "21:00" && !(clock >= "12:00" && clock < "13:00"), clock).toBe(
          true,
        );
        expect(closesAtMs - scheduledAtMs).toBe(30 * 60_000);
      }
      prompts.slice(1).forEach((prompt, index) => {
        expect(prompt.scheduledAtMs).toBeGreaterThanOrEqual(prompts[index]?.closesAtMs ?? Infinity);
      });
      expect(new Set(prompts.map(({ date }) => date)).size).toBe(30);
    }
  });

  it("SY17 asks night workers after midnight, on the night that began before it", () => {
    const sampling = {
      ...usual,
      awake: { from: "20:00", to: "06:00" },
      quiet: [],
      days: 5,
      perDay: 3,
    };
    const { prompts } = begun("Europe/Berlin", Date.parse("2026-10-22T10:00:00Z"), sampling).run();
    expect(prompts.length).toBe(15);
    expect(prompts.some(({ minute }) => minute >= 1440)).toBe(true);
    for (const { scheduledAtMs } of prompts) {
      const clock = hourIn("Europe/Berlin", scheduledAtMs);
      expect(clock >= "20:00" || clock < "06:00", clock).toBe(true);
    }
  });

  it("SY18 asks a traveller by the hours where they are, and leaves what is past as it was", () => {
    const { tell, run } = begun("Europe/Berlin", START, { ...usual, days: 3 });
    const before = run().prompts;
    const noon = (before[0]?.closesAtMs ?? 0) + 60_000;
    tell({ kind: "time-zone-changed", timeZone: "Asia/Tokyo" }, noon);
    const after = run().prompts;
    expect(after[0]).toEqual(before[0]);
    const moved = after.filter(({ timeZone }) => timeZone === "Asia/Tokyo");
    expect(moved.length).toBeGreaterThanOrEqual(4);
    for (const { scheduledAtMs, date, promptId } of moved) {
      const clock = hourIn("Asia/Tokyo", scheduledAtMs);
      expect(clock >= "09:00" && clock < "21:00", clock).toBe(true);
      expect(date).toBe(before.find((each) => each.promptId === promptId)?.date);
    }
    expect(tell({ kind: "time-zone-changed", timeZone: "Mars/Olympus" })).toBe(false);
  });

  it("SY19 knows the fate of every prompt: answered, seen and let go, never seen, still to come", () => {
    const { tell, run, state } = begun("Europe/Berlin", START);
    const [first, second, third, fourth] = run().prompts;
    if (!first || !second || !third || !fourth) throw new Error("four prompts");
    expect(study.pendingEffects(state()).filter(({ kind }) => kind === "close-prompt").length).toBe(4);
    expect(tell({ kind: "prompt-shown", promptId: "d1p1" }, first.scheduledAtMs - 1)).toBe(false);
    tell({ kind: "prompt-shown", promptId: "d1p1" }, first.scheduledAtMs + 5000);
    expect(fateOf(run().prompts[0] ?? first)).toBe("delivered");
    expect(openPrompt(run(), first.scheduledAtMs + 5000)?.promptId).toBe("d1p1");
    tell({ kind: "task-begun", taskId: "moment", promptId: "d1p1" });
    tell({ kind: "answered", taskId: "moment", promptId: "d1p1", values: { pleasure: 5, arousal: 5 } });
    tell({ kind: "task-finished", taskId: "moment", promptId: "d1p1" });
    expect(tell({ kind: "prompt-closed", promptId: "d1p1" }, first.closesAtMs)).toBe(false);
    tell({ kind: "prompt-shown", promptId: "d1p2" }, second.scheduledAtMs);
    tell({ kind: "task-begun", taskId: "moment", promptId: "d1p2" });
    expect(tell({ kind: "task-finished", taskId: "moment", promptId: "d1p2" }, second.closesAtMs)).toBe(
      false,
    );
    expect(tell({ kind: "prompt-closed", promptId: "d1p2" })).toBe(true);
    expect(tell({ kind: "prompt-closed", promptId: "d2p1" })).toBe(false);
    tell({ kind: "prompt-closed", promptId: "d2p1" }, third.closesAtMs);
    expect(run().prompts.map(fateOf)).toEqual(["answered", "expired", "missed", "scheduled"]);
    expect(placeOf(run()).kind).toBe("sampling");
    tell({ kind: "prompt-closed", promptId: "d2p2" }, fourth.closesAtMs);
    expect(placeOf(run()).kind).toBe("finished");
  });
});
