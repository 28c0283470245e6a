import { makeEstimate } from "@openempathic/affect";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Unstamped } from "../session/session-event.ts";
import { assertReplaysAnyHistory, replay, simulate } from "../testing/index.ts";
import { tutor } from "./tutor.ts";
import { tutorEvents, tutorPerson } from "./testing/tutor-person.ts";
import type { TutorEvent, TutorPersonEvent } from "./tutor-event.ts";
import type { TutorState } from "./tutor-state.ts";
import { courseOf, feelingOf, hintsOf, masteryOf, taskOf } from "./tutor-views.ts";

const OPENING: readonly Unstamped<TutorEvent>[] = [
  { kind: "session-started", language: "en" },
  { kind: "notices-shown", notices: ["not-a-person", "emotion-analysis"] },
  { kind: "course-chosen", courseId: "fractions" },
];

/** A session after these acts, a task taking twenty seconds. */
function after(...acts: readonly Unstamped<TutorEvent>[]): TutorState {
  return replay(
    tutor,
    [...OPENING, ...acts].map((event, index) => ({ ...event, seq: index + 1, atMs: 20_000 * (index + 1) })),
  );
}

const BEGIN: TutorPersonEvent = { kind: "task-asked" };
const WRONG: TutorPersonEvent = { kind: "answered", itemId: "read-1", answer: "7" };
const RIGHT: TutorPersonEvent = { kind: "answered", itemId: "read-1", answer: "2/5" };
const felt = (feeling: "engaged" | "confused" | "frustrated" | "bored"): TutorPersonEvent => ({
  kind: "felt",
  feeling,
});
const movesOf = ({ place }: TutorState) => (place.kind === "task" ? place.move : undefined);

describe("the tutor's way through a course", () => {
  it("TW1: begins with the first lesson, then gives a task of its first skill and says why", () => {
    expect(after().place).toEqual({ kind: "lesson", unitId: "parts" });
    expect(after(BEGIN).place).toMatchObject({
      kind: "task",
      itemId: "read-1",
      why: "new-skill",
      outcome: "open",
    });
  });

  it("TW2: does not leave an open task unless the learner or the tutor wants another", () => {
    const open = after(BEGIN);
    expect(after(BEGIN, BEGIN).place).toEqual(open.place);
    expect(after(BEGIN, { kind: "task-skipped", itemId: "read-1" }).place).toMatchObject({
      itemId: "same-2",
      why: "asked",
    });
    expect(after(BEGIN, RIGHT, BEGIN).place).toMatchObject({ itemId: "read-2", why: "not-sure-yet" });
  });

  it("TW3: goes from unit to unit as skills are mastered, and ends", () => {
    let state = after(BEGIN);
    let seq = state.lastSeq;
    for (let step = 0; step < 200 && state.place.kind !== "finished"; step += 1) {
      const task = taskOf(state);
      seq += 1;
      const isOpen = state.place.kind === "task" && state.place.outcome === "open";
      const event =
        isOpen && task !== undefined
          ? {
              kind: "answered",
              itemId: task.id,
              answer:
                task.kind === "choice"
                  ? String(task.right)
                  : task.kind === "number"
                    ? task.answer.toFixed(9)
                    : "",
            }
          : { kind: "task-asked" };
      state = tutor.apply(state, { ...event, seq, atMs: 20_000 * seq } as TutorEvent).state;
    }
    expect(state.place.kind).toBe("finished");
    for (const { mastery } of masteryOf(state)) expect(mastery.known).toBeGreaterThan(0.95);
  });

  it("TW4: takes a course of one's own only whole, and no second course into a session", () => {
    const course = courseOf(after());
    const start = OPENING.slice(0, 2).map((event, index) => ({ ...event, seq: index + 1, atMs: 1 }));
    const brought = (own: unknown) =>
      replay(tutor, [...start, { kind: "course-brought", course: own, seq: 3, atMs: 2 } as TutorEvent]);
    expect(brought({ ...course, id: "own" }).place.kind).toBe("lesson");
    expect(brought({ ...course, id: "own", items: [] }).place.kind).toBe("choosing");
    expect(after({ kind: "course-chosen", courseId: "charts" }).courseId).toBe("fractions");
    expect(after({ kind: "course-chosen", courseId: "constructor" }).courseId).toBe("fractions");
  });
});

describe("what counts", () => {
  const counted = (...acts: readonly TutorPersonEvent[]) => after(BEGIN, ...acts).progress.answers["read"];

  it("TM1: is the first answer at a task; a hint before it counts as not yet right; what cannot be read counts nothing", () => {
    expect(counted(RIGHT)).toEqual([true]);
    expect(counted(WRONG, RIGHT)).toEqual([false]);
    expect(counted({ kind: "hint-asked", itemId: "read-1" }, RIGHT)).toEqual([false]);
    expect(counted({ kind: "answered", itemId: "read-1", answer: "two fifths" })).toBeUndefined();
    expect(counted({ kind: "answered", itemId: "add-1", answer: "5/7" })).toBeUndefined();
  });
});

describe("what the tutor does", () => {
  it("TH1: leaves confusion to work at first, and helps when it lasts", () => {
    expect(movesOf(after(BEGIN, felt("confused"), WRONG))).toMatchObject({
      move: "let-work",
      why: "confusion-works",
    });
    expect(hintsOf(after(BEGIN, felt("confused"), WRONG)).shown).toEqual([]);
    const long = after(BEGIN, WRONG, felt("confused"), WRONG, WRONG);
    expect(movesOf(long)).toMatchObject({ move: "hint", why: "confusion-long" });
  });

  it("TH2: climbs the hint ladder at frustration, one step each time, and shows the way when it ends", () => {
    const acts: TutorPersonEvent[] = [BEGIN];
    for (const steps of [1, 2, 3]) {
      acts.push(WRONG, felt("frustrated"));
      const state = after(...acts);
      expect(hintsOf(state).shown.length).toBeGreaterThanOrEqual(steps);
      expect(movesOf(state)?.why).toBe(
        state.place.kind === "task" && state.place.outcome === "shown" ? "ladder-ended" : "frustrated",
      );
    }
    expect(after(...acts, WRONG).place).toMatchObject({ outcome: "shown" });
  });

  it("TH3: offers another task at boredom, from another skill", () => {
    const bored = after(BEGIN, felt("bored"));
    expect(movesOf(bored)).toMatchObject({
      move: "another-task",
      feeling: { kind: "said", feeling: "bored" },
    });
    expect(after(BEGIN, felt("bored"), BEGIN).place).toMatchObject({ itemId: "same-2", why: "variety" });
    // The offer can be left alone.
    expect(after(BEGIN, felt("bored"), RIGHT).place).toMatchObject({ outcome: "right" });
  });

  it("TH4: praises what somebody did, and nothing where there was no effort to speak of", () => {
    expect(after(BEGIN, RIGHT).place).not.toHaveProperty("praise");
    expect(after(BEGIN, WRONG, RIGHT).place).toMatchObject({ praise: "kept-trying" });
    expect(after(BEGIN, { kind: "hint-asked", itemId: "read-1" }, RIGHT).place).toMatchObject({
      praise: "used-help",
    });
  });

  it("TF5: goes by tries alone, and infers nothing, where the learner has switched guessing off", () => {
    const off: TutorPersonEvent = { kind: "feelings-switched", on: false };
    const state = after(off, BEGIN, WRONG, felt("frustrated"), { kind: "said", text: "I hate this" }, WRONG);
    expect(feelingOf(state)).toEqual({ kind: "unknown", why: "off" });
    expect(state.feeling).toEqual(tutor.initial.feeling);
    expect(movesOf(state)).toEqual({ move: "hint", why: "many-tries" });
    expect(tutor.pendingEffects(state)).toEqual([{ kind: "judge-risk", of: 8 }]);
  });
});

describe("own words (TC1, TC2)", () => {
  const said: TutorPersonEvent = { kind: "said", text: "I’m bored, this is boring." };

  it("are judged for risk and perceived, and move the guess when they are read", () => {
    const before = after(BEGIN, said);
    expect(tutor.pendingEffects(before)).toEqual([
      { kind: "judge-risk", of: 5 },
      { kind: "perceive", of: 5 },
    ]);
    const source = { kind: "model", id: "a", version: "1" } as const;
    const estimate = makeEstimate({ modality: "text", likelihood: { Fatigue: 0.3 }, dimensions: {}, source });
    const read = after(BEGIN, said, { kind: "estimated", of: 5, estimate });
    expect(read.feeling.belief.bored).toBeGreaterThan(before.feeling.belief.bored * 2);
    expect(
      after(BEGIN, felt("engaged"), said, { kind: "estimated", of: 6, estimate }).feeling.belief.bored,
    ).toBeLessThan(0.1);
  });

  it("are not perceived before the notice that names emotion analysis, yet judged for risk", () => {
    const events = [OPENING[0], said].map((event, index) => ({ ...event, seq: index + 1, atMs: 1 }));
    const effects = tutor.pendingEffects(replay(tutor, events)).map(({ kind }) => kind);
    expect(effects).toEqual(["show-notices", "judge-risk"]);
  });

  it("are all judged for risk, however many come before the first judgement, and only twenty are kept after it", () => {
    const many = Array.from({ length: 25 }, () => said);
    const first = OPENING.length + 2;
    const of = many.map((_, index) => first + index);
    const before = after(BEGIN, ...many);
    expect(
      tutor.pendingEffects(before).flatMap((effect) => (effect.kind === "judge-risk" ? [effect.of] : [])),
    ).toEqual(of);
    const judgement = { level: "none", about: null, reason: "" } as const;
    const latch = { level: "none", about: "self", reason: "", safeAnswers: 0 } as const;
    const judged = of.map((seq) => ({ kind: "risk-judged", of: seq, judgement, latch }) as const);
    expect(after(BEGIN, ...many, ...judged).said.map(({ seq }) => seq)).toEqual(of.slice(-20));
  });

  it("of somebody at risk are answered, and the answer stays until they go on", () => {
    const judgement = { level: "active", about: "self", reason: "said so" } as const;
    const care = { text: "Are you safe?", resources: [] };
    const judged = after(BEGIN, said, {
      kind: "risk-judged",
      of: 5,
      judgement,
      latch: { ...judgement, safeAnswers: 0 },
      care,
    });
    expect(judged.care).toEqual(care);
    expect(judged.latch?.level).toBe("active");
  });
});

describe("a hint in other words", () => {
  it("TH5: is asked for once, stands beside the course’s hint, and goes with it", () => {
    const hint: TutorPersonEvent = { kind: "hint-asked", itemId: "read-1" };
    const ask: TutorPersonEvent = { kind: "rewording-asked", itemId: "read-1" };
    const waiting = after(BEGIN, hint, ask);
    expect(tutor.pendingEffects(waiting)).toEqual([{ kind: "word-hint", itemId: "read-1", level: 1 }]);
    const worded = after(BEGIN, hint, ask, {
      kind: "hint-worded",
      itemId: "read-1",
      level: 1,
      text: "Count them.",
    });
    expect(worded.place).toMatchObject({ rewording: { kind: "worded", text: "Count them." } });
    expect(tutor.pendingEffects(worded)).toEqual([]);
    expect(after(BEGIN, hint, ask, hint).place).not.toHaveProperty("rewording");
    expect(after(BEGIN, ask).place).not.toHaveProperty("rewording");
  });
});

describe("whole sessions", () => {
  it(
    "TS1: of a thousand simulated learners end without an error and replay to the same state",
    { timeout: 120_000 },
    () => {
      const { kinds, states } = simulate(tutor, tutorPerson, { sessions: 1000, seed: 1 });
      for (const kind of [
        "answered",
        "hint-asked",
        "task-skipped",
        "estimated",
        "hint-worded",
        "risk-judged",
      ]) {
        expect(kinds[kind], kind).toBeGreaterThan(20);
      }
      for (const place of ["lesson", "task"])
        expect(states.some((state) => state.place.kind === place)).toBe(true);
    },
  );

  it("TS1: replay from any cut, over any history", { timeout: 120_000 }, () => {
    assertReplaysAnyHistory(tutor, tutorEvents, { runs: 1000 });
  });

  it("have acts that are plain data", () => {
    fc.assert(
      fc.property(tutorEvents, (event) => {
        expect(JSON.parse(JSON.stringify(event))).toEqual(event);
      }),
      { numRuns: 50 },
    );
  });
});
