import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { NOTICE_IDS, NOTICE_VERSION, PURPOSES, noticeText, noticesDue } from "../index.ts";
import type { NoticeId, NoticeLanguage } from "../index.ts";
import table from "./notices.json" with { type: "json" };

const HOUR_MS = 3_600_000;

describe("noticesDue", () => {
  it("N1: tells every purpose about emotion analysis at the start", () => {
    for (const purpose of PURPOSES) {
      expect(noticesDue({ purpose, startedAtMs: 5, nowMs: 5 })).toContain("emotion-analysis");
    }
  });

  it("N1: says at the start that nobody is a person wherever there is a conversation", () => {
    expect(noticesDue({ purpose: "companion", startedAtMs: 5, nowMs: 5 })[0]).toBe("not-a-person");
    expect(noticesDue({ purpose: "collection", startedAtMs: 5, nowMs: 5 })).not.toContain("not-a-person");
  });

  it("N2: repeats after exactly three hours, and one hour for minors", () => {
    const clock = { purpose: "companion" as const, startedAtMs: 0, lastShownAtMs: 0 };
    expect(noticesDue({ ...clock, nowMs: 3 * HOUR_MS - 1 })).toEqual([]);
    expect(noticesDue({ ...clock, nowMs: 3 * HOUR_MS })).toHaveLength(2);
    expect(noticesDue({ ...clock, nowMs: HOUR_MS - 1, minor: true })).toEqual([]);
    expect(noticesDue({ ...clock, nowMs: HOUR_MS, minor: true })).toHaveLength(2);
  });

  it("N3: does not count a notice of an earlier session", () => {
    expect(
      noticesDue({ purpose: "companion", startedAtMs: 100, lastShownAtMs: 99, nowMs: 100 }),
    ).toHaveLength(2);
  });

  it("N2: keeps a clock of its own for each notice", () => {
    const lastShownAtMs = { "not-a-person": 0, "emotion-analysis": 2 * HOUR_MS };
    expect(noticesDue({ purpose: "companion", startedAtMs: 0, lastShownAtMs, nowMs: 3 * HOUR_MS })).toEqual([
      "not-a-person",
    ]);
  });

  it("N2: never lets a gap of more than three hours pass, whenever it is asked", () => {
    const steps = fc.array(fc.integer({ min: 1, max: HOUR_MS }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(steps, (gaps) => {
        let nowMs = 0;
        let lastShownAtMs = 0;
        for (const gap of gaps) {
          nowMs += gap;
          const due = noticesDue({ purpose: "companion", startedAtMs: 0, lastShownAtMs, nowMs });
          if (due.length > 0) lastShownAtMs = nowMs;
          expect(nowMs - lastShownAtMs).toBeLessThan(3 * HOUR_MS);
        }
      }),
    );
  });

  it("N4: refuses an unknown purpose and a time that is no number", () => {
    // A caller without types can pass anything.
    expect(() => noticesDue({ purpose: "spying" as "play", startedAtMs: 0, nowMs: 0 })).toThrow(RangeError);
    expect(() => noticesDue({ purpose: "play", startedAtMs: Number.NaN, nowMs: 0 })).toThrow(/startedAtMs/);
  });
});

describe("noticeText", () => {
  it("N5: has every notice in every language, in words that name what they are for", () => {
    const names: Record<NoticeId, Record<NoticeLanguage, RegExp>> = {
      "not-a-person": { en: /not a person/, de: /nicht mit einem Menschen/ },
      "emotion-analysis": { en: /emotion analysis/, de: /Emotionsanalyse/ },
    };
    for (const id of NOTICE_IDS) {
      expect(noticeText(id, "en")).toMatch(names[id].en);
      expect(noticeText(id, "de")).toMatch(names[id].de);
    }
    expect(NOTICE_VERSION).toBe("1");
  });

  it("N5: claims nothing about feelings as facts", () => {
    for (const text of NOTICE_IDS.flatMap((id) => [noticeText(id, "en"), noticeText(id, "de")])) {
      expect(text).not.toMatch(/you feel |du fühlst|detects|diagnos|reads emotions|true emotion/i);
    }
  });

  it("N5: throws for a notice or a language that does not exist", () => {
    // A caller without types can pass anything.
    expect(() => noticeText("toString" as NoticeId, "en")).toThrow(RangeError);
    expect(() => noticeText("not-a-person", "tlh" as NoticeLanguage)).toThrow(/tlh/);
  });

  it("N1: lists only notices that exist, for every purpose", () => {
    expect(Object.keys(table.duePerPurpose).sort()).toEqual([...PURPOSES].sort());
    for (const ids of Object.values(table.duePerPurpose))
      for (const id of ids) expect(NOTICE_IDS).toContain(id);
  });
});
