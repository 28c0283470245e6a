import {
  continuesRecord,
  readCouncilRecord,
  replayCouncil,
  writeCouncilRecord,
} from "@openempathic/experiences/council";
import type { CouncilEvent } from "@openempathic/experiences/council";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
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
    const after = replayCouncil(await eventsFor(host, id));
    expect(JSON.stringify(after)).not.toContain("Benedikt");
    expect(JSON.stringify(after)).toContain("The host says");
    expect(after.head).toBe(before.head);
  });
});
