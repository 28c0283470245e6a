import { describe, expect, it } from "vitest";
import { simulate } from "../../testing/simulate.ts";
import { assertReplaysAnyHistory } from "../../testing/replay.ts";
import { studyEvents, studyPerson } from "../testing/study-person.ts";
import { placeOf } from "./read-run.ts";
import { study } from "./study.ts";

describe("a study, simulated", () => {
  it("SY14 runs a thousand sessions without an error, and each replays to the same state", () => {
    const { states, kinds } = simulate(study, studyPerson, { sessions: 1000, seed: 1, turns: 90 });
    for (const kind of [
      "enrolled",
      "answered",
      "estimated",
      "risk-judged",
      "prompt-shown",
      "prompt-closed",
    ]) {
      expect(kinds[kind] ?? 0, kind).toBeGreaterThan(50);
    }
    const ends = new Set(states.map(({ run }) => (run === undefined ? "none" : placeOf(run).kind)));
    expect([...ends].sort()).toEqual(["before-sampling", "none", "sampling", "stopped", "task"]);
  }, 120_000);

  it("SY14 replays any history, however senseless", () => {
    assertReplaysAnyHistory(study, studyEvents, { runs: 300 });
  }, 120_000);
});
