import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sessionAnswerSchema } from "@openempathic/client";
import { conversationOf, replayCompanion } from "@openempathic/experiences";
import type { CompanionEvent, CompanionState } from "@openempathic/experiences";
import type { Perceiver } from "@openempathic/perceive";
import { createTestApp } from "../testing/index.ts";
import type { TestApp, TestPerson } from "../testing/index.ts";
import type { OpenDatabase } from "../storage/open-database.ts";
import { openDatabase } from "../storage/open-database.ts";
import { runDueEvents } from "./schedule.ts";
import { appendEvent, readEvents, settleSession, unsettledSessions } from "./event-store.ts";

let database: OpenDatabase;
let app: TestApp;
let broken: TestApp;

beforeAll(async () => {
  database = await openDatabase({ kind: "memory" });
  app = await createTestApp({ database });
  broken = await createTestApp({ database, perceiver: failingPerceiver(app.means.perceiver) });
}, 60_000);

afterAll(async () => {
  await app.close();
  await broken.close();
  await database.close();
});

async function begin(person: TestPerson): Promise<string> {
  const answer = await person.request("/api/sessions", { json: { experience: "companion", language: "en" } });
  return sessionAnswerSchema.parse(await answer.json()).session.id;
}

describe("an effect that fails", () => {
  it("leaves an abstention with its reason, and the message is answered all the same", async () => {
    const person = await broken.addPerson();
    const id = await begin(person);
    const text = "My secret garden is on fire.";
    await person.request(`/api/sessions/${id}/events`, { json: { kind: "message", text } });
    await broken.means.runner.settled(id);
    const events = await readEvents(database.db, id);
    const estimated = events.find(({ kind }) => kind === "estimated");
    expect(estimated).toMatchObject({
      estimate: { abstained: { detail: expect.stringContaining("an error") as string } },
    });
    expect(events.at(-1)).toMatchObject({ kind: "replied" });
    const failure = broken.logLines.find((line) => line.includes("effect-perceive")) ?? "";
    expect(failure).toContain("RangeError");
    expect(failure).not.toContain("garden");
  });

  it("is not run again and again when the session goes on", async () => {
    const person = await broken.addPerson();
    const id = await begin(person);
    for (const text of ["One.", "Two."]) {
      await person.request(`/api/sessions/${id}/events`, { json: { kind: "message", text } });
    }
    await broken.means.runner.settled(id);
    const kinds = (await readEvents(database.db, id)).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === "estimated")).toHaveLength(2);
    expect(kinds.filter((kind) => kind === "replied")).toHaveLength(2);
    expect(await unsettledSessions(database.db)).not.toContain(id);
  });
});

describe("unfinished work", () => {
  it("is found and done by whoever starts next, and only what is missing", async () => {
    const person = await app.addPerson();
    const id = await begin(person);
    await app.means.runner.settled(id);
    // As if the process had been killed after the acknowledgement and before anything else.
    const event = { kind: "message", text: "I passed my exam!" } as const;
    await appendEvent(database.db, id, { event, atMs: app.clock.nowMs });
    expect(await unsettledSessions(database.db)).toEqual([id]);
    const next = await createTestApp({ database });
    await next.means.runner.resume();
    await next.means.runner.settled(id);
    const events = await readEvents(database.db, id);
    const kinds = events.map(({ kind }) => kind);
    for (const kind of ["risk-judged", "estimated", "planned", "replied"]) {
      expect(kinds.filter((other) => other === kind)).toHaveLength(1);
    }
    expect(await unsettledSessions(database.db)).toEqual([]);
    await next.means.runner.resume();
    await next.means.runner.settled(id);
    expect(await readEvents(database.db, id)).toHaveLength(events.length);
    await next.close();
  });

  it("a kept fold and a fold of the whole log are the same", async () => {
    const person = await app.addPerson();
    const id = await begin(person);
    for (let index = 0; index < 5; index += 1) {
      await person.request(`/api/sessions/${id}/events`, {
        json: { kind: "message", text: `Message ${String(index)}.` },
      });
    }
    await app.means.runner.settled(id);
    // The casts say what kind of session this is.
    const kept = (await app.means.runner.stateOf(id)) as CompanionState;
    const events = (await readEvents(database.db, id)) as CompanionEvent[];
    expect(kept).toEqual(replayCompanion(events));
    expect(conversationOf(kept).filter(({ kind }) => kind === "message")).toHaveLength(5);
  });

  it("a number is never given twice, however many write at once", async () => {
    const person = await app.addPerson();
    const id = await begin(person);
    await app.means.runner.settled(id);
    const event = { kind: "notices-acknowledged" } as const;
    const added = await Promise.all(
      Array.from({ length: 50 }, () => appendEvent(database.db, id, { event, atMs: app.clock.nowMs })),
    );
    expect(new Set(added.map((one) => one?.seq)).size).toBe(50);
    const events = await readEvents(database.db, id);
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
    await settleSession(database.db, id, events.length);
  });

  it("what a model writes is stored with replacement characters where it cannot be stored as it is", async () => {
    const person = await app.addPerson();
    const id = await begin(person);
    await app.means.runner.settled(id);
    const event = { kind: "checked-in", text: "a\0b\ud800c" } as const;
    await appendEvent(database.db, id, { event, atMs: app.clock.nowMs });
    expect((await readEvents(database.db, id)).at(-1)).toMatchObject({ text: "a\ufffdb\ufffdc" });
  });
});

describe("check-ins", () => {
  it("come only when they were asked for, at the time that was asked for, once a day, until they are cancelled", async () => {
    const person = await app.addPerson();
    const id = await begin(person);
    const add = (json: object) => person.request(`/api/sessions/${id}/events`, { json });
    const run = async (atMs: number) => {
      app.clock.nowMs = atMs;
      const said = await runDueEvents(database.db, app.means.experiences, atMs);
      for (const session of said) app.means.runner.wake(session);
      await app.means.runner.settled(id);
      return said.includes(id);
    };
    app.clock.nowMs = Date.UTC(2026, 10, 23, 12);
    await app.means.runner.settled(id);
    expect(await run(Date.UTC(2026, 10, 24, 12))).toBe(false);
    await add({ kind: "check-in-asked", hour: 9, minute: 30, timeZone: "Europe/Berlin" });
    await app.means.runner.settled(id);
    // Berlin is one hour ahead of UTC in November.
    expect(await run(Date.UTC(2026, 10, 25, 8, 29))).toBe(false);
    expect(await run(Date.UTC(2026, 10, 25, 8, 30))).toBe(true);
    expect(await run(Date.UTC(2026, 10, 25, 8, 31))).toBe(false);
    expect(await run(Date.UTC(2026, 10, 26, 8, 45))).toBe(true);
    // The server was off for a night: too late to say "around now". Only the next time is set.
    expect(await run(Date.UTC(2026, 10, 27, 20))).toBe(true);
    expect((await readEvents(database.db, id)).at(-1)?.kind).toBe("times-passed");
    expect(await run(Date.UTC(2026, 10, 28, 8, 30))).toBe(true);
    await add({ kind: "check-in-cancelled" });
    await app.means.runner.settled(id);
    expect(await run(Date.UTC(2026, 10, 29, 8, 30))).toBe(false);
    const kinds = (await readEvents(database.db, id)).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === "checked-in")).toHaveLength(3);
  });
});

describe("routines", () => {
  it("come each at its time, one after the other, and the next ones are found although one was too late", async () => {
    app.clock.nowMs = Date.UTC(2026, 10, 23, 12);
    const person = await app.addPerson();
    const id = await begin(person);
    const add = (json: object) => person.request(`/api/sessions/${id}/events`, { json });
    const run = async (atMs: number) => {
      app.clock.nowMs = atMs;
      for (const session of await runDueEvents(database.db, app.means.experiences, atMs))
        app.means.runner.wake(session);
      await app.means.runner.settled(id);
      const last = (await readEvents(database.db, id)).at(-1);
      return last?.atMs === atMs ? [last.kind, "text" in last ? last.text : undefined] : [];
    };
    const days = [1, 2, 3, 4, 5, 6, 7];
    const routine = { kind: "routine-set", timeZone: "Europe/Berlin", minute: 0, days };
    await add({ ...routine, routineId: "tea", text: "tea", hour: 15 });
    await add({ ...routine, routineId: "walk", text: "a walk", hour: 17 });
    await app.means.runner.settled(id);
    expect(await run(Date.UTC(2026, 10, 23, 14))).toEqual([
      "routine-reminded",
      "You wanted to be reminded at 15:00: tea. If it does not suit you now, that is fine.",
    ]);
    expect(await run(Date.UTC(2026, 10, 23, 15, 59))).toEqual([]);
    expect((await run(Date.UTC(2026, 10, 23, 16)))[1]).toContain("a walk");
    // The server was off until half past five the next day: too late for tea, and not for the walk.
    expect(await run(Date.UTC(2026, 10, 24, 16, 30))).toEqual(["times-passed", undefined]);
    expect((await run(Date.UTC(2026, 10, 24, 16, 31)))[1]).toContain("a walk");
    await add({ kind: "routine-ended", routineId: "tea" });
    await add({ kind: "routine-ended", routineId: "walk" });
    await app.means.runner.settled(id);
    expect(await run(Date.UTC(2026, 10, 25, 16))).toEqual([]);
  });
});

function failingPerceiver(real: Perceiver): Perceiver {
  const fail = (): Promise<never> => Promise.reject(new RangeError("garden is a word of the message"));
  return {
    id: real.id,
    version: real.version,
    modality: real.modality,
    coverage: real.coverage,
    nativeLabelSets: real.nativeLabelSets,
    perceive: fail,
    perceiveBatch: fail,
    perceiveLabels: fail,
    close: () => Promise.resolve(),
  };
}
