import { INITIAL_AFFECT_STATE, abstain, makeEstimate } from "@openempathic/affect";
import type { Estimate } from "@openempathic/affect";
import type { RiskJudgement, RiskLatch } from "@openempathic/govern";
import { describe, expect, it } from "vitest";
import { affectHistoryOf, conversationOf, memoriesOf, messageOf, titleOf, turnsOf } from "./conversation.ts";
import { companion, replayCompanion } from "./companion.ts";
import type { CompanionEvent, PersonEvent, PlatformEvent } from "./companion-event.ts";
import type { CompanionEffect, CompanionOutput } from "./companion-output.ts";
import { redactMemory } from "./memory.ts";
import { pendingEffects } from "./pending-effects.ts";
import { START_MS, Told } from "../testing/told.ts";

const HOUR_MS = 3_600_000;
const SOURCE = { kind: "model", id: "by-hand", version: "1.0.0" } as const;
const SAD = makeEstimate({
  modality: "text",
  likelihood: { Sadness: 0.8, Elation: 0.02 },
  dimensions: { valence: { mean: -0.6, sd: 0.2 }, arousal: { mean: -0.1, sd: 0.3 } },
  source: SOURCE,
});
const SAFE: RiskJudgement = { level: "none", about: null, reason: "Nothing points to harm." };
const NO_RISK: RiskLatch = { level: "none", about: null, reason: "", safeAnswers: 0 };
const ACTIVE: RiskJudgement = { level: "active", about: "self", reason: "explicit" };
const ACTIVE_LATCH: RiskLatch = { ...ACTIVE, sinceMs: START_MS, safeAnswers: 0 };

function effects(outputs: readonly CompanionOutput[]): readonly CompanionEffect[] {
  return outputs.flatMap((output) => (output.kind === "effect" ? [output.effect] : []));
}

function estimated(of: number, estimate: Estimate = SAD): PlatformEvent {
  return { kind: "estimated", of, estimate };
}

function judged(of: number, judgement = SAFE, latch = NO_RISK): PlatformEvent {
  return { kind: "risk-judged", of, judgement, latch };
}

function planned(of: number): PlatformEvent {
  const plan = {
    need: "heard",
    strategy: "question",
    reason: "to hear more",
    language: "en",
    risk: "none",
  } as const;
  return { kind: "planned", of, plan };
}

function replied(of: number, text = "That sounds heavy."): PlatformEvent {
  return { kind: "replied", of, text, by: "listener", checks: { sentences: 1, findings: [] }, resources: [] };
}

const said = (text: string): PersonEvent => ({ kind: "message", text });

describe("the companion", () => {
  it("C1: asks at the start for the notices, before anything else", () => {
    const event: CompanionEvent = {
      seq: 1,
      atMs: START_MS,
      kind: "session-started",
      language: "de",
      country: "DE",
    };
    const { state, outputs } = companion.apply(companion.initial, event);
    expect(effects(outputs)).toEqual([
      { kind: "show-notices", notices: ["not-a-person", "emotion-analysis"] },
    ]);
    expect(state).toMatchObject({
      language: "de",
      country: "DE",
      startedAtMs: START_MS,
      affect: INITIAL_AFFECT_STATE,
    });
  });

  it("C2: judges risk first, then perceives, then answers", () => {
    const session = new Told();
    expect(effects(session.tell(said("I miss her.")))).toEqual([
      { kind: "judge-risk", of: 3 },
      { kind: "perceive", of: 3 },
      { kind: "answer", of: 3 },
    ]);
  });

  it("C3: perceives nothing before the notices were shown, and then what was written meanwhile", () => {
    let state = companion.apply(companion.initial, {
      seq: 1,
      atMs: 0,
      kind: "session-started",
      language: "en",
    }).state;
    const step = companion.apply(state, { seq: 2, atMs: 1, kind: "message", text: "Hello?" });
    expect(effects(step.outputs).map(({ kind }) => kind)).toEqual(["judge-risk", "answer"]);
    state = step.state;
    const shown = {
      seq: 3,
      atMs: 2,
      kind: "notices-shown",
      notices: ["not-a-person", "emotion-analysis"],
    } as const;
    expect(effects(companion.apply(state, shown).outputs)).toEqual([{ kind: "perceive", of: 2 }]);
  });

  it("C1: says again within three hours that it is not a person, once", () => {
    const session = new Told(said("Hello"));
    expect(effects(session.tell(said("Still here"), 2 * HOUR_MS)).map(({ kind }) => kind)).not.toContain(
      "show-notices",
    );
    expect(effects(session.tell(said("And now"), HOUR_MS))[0]).toMatchObject({ kind: "show-notices" });
    expect(effects(session.tell(said("And again")))[0]).not.toMatchObject({ kind: "show-notices" });
    session.tell({ kind: "notices-shown", notices: ["not-a-person", "emotion-analysis"] });
    expect(pendingEffects(session.state).map(({ kind }) => kind)).not.toContain("show-notices");
    expect(conversationOf(session.state).filter(({ kind }) => kind === "notices")).toHaveLength(2);
  });

  it("C4: puts sentences together as they come, and lets the finished text stand instead", () => {
    const session = new Told(said("I miss her."), judged(3), estimated(3), planned(3));
    session.tell({ kind: "reply-part", of: 3, text: "I hear you. " });
    session.tell({ kind: "reply-part", of: 3, text: "What" });
    expect(messageOf(session.state, 3)?.reply).toEqual({ finished: false, text: "I hear you. What" });
    session.tell(replied(3, "I hear you. What happened?"));
    session.tell({ kind: "reply-part", of: 3, text: "too late" });
    expect(messageOf(session.state, 3)?.reply).toMatchObject({
      finished: true,
      text: "I hear you. What happened?",
    });
    expect(session.state.open).toEqual([]);
  });

  it("C4: begins an answer again when it is planned again, as after a restart", () => {
    const session = new Told(said("I miss her."), planned(3), { kind: "reply-part", of: 3, text: "I he" });
    expect(pendingEffects(session.state).map(({ kind }) => kind)).toEqual([
      "judge-risk",
      "perceive",
      "answer",
    ]);
    session.tell(planned(3));
    expect(messageOf(session.state, 3)?.reply).toBeUndefined();
  });

  it("C4: answers again when the person asks for it", () => {
    const session = new Told(said("I miss her."), judged(3), estimated(3), planned(3), replied(3));
    expect(effects(session.tell({ kind: "reply-retried", of: 3 }))).toEqual([{ kind: "answer", of: 3 }]);
    session.tell(replied(3, "Tell me about her."));
    expect(turnsOf(session.state, 3)).toEqual([{ role: "person", text: "I miss her." }]);
    expect(messageOf(session.state, 3)?.reply?.text).toBe("Tell me about her.");
  });

  it("C9: gives the turns up to a message and not what came after it", () => {
    const session = new Told(said("One"), replied(3, "Yes?"), said("Two"), said("Three"));
    expect(turnsOf(session.state, 5)).toEqual([
      { role: "person", text: "One" },
      { role: "assistant", text: "Yes?" },
      { role: "person", text: "Two" },
    ]);
    expect(turnsOf(session.state, 5, 1)).toEqual([{ role: "person", text: "Two" }]);
    expect(turnsOf(session.state, 99)).toEqual([]);
  });

  it("C5: moves the picture with each estimate and keeps a point for the plot", () => {
    const session = new Told(said("I miss her."), estimated(3), said("Nobody calls."), estimated(5));
    expect(session.state.affect.dimensions.valence?.mean).toBeLessThan(-0.4);
    const points = affectHistoryOf(session.state);
    expect(points.map(({ of }) => of)).toEqual([3, 5]);
    expect(points.every(({ valence }) => valence !== undefined && valence.sd > 0)).toBe(true);
  });

  it("C5: leaves the plot without a point where nothing could be told", () => {
    const unknown = abstain({ modality: "text", reason: "language", detail: "not English", source: SOURCE });
    const session = new Told(said("Olen surullinen."), estimated(3, unknown));
    expect(affectHistoryOf(session.state)).toEqual([]);
    expect(messageOf(session.state, 3)?.estimate?.abstained?.reason).toBe("language");
  });

  it("C6: believes the person over the estimate", () => {
    const report = { likelihood: { Sadness: 0, Relief: 1 }, words: "I am relieved, really" } as const;
    const session = new Told(said("It is over."), estimated(3), { kind: "self-reported", of: 3, ...report });
    expect(session.state.affect.selfReport).toMatchObject(report);
    expect(messageOf(session.state, 3)?.selfReport).toMatchObject(report);
    session.tell(said("So much paper work."));
    session.tell(estimated(5));
    expect(session.state.affect.selfReport).toMatchObject(report);
  });

  it("C7: remembers risk, and lets a second look at a message raise it but never lower it", () => {
    const session = new Told(said("I want to end it."), judged(3, ACTIVE, ACTIVE_LATCH), judged(3));
    expect(session.state.latch).toEqual(ACTIVE_LATCH);
    expect(messageOf(session.state, 3)?.risk).toEqual(ACTIVE);
    const imminent = { ...ACTIVE, level: "imminent" } as const;
    session.tell(judged(3, imminent, { ...ACTIVE_LATCH, level: "imminent" }));
    expect(session.state.latch.level).toBe("imminent");
  });
});

describe("what the companion remembers", () => {
  const about = (text: string): Told => new Told(said(text), judged(3), estimated(3), planned(3), replied(3));

  it("M1: proposes a small fact, and remembers it when the person agrees, in their words", () => {
    const session = about("My sister Anna is ill.");
    const [proposal] = pendingEffects(session.state);
    expect(proposal).toMatchObject({ kind: "propose-memory", of: 3, text: "Your sister is called Anna." });
    session.tell({
      kind: "memory-proposed",
      memoryId: "fact-3-1",
      of: 3,
      text: "Your sister is called Anna.",
    });
    expect(pendingEffects(session.state)).toEqual([]);
    expect(session.state.proposals).toHaveLength(1);
    session.tell({ kind: "memory-added", memoryId: "fact-3-1", text: "My sister Anna is ill at the moment" });
    expect(session.state.proposals).toEqual([]);
    expect(memoriesOf(session.state).map(({ text }) => text)).toEqual([
      "My sister Anna is ill at the moment",
    ]);
  });

  it("M2: proposes nothing from a message with risk in it", () => {
    const session = new Told(
      said("My name is Mia and I want to die."),
      judged(3, ACTIVE, ACTIVE_LATCH),
      replied(3),
    );
    expect(pendingEffects(session.state).map(({ kind }) => kind)).not.toContain("propose-memory");
  });

  it("M2: stops proposing when the person has turned three offers down", () => {
    const session = new Told();
    for (const name of ["Bo", "Lu", "Max", "Tim"]) {
      const of = session.events.length + 1;
      session.tell(said(`My dog ${name} is here.`));
      session.tell(judged(of));
      const [offer] = effects(session.tell(replied(of)));
      if (name === "Tim") expect(offer).toBeUndefined();
      else session.tell({ kind: "memory-forgotten", memoryId: `fact-${String(of)}-1` });
    }
    expect(session.state.proposalsDismissed).toBe(3);
  });

  it("M3: changes and really forgets: no part of the text stays in the state", () => {
    const session = new Told({ kind: "memory-added", memoryId: "m1", text: "likes quiet-mornings" });
    session.tell({ kind: "memory-edited", memoryId: "m1", text: "likes loud-evenings" });
    expect(memoriesOf(session.state)).toMatchObject([{ memoryId: "m1", text: "likes loud-evenings" }]);
    session.tell({ kind: "memory-forgotten", memoryId: "m1" });
    expect(JSON.stringify(session.state)).not.toMatch(/quiet-mornings|loud-evenings/);
  });

  it("M3: gives the same memories when the stored events have lost a forgotten memory's text", () => {
    const session = new Told(
      { kind: "memory-added", memoryId: "m1", text: "first" },
      { kind: "memory-added", memoryId: "m2", text: "second" },
      { kind: "memory-forgotten", memoryId: "m1" },
    );
    const kept = session.events.map((event) => redactMemory(event, "m1"));
    expect(JSON.stringify(kept)).not.toContain("first");
    expect(memoriesOf(replayCompanion(kept))).toEqual(memoriesOf(session.state));
  });
});

describe("check-ins", () => {
  const asked = { kind: "check-in-asked", hour: 18, minute: 0, timeZone: "Europe/Berlin" } as const;
  const today = Date.UTC(2026, 10, 23, 17);

  it("D1: come only when they were asked for", () => {
    const session = new Told();
    expect(session.tell({ kind: "checked-in", text: "Hello!" })).toEqual([]);
    expect(pendingEffects(session.state)).toEqual([]);
  });

  it("D1: come at the time of the person's own clock, day after day, until they are cancelled", () => {
    const session = new Told();
    const [first] = effects(session.tell(asked));
    expect(first).toMatchObject({ kind: "schedule-check-in", atMs: today });
    const outputs = session.tell({ kind: "checked-in", text: "How are you?" }, 6 * HOUR_MS);
    expect(effects(outputs)).toMatchObject([{ kind: "schedule-check-in", atMs: today + 24 * HOUR_MS }]);
    expect(conversationOf(session.state).at(-1)).toMatchObject({ kind: "check-in", text: "How are you?" });
    expect(effects(session.tell({ kind: "check-in-cancelled" }))).toEqual([{ kind: "cancel-check-in" }]);
    expect(pendingEffects(session.state)).toEqual([]);
  });

  it("speak the person's language", () => {
    const session = new Told(asked);
    const [effect] = effects(session.tell({ kind: "language-changed", language: "de" }));
    expect(effect).toMatchObject({
      kind: "schedule-check-in",
      text: expect.stringContaining("Wie geht es dir") as string,
    });
  });

  it("D1: do not come before their time, nor in a time zone that does not exist", () => {
    const session = new Told(asked);
    expect(session.tell({ kind: "checked-in", text: "too early" })).toEqual([]);
    expect(new Told({ ...asked, timeZone: "Europe/Atlantis" }).state.checkIn).toBeUndefined();
  });
});

describe("events that make no sense now", () => {
  const nonsense: readonly (PersonEvent | PlatformEvent)[] = [
    { kind: "session-started", language: "de" },
    said(" \n "),
    estimated(99),
    judged(99),
    planned(1),
    replied(2),
    { kind: "reply-part", of: 99, text: "?" },
    { kind: "reply-retried", of: 3 },
    { kind: "self-reported", of: 99, likelihood: {} },
    { kind: "notices-shown", notices: [] },
    { kind: "notices-shown", notices: ["of another kind"] },
    { kind: "memory-edited", memoryId: "m9", text: "x" },
    { kind: "memory-forgotten", memoryId: "m9" },
    { kind: "memory-proposed", memoryId: "m9", of: 3, text: "x" },
    { kind: "memory-added", memoryId: "m9", text: "  " },
    { kind: "check-in-cancelled" },
    { kind: "check-in-asked", hour: 25, minute: 0, timeZone: "UTC" },
    // A later version may know more kinds.
    { kind: "danced" } as unknown as PersonEvent,
  ];

  it.each(nonsense)("C8: leave the state as it was and put nothing out: $kind", (event) => {
    const session = new Told(said("Hello"));
    const before = session.state;
    expect(session.tell(event)).toEqual([]);
    expect(session.state).toBe(before);
  });

  it("C8: are also those that were there already, and those before the start", () => {
    const session = new Told(said("Hello"));
    const again = session.events.at(-1);
    if (again === undefined) throw new Error("nothing was told");
    expect(companion.apply(session.state, again).state).toBe(session.state);
    expect(companion.apply(companion.initial, again).state).toBe(companion.initial);
  });

  it("C8: do not turn the session's clock back", () => {
    const session = new Told(said("Hello"), estimated(3));
    session.tell(said("The clock was set back"), -HOUR_MS);
    expect(session.state.atMs).toBeGreaterThanOrEqual(START_MS);
    expect(messageOf(session.state, 5)?.atMs).toBe(
      messageOf(session.state, 3)?.atMs === undefined ? 0 : session.state.atMs,
    );
  });
});

describe("titleOf", () => {
  it("is how the first message begins, and missing before there is one", () => {
    expect(titleOf(new Told().state)).toBeUndefined();
    expect(titleOf(new Told(said("  Hello\n there "), said("Second")).state)).toBe("Hello there");
    expect(titleOf(new Told(said("🌧".repeat(100))).state)).toBe(`${"🌧".repeat(59)}…`);
  });
});
