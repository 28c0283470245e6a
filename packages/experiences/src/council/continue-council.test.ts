import { describe, expect, it } from "vitest";
import type { CouncilEvent } from "./index.ts";
import {
  InvalidCouncilRecordError,
  continueCouncil,
  continuesRecord,
  readCouncilRecord,
  replayCouncil,
  writeCouncilRecord,
} from "./index.ts";

const NOW_MS = Date.UTC(2026, 0, 5);

const frame = (question: string) => ({
  kind: "noted",
  item: { part: "frame", question, context: "", decider: "We" },
});
const option = (title: string) => ({
  kind: "noted",
  item: { part: "option", optionId: "move", title, detail: "", upsides: [], downsides: [] },
});

/** The cast is the test's own: acts with their stamps. */
const stamped = (acts: readonly object[]): readonly CouncilEvent[] =>
  acts.map((act, index) => ({
    seq: index + 1,
    atMs: NOW_MS - 1000 + index,
    ...act,
  })) as unknown as readonly CouncilEvent[];

const EVENTS = stamped([
  { kind: "session-started", language: "en", country: "DE" },
  frame("Shall we move in with Gran?"),
  { kind: "care-judged", of: 2, findings: [] },
  option("Move in"),
  { kind: "care-judged", of: 4, findings: [] },
]);

const faultOf = (text: string, nowMs = NOW_MS): InvalidCouncilRecordError | undefined => {
  try {
    continueCouncil(text, nowMs);
    return undefined;
  } catch (error) {
    if (error instanceof InvalidCouncilRecordError) return error;
    throw error;
  }
};

describe("going on with a saved record", () => {
  it("R6: keeps every entry and the chain’s head, so that what comes next continues the record", () => {
    const record = writeCouncilRecord(EVENTS);
    const log = continueCouncil(record, NOW_MS);
    expect(replayCouncil(log).head).toBe(readCouncilRecord(record).state.head);
    const later = [...log, ...stamped([...EVENTS, { kind: "withdrawn", key: "option.move" }]).slice(-1)];
    const newer = readCouncilRecord(writeCouncilRecord(later));
    expect(continuesRecord(newer, readCouncilRecord(record))).toBe(true);
    expect(newer.hashes).toHaveLength(EVENTS.length + 1);
  });

  it("R6: puts a void entry where one made no sense, so that none is missing", () => {
    const [started, noted] = EVENTS;
    const gap = [started, { ...noted, seq: 4 }] as readonly CouncilEvent[];
    const log = continueCouncil(writeCouncilRecord(gap), NOW_MS);
    expect(log.map(({ seq, kind }) => `${String(seq)} ${kind}`)).toEqual([
      "1 session-started",
      "2 void",
      "3 void",
      "4 noted",
    ]);
    expect(replayCouncil(log)).toEqual(replayCouncil(gap));
  });

  it("R7: refuses a record in which any one byte was changed, with a line", () => {
    const record = writeCouncilRecord(EVENTS);
    const bytes = Buffer.from(record);
    for (let at = 0; at < bytes.length; at += 1) {
      const changed = Buffer.from(bytes);
      changed.writeUInt8((bytes.readUInt8(at) % 94) + 33, at);
      if (changed.equals(bytes)) continue;
      expect(faultOf(changed.toString())?.line, `byte ${String(at)}`).toBeGreaterThanOrEqual(1);
    }
    expect(faultOf(record.replace("Gran", "Dad"))).toMatchObject({ line: 3 });
  });

  it("R8: takes lines of help from the checked table, never from the file", () => {
    const forged = {
      name: "Helpful Fraud",
      contact: "+1 900 555",
      hours: "24/7",
      checkedOn: "2026-01-01",
      source: "x",
    };
    const events = stamped([
      { kind: "session-started", language: "en", country: "DE" },
      frame("I want to die. Shall I move?"),
      {
        kind: "care-judged",
        of: 2,
        findings: [{ kind: "crisis", level: "imminent", text: "Call this number", resources: [forged] }],
      },
    ]);
    const record = writeCouncilRecord(events);
    const log = continueCouncil(record, NOW_MS);
    const text = JSON.stringify(log);
    expect(text).not.toMatch(/Fraud|Call this number/u);
    expect(text).toContain("TelefonSeelsorge");
    expect(replayCouncil(log).head).toBe(readCouncilRecord(record).state.head);
  });

  it("R8: refuses one that passes planned harm off as nothing, and keeps what was set aside set aside", () => {
    const harmful = [
      { kind: "session-started", language: "en" },
      frame("What next?"),
      option("Put a tracker on her car"),
    ];
    const passed = stamped([...harmful, { kind: "care-judged", of: 3, findings: [] }]);
    expect(faultOf(writeCouncilRecord(passed))).toMatchObject({
      line: 5,
      reason: expect.stringContaining("harm") as string,
    });
    const findings = [{ kind: "harm", words: "Put a tracker on her", threat: false }];
    const setAside = stamped([...harmful, { kind: "care-judged", of: 3, findings }]);
    const log = continueCouncil(writeCouncilRecord(setAside), NOW_MS);
    expect(replayCouncil(log)).toEqual(replayCouncil(setAside));
  });

  it("R9: refuses entries from later than today, numbers beyond reason, and a round whose answers are sealed", () => {
    expect(faultOf(writeCouncilRecord(EVENTS), NOW_MS - 100_000_000)).toMatchObject({ line: 2 });
    const far = [EVENTS[0], { ...EVENTS[1], seq: 2_000_000_000 }] as readonly CouncilEvent[];
    expect(faultOf(writeCouncilRecord(far))).toMatchObject({ line: 3 });
    const seal = { who: "0".repeat(64), what: "1".repeat(64) };
    const sealed = stamped([
      ...EVENTS,
      { kind: "round-opened", expected: 2 },
      { kind: "first-answer-sealed", seal },
    ]);
    expect(faultOf(writeCouncilRecord(sealed))).toMatchObject({ line: 8 });
  });
});
