import {
  continuesRecord,
  readCouncilRecord,
  replayCouncil,
  writeCouncilRecord,
} from "@openempathic/experiences/council";
import type { CouncilEvent } from "@openempathic/experiences/council";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { sql } from "drizzle-orm";
import { readEvents } from "../../sessions/event-store.ts";
import { openDatabase } from "../../storage/open-database.ts";
import type { OpenDatabase } from "../../storage/open-database.ts";
import { createTestApp } from "../../testing/index.ts";
import type { TestApp, TestPerson } from "../../testing/index.ts";

// The default of five seconds is too short for a machine that does much else.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });

let database: OpenDatabase;
let app: TestApp;
beforeAll(async () => {
  database = await openDatabase({ kind: "memory" });
  app = await createTestApp({ database });
}, 240_000);
afterAll(async () => {
  await app.close();
  await database.close();
});

const FRAME = {
  kind: "noted",
  item: { part: "frame", question: "Shall we move in with Gran?", context: "", decider: "We" },
};
const MOVE = {
  kind: "noted",
  item: { part: "option", optionId: "move", title: "Move in", detail: "", upsides: [], downsides: [] },
};
const answer = (reason: string, stance = "at-ease") => ({
  stances: { move: stance, nothing: "torn" },
  leaning: "move",
  values: ["care"],
  reason,
});
const first = (reason: string, stance?: string) => ({
  kind: "first-answered",
  answer: answer(reason, stance),
  salt: reason.length.toString(16).padStart(32, "0"),
});

async function begin(person: TestPerson): Promise<string> {
  const reply = await person.request("/api/sessions", {
    json: { experience: "council", language: "en", country: "DE" },
  });
  expect(reply.status).toBe(201);
  const { session } = (await reply.json()) as { session: { id: string } };
  await app.means.runner.settled(session.id);
  return session.id;
}

async function add(person: TestPerson, id: string, json: object): Promise<number> {
  const { status } = await person.request(`/api/sessions/${id}/events`, { json });
  await app.means.runner.settled(id);
  return status;
}

async function eventsFor(person: TestPerson, id: string): Promise<CouncilEvent[]> {
  const reply = await person.request(`/api/sessions/${id}/events`);
  expect(reply.status).toBe(200);
  return ((await reply.json()) as { events: CouncilEvent[] }).events;
}

async function invite(person: TestPerson, id: string): Promise<string> {
  const reply = await person.request(`/api/sessions/${id}/invitation`, { json: {} });
  expect(reply.status).toBe(201);
  return ((await reply.json()) as { token: string }).token;
}

const join = (person: TestPerson, token: string, name?: string): Promise<Response> =>
  person.request("/api/invitations/join", { json: { token, ...(name === undefined ? {} : { name }) } });

describe("a council on the server", () => {
  it("judges words by code, sets planned harm aside and refers medicine, without any model", async () => {
    const host = await app.addPerson();
    const id = await begin(host);
    await add(host, id, FRAME);
    await add(host, id, {
      kind: "noted",
      item: { ...MOVE.item, optionId: "x", title: "Put a tracker on her car" },
    });
    await add(host, id, {
      kind: "noted",
      item: { part: "question", questionId: "q", text: "Would the surgery help?" },
    });
    const findings = (await eventsFor(host, id)).flatMap((event) =>
      event.kind === "care-judged" ? event.findings : [],
    );
    expect(findings.map(({ kind }) => kind)).toEqual(["harm", "referral"]);
    await add(host, id, { kind: "suggestion-asked", topic: { kind: "stakeholders" } });
    expect((await eventsFor(host, id)).some(({ kind }) => kind === "suggested")).toBe(false);
  });

  it("suggests from its own lists without a model, and its record is read again", async () => {
    const host = await app.addPerson();
    const id = await begin(host);
    await add(host, id, FRAME);
    await add(host, id, { kind: "suggestion-asked", topic: { kind: "stakeholders" } });
    const events = await eventsFor(host, id);
    const suggested = events.find((event) => event.kind === "suggested");
    expect(suggested).toMatchObject({ source: "built-in" });
    expect(readCouncilRecord(writeCouncilRecord(events)).state).toEqual(replayCouncil(events));
    const listed = (await (await host.request("/api/sessions")).json()) as { sessions: { title: string }[] };
    expect(listed.sessions[0]?.title).toBe("Shall we move in with Gran?");
  });
});

describe("a council that goes on from a saved record", () => {
  const goOn = (person: TestPerson, record: string) =>
    person.request("/api/sessions/continue", { json: { experience: "council", record } });

  it("R6: has every entry with the same chain, is judged, named and gone on with like any other", async () => {
    const [host, other] = [await app.addPerson(), await app.addPerson()];
    const id = await begin(host);
    await add(host, id, FRAME);
    await add(host, id, MOVE);
    const record = writeCouncilRecord(await eventsFor(host, id));
    const begun = await goOn(other, record);
    expect(begun.status).toBe(201);
    const { session } = (await begun.json()) as { session: { id: string; title: string } };
    expect(session.title).toBe("Shall we move in with Gran?");
    await app.means.runner.settled(session.id);
    const taken = await eventsFor(other, session.id);
    expect(writeCouncilRecord(taken)).toBe(record);
    expect(await add(other, session.id, { kind: "withdrawn", key: "option.move" })).toBe(201);
    const newer = readCouncilRecord(writeCouncilRecord(await eventsFor(other, session.id)));
    expect(continuesRecord(newer, readCouncilRecord(record))).toBe(true);
    expect((await host.request(`/api/sessions/${session.id}`)).status).toBe(404);
  });

  it("R7: is not begun from a changed one, and says at which line", async () => {
    const host = await app.addPerson();
    const id = await begin(host);
    await add(host, id, FRAME);
    const record = writeCouncilRecord(await eventsFor(host, id));
    const refused = await goOn(host, record.replace("Gran", "Dad"));
    expect(refused.status).toBe(400);
    const { detail } = (await refused.json()) as { detail: string };
    expect(detail).toMatch(/line \d+: its hash does not fit/u);
    expect(detail).not.toContain("Dad");
    const listed = (await (await host.request("/api/sessions")).json()) as { sessions: unknown[] };
    expect(listed.sessions).toHaveLength(1);
    const calm = await host.request("/api/sessions/continue", { json: { experience: "calm", record } });
    expect(calm.status).toBe(404);
  });
});

describe("a council that several share", () => {
  it("is joined by a link, answered once each, hidden until all have answered, and then shown without names", async () => {
    const [host, ben, cem, stranger] = await Promise.all([1, 2, 3, 4].map(() => app.addPerson()));
    if (!host || !ben || !cem || !stranger) throw new Error("needs four people");
    const id = await begin(host);
    await add(host, id, FRAME);
    await add(host, id, MOVE);
    expect((await ben.request(`/api/sessions/${id}/events`)).status).toBe(404);
    const old = await invite(host, id);
    const token = await invite(host, id);
    expect((await join(ben, old)).status).toBe(404);
    expect((await join(ben, token, "Ben")).status).toBe(200);
    expect((await join(ben, token, "Ben")).status).toBe(200);
    expect((await join(cem, token)).status).toBe(200);
    const { memberId } = (await (await cem.request(`/api/sessions/${id}/membership`)).json()) as {
      memberId: string;
    };
    expect(memberId).toBe("m3");
    await add(host, id, { kind: "round-opened", expected: 3 });

    // Only their own answers, and nothing in the host's record.
    expect(await add(ben, id, { ...FRAME, item: { ...FRAME.item, question: "Hijacked?" } })).toBe(403);
    expect(await add(ben, id, { kind: "round-closed" })).toBe(403);
    expect(await add(stranger, id, first("I am nobody"))).toBe(404);
    expect((await ben.request(`/api/sessions/${id}/invitation`, { json: {} })).status).toBe(404);
    expect((await ben.request(`/api/sessions/${id}`, { method: "DELETE" })).status).toBe(404);

    expect(await add(host, id, first("I am the host"))).toBe(201);
    expect(await add(ben, id, first("I am the second", "could-not-live-with"))).toBe(201);
    expect(await add(ben, id, first("I am the second again"))).toBe(201);
    for (const person of [host, cem])
      expect(JSON.stringify(await eventsFor(person, id))).not.toContain("the second");
    expect(JSON.stringify(await eventsFor(ben, id))).toContain("I am the second");
    expect(replayCouncil(await eventsFor(cem, id)).round?.answers).toHaveLength(2);

    expect(await add(cem, id, first("I am number three", "uneasy"))).toBe(201);
    const seen = await Promise.all([host, ben, cem].map((person) => eventsFor(person, id)));
    const states = seen.map((events) => replayCouncil(events));
    expect(new Set(states.map(({ head }) => head)).size).toBe(1);
    for (const { round } of states) {
      expect(round?.revealed?.map(({ opened }) => opened?.answer.reason).toSorted()).toEqual([
        "I am number three",
        "I am the host",
        "I am the second",
      ]);
    }
    expect(JSON.stringify(seen[2]?.filter(({ kind }) => kind === "first-answered"))).not.toMatch(
      /host|second/u,
    );
    for (const events of seen)
      expect(readCouncilRecord(writeCouncilRecord(events)).hashes.at(-1)).toBe(states[0]?.head);
  });

  it("shows the host no sealed answer in their export either, before the round ends or after", async () => {
    const [host, ben] = await Promise.all([app.addPerson(), app.addPerson()]);
    const id = await begin(host);
    await add(host, id, FRAME);
    await add(host, id, MOVE);
    await join(ben, await invite(host, id));
    await add(host, id, { kind: "round-opened", expected: 2 });
    await add(ben, id, first("Only Ben knows"));
    const exportOf = async () => (await host.request("/api/me/export")).text();
    expect(await exportOf()).not.toContain("Only Ben knows");
    expect(await exportOf()).toContain('"first-answer-sealed"');
    await add(host, id, first("The host says so"));
    const revealed = await exportOf();
    expect(revealed).toContain("Only Ben knows");
    expect(revealed).not.toContain('"by":"m2","answer"');
    expect(revealed).toContain("The host says so");
  });

  it("loses a member's words when they delete everything, and keeps its chain", async () => {
    const [host, ben] = await Promise.all([app.addPerson(), app.addPerson()]);
    const id = await begin(host);
    await add(host, id, FRAME);
    await add(host, id, MOVE);
    await join(ben, await invite(host, id), "Benedikt");
    await add(host, id, { kind: "round-opened", expected: 2 });
    await add(host, id, first("The host says"));
    await add(ben, id, first("Only Benedikt would say"));
    await add(ben, id, { kind: "answered-again", answer: answer("Benedikt again"), salt: "b".repeat(32) });
    const exported = await (await ben.request("/api/me/export")).text();
    expect(exported).toContain("Only Benedikt would say");
    expect(exported).not.toContain('"by":"m1","answer"');
    const before = replayCouncil(await eventsFor(host, id));
    expect(JSON.stringify(before)).toContain("Benedikt again");
    expect((await ben.request("/api/me", { method: "DELETE" })).status).toBe(204);
    const events = await eventsFor(host, id);
    const after = replayCouncil(events);
    expect(JSON.stringify(after)).not.toContain("Benedikt");
    expect(JSON.stringify(after)).toContain("The host says");
    expect(events.at(-1)).toMatchObject({ kind: "left", by: "m2" });
    expect(replayCouncil(events.slice(0, -1)).head).toBe(before.head);
  });

  it("goes on with those who remain when a member deletes everything before the first round has ended", async () => {
    const [host, ben, cem] = [await app.addPerson(), await app.addPerson(), await app.addPerson()];
    const id = await begin(host);
    await add(host, id, FRAME);
    await add(host, id, MOVE);
    const token = await invite(host, id);
    await join(ben, token, "Benedikt");
    await join(cem, token);
    await add(host, id, { kind: "round-opened", expected: 3 });
    await add(ben, id, first("Only Benedikt would say"));
    await add(ben, id, first("Benedikt says it twice"));
    await add(host, id, first("The host says"));
    expect((await ben.request("/api/me", { method: "DELETE" })).status).toBe(204);
    expect(replayCouncil(await eventsFor(host, id)).round).toMatchObject({ expected: 2, answers: [{}] });
    await add(cem, id, first("Cem says"));
    const seen = await Promise.all([host, cem].map((person) => eventsFor(person, id)));
    const states = seen.map((events) => replayCouncil(events));
    for (const { round } of states) {
      const reasons = round?.revealed?.map(({ opened }) => opened?.answer.reason).toSorted();
      expect(reasons).toEqual(["Cem says", "The host says"]);
    }
    expect(states[0]?.head).toBe(states[1]?.head);
    expect(JSON.stringify(await readEvents(database.db, id))).not.toContain("Benedikt");
  });

  it("keeps no word of a member who says something at the very moment of deleting everything", async () => {
    const host = await app.addPerson();
    const id = await begin(host);
    await add(host, id, FRAME);
    await add(host, id, MOVE);
    const token = await invite(host, id);
    await add(host, id, { kind: "round-opened", expected: 50 });
    const statuses: number[] = [];
    for (let lead = 0; lead < 8; lead += 1) {
      const ben = await app.addPerson();
      await join(ben, token);
      const leaving = ben.request("/api/me", { method: "DELETE" });
      // The answer comes ever later in the course of the deletion: after one more question to the database each time.
      for (let waited = 0; waited < lead; waited += 1) await database.db.execute(sql`select 1`);
      statuses.push(await add(ben, id, first(`Word ${String(lead)}`)));
      expect((await leaving).status).toBe(204);
    }
    expect(JSON.stringify(await readEvents(database.db, id))).not.toContain("Word");
    // The first came in time and the last too late, or this would show nothing.
    expect([statuses[0] === 201, statuses.at(-1) === 201]).toEqual([true, false]);
  });

  it("takes up its other work again when a member leaves in the midst of it", async () => {
    let asked = 0;
    const model = await createTestApp({
      database,
      perceiver: app.means.perceiver,
      languageModel: { baseUrl: "http://model.example/v1", model: "slow" },
      fetch: (_input, init) => {
        asked += 1;
        // The first time it writes until it is told to stop.
        return new Promise((resolve, reject) => {
          if (asked > 1) resolve(new Response("Not now.", { status: 400 }));
          else init?.signal?.addEventListener("abort", () => reject(new Error("aborted")));
        });
      },
    });
    const [host, ben] = [await model.addPerson(), await model.addPerson()];
    const begun = await host.request("/api/sessions", { json: { experience: "council", language: "en" } });
    const { session } = (await begun.json()) as { session: { id: string } };
    const act = (json: object) => host.request(`/api/sessions/${session.id}/events`, { json });
    await act(FRAME);
    await join(ben, await invite(host, session.id));
    await model.means.runner.settled(session.id);
    await act({ kind: "suggestion-asked", topic: { kind: "stakeholders" } });
    await vi.waitUntil(() => asked === 1, { timeout: 60_000 });
    expect((await ben.request("/api/me", { method: "DELETE" })).status).toBe(204);
    await model.means.runner.settled(session.id);
    const kinds = (await eventsFor(host, session.id)).map(({ kind }) => kind);
    expect(kinds).toContain("left");
    expect(kinds).toContain("suggested");
    await model.close();
  });

  it("has room for 50 who join, one of whom may come again, and tells the next that it is full", async () => {
    const host = await app.addPerson();
    const id = await begin(host);
    const token = await invite(host, id);
    const early = await app.addPerson();
    for (const person of [early, ...(await Promise.all(Array.from({ length: 48 }, () => app.addPerson())))])
      expect((await join(person, token)).status).toBe(200);
    // Two at once for the last place.
    const last = [await app.addPerson(), await app.addPerson()];
    const statuses = (await Promise.all(last.map((person) => join(person, token)))).map(
      ({ status }) => status,
    );
    expect(statuses.toSorted()).toEqual([200, 409]);
    expect((await join(early, token)).status).toBe(200);
    expect((await join(host, token)).status).toBe(200);
    const refused = await join(await app.addPerson(), token);
    expect(await refused.json()).toMatchObject({ code: "session-full" });
  });
});
