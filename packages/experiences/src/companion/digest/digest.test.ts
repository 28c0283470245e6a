import { makeEstimate } from "@openempathic/affect";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { START_MS, Told } from "../../testing/told.ts";
import { companionEvents } from "../../testing/companion-person.ts";
import type { CompanionEvent } from "../companion-event.ts";
import { replayCompanion } from "../companion.ts";
import { conversationOf } from "../conversation.ts";
import { digestText } from "./digest-words.ts";
import { draftDigest } from "./draft-digest.ts";
import type { DigestGroup } from "./draft-digest.ts";
import { excerpt } from "./excerpt.ts";

const DAY_MS = 86_400_000;
const PERIOD = {
  fromMs: START_MS - DAY_MS,
  toMs: START_MS + 6 * DAY_MS,
  timeZone: "Europe/Berlin",
  language: "en",
} as const;
const SOURCE = { kind: "model", id: "by-hand", version: "1" } as const;
const SAD = makeEstimate({ modality: "text", likelihood: { Sadness: 0.8, Longing: 0.3 }, source: SOURCE });

function linesOf(session: Told, group: DigestGroup): readonly string[] {
  return draftDigest(session.state, PERIOD)
    .filter((line) => line.group === group)
    .map(({ text }) => text);
}

describe("a drafted digest", () => {
  it("DG1: says what was talked about in the person’s words, at most twice a day, and passes over small talk", () => {
    const session = new Told();
    session.exchange("Hello there!");
    session.exchange("Ana came by and we baked a cake.");
    session.exchange("The cake was far too sweet for me.");
    session.exchange("Later we watched the birds at the window together for an hour.");
    expect(linesOf(session, "talked")).toEqual([
      "23 November: “The cake was far too sweet for me.”",
      "23 November: “Later we watched the birds at the window together for an hour.”",
    ]);
  });

  it("DG1: says what was done of the routines, and nothing of what was not", () => {
    const session = new Told({
      kind: "routine-set",
      routineId: "r1",
      text: "A walk",
      hour: 16,
      minute: 0,
      timeZone: "Europe/Berlin",
      days: [1, 2, 3, 4, 5, 6, 7],
    });
    expect(linesOf(session, "did")).toEqual([]);
    session.tell({ kind: "routine-done", routineId: "r1" });
    session.tell({ kind: "routine-done", routineId: "r1" }, 2 * DAY_MS);
    session.tell({ kind: "routine-ended", routineId: "r1" });
    expect(linesOf(session, "did")).toEqual(["A walk: 23 November, 25 November"]);
  });

  it("DG2: gives feelings as the person said them; a guess stands apart, and not where they said it themselves", () => {
    const session = new Told();
    const of = session.exchange("I miss her when it gets dark early.");
    session.tell({ kind: "estimated", of, estimate: SAD });
    expect(linesOf(session, "felt")).toEqual([]);
    expect(linesOf(session, "guessed")).toEqual([
      "23 November: a program’s guess from my words, which may be wrong: perhaps sadness",
    ]);
    session.tell({
      kind: "self-reported",
      of,
      likelihood: { Longing: 1, Sadness: 0 },
      words: "more a longing",
    });
    expect(linesOf(session, "felt")).toEqual(["23 November: I said that I felt: longing (“more a longing”)"]);
    expect(linesOf(session, "guessed")).toEqual([]);
  });

  it("DG3: has words from hard moments in their own group and in no other", () => {
    const session = new Told();
    const of = session.exchange("I cannot go on like this any more.", "active");
    session.tell({ kind: "estimated", of, estimate: SAD });
    const lines = draftDigest(session.state, PERIOD);
    expect(lines).toMatchObject([
      { group: "hard", text: "23 November: “I cannot go on like this any more.”" },
    ]);
  });

  it("DG3: over any history, no word of a message with risk in it is in another group", () => {
    const histories = fc.array(companionEvents, { maxLength: 40 });
    fc.assert(
      fc.property(histories, (history) => {
        const started = { kind: "session-started", language: "en" } as const;
        const events = [started, ...history].map((event, index) => ({
          ...event,
          seq: index + 1,
          atMs: START_MS + index,
        }));
        // The cast is safe: these are the companion's own events with a stamp.
        const state = replayCompanion(events as readonly CompanionEvent[]);
        const lines = draftDigest(state, PERIOD);
        expect(new Set(lines.map(({ lineId }) => lineId)).size).toBe(lines.length);
        const hard = conversationOf(state).filter(
          (entry) => entry.kind === "message" && entry.risk !== undefined && entry.risk.level !== "none",
        );
        for (const { seq } of hard) {
          const groups = lines.filter(
            ({ lineId }) => /^(?:talked|guessed|hard)-/u.test(lineId) && lineId.endsWith(`-${String(seq)}`),
          );
          expect(groups.map(({ group }) => group)).toEqual(["hard"]);
        }
      }),
      { numRuns: 200 },
    );
  });

  it("leaves out what is not in the period, whose end is not in it", () => {
    const session = new Told();
    session.exchange("Ana came by and we baked a cake.");
    expect(draftDigest(session.state, { ...PERIOD, toMs: session.events[2]?.atMs ?? 0 })).toEqual([]);
    expect(draftDigest(session.state, { ...PERIOD, fromMs: session.events[2]?.atMs ?? 0 })).toHaveLength(1);
  });
});

describe("what is given", () => {
  it("DG4: is exactly the lines that were chosen, between a first and a last line that say what it is", () => {
    expect(digestText(["Gehen: 3. November", "  "], { ...PERIOD, language: "de" })).toBe(
      [
        "Vom 22. November 2026 bis 29. November 2026. Jede Zeile habe ich selbst ausgewählt.",
        "",
        "- Gehen: 3. November",
        "",
        "Zusammengestellt mit einem Programm, das kein Mensch ist. Es beurteilt nichts; bitte frag mich.",
      ].join("\n"),
    );
    expect(digestText([" "], PERIOD)).toBe("");
  });

  it("DG4: is kept as it was approved, once, and can be forgotten", () => {
    const approved = {
      kind: "digest-approved",
      digestId: "d1",
      fromMs: 0,
      toMs: 1,
      text: "exact-words",
    } as const;
    const session = new Told(approved, { ...approved, text: "others" });
    expect(session.state.digests).toMatchObject([{ digestId: "d1", text: "exact-words" }]);
    session.tell({ kind: "digest-forgotten", digestId: "d1" });
    expect(JSON.stringify(session.state)).not.toContain("exact-words");
    expect(new Told({ ...approved, toMs: 0 }).state.digests).toEqual([]);
  });
});

describe("an excerpt", () => {
  it("is never longer than asked for, and cuts no letter in two", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.integer({ min: 3, max: 40 }), (text, most) => {
        const short = excerpt(text, most);
        expect(Array.from(short).length).toBeLessThanOrEqual(most);
        expect(/\p{Surrogate}/u.test(short)).toBe(false);
      }),
    );
  });
});
