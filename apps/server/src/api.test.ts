import type { CompanionState } from "@openempathic/experiences";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  companionEventSchema,
  meSchema,
  perceiveAnswerSchema,
  sessionAnswerSchema,
} from "@openempathic/client";
import { PROBLEMS } from "./http/problem.ts";
import { createTestApp } from "./testing/index.ts";
import type { TestApp, TestPerson } from "./testing/index.ts";

let app: TestApp;

beforeAll(async () => {
  app = await createTestApp();
}, 60_000);

afterAll(() => app.close());

async function beginSession(person: TestPerson, language = "en"): Promise<string> {
  const answer = await person.request("/api/sessions", { json: { experience: "companion", language } });
  expect(answer.status).toBe(201);
  return sessionAnswerSchema.parse(await answer.json()).session.id;
}

async function say(person: TestPerson, sessionId: string, said: string | { text: string; headers: object }) {
  const { text, headers } = typeof said === "string" ? { text: said, headers: {} } : said;
  return person.request(`/api/sessions/${sessionId}/events`, {
    json: { kind: "message", text },
    headers: { ...headers },
  });
}

async function eventsOf(person: TestPerson, sessionId: string, after = 0) {
  const answer = await person.request(`/api/sessions/${sessionId}/events?after=${String(after)}`);
  const { events } = (await answer.json()) as { events: unknown[] };
  return events.map((event) => companionEventSchema.parse(event));
}

async function problemOf(answer: Response): Promise<{ code: string; status: number; detail: string }> {
  expect(answer.headers.get("content-type")).toBe("application/problem+json");
  return (await answer.json()) as { code: string; status: number; detail: string };
}

describe("people", () => {
  it("a first visit makes a pseudonymous participant, whom the cookie brings back", async () => {
    const first = await app.request("/api/me");
    const cookie = first.headers.get("set-cookie") ?? "";
    expect(cookie).toMatch(/^oe_participant=[\w-]{43}; Max-Age=\d+; Path=\/; HttpOnly; SameSite=Lax$/u);
    const { participant } = meSchema.parse(await first.json());
    expect(participant.role).toBe("participant");
    const again = await app.request("/api/me", { headers: { cookie: cookie.split(";")[0] ?? "" } });
    expect(meSchema.parse(await again.json()).participant).toEqual(participant);
    expect(again.headers.get("set-cookie")).toBeNull();
  });

  it("the sign-in link makes its holder the owner, once", async () => {
    const { issueSignInToken } = await import("./people/people.ts");
    const token = await issueSignInToken(app.means.db, app.clock.nowMs);
    const used = await app.request(`/sign-in?token=${token}`);
    expect([used.status, used.headers.get("location")]).toEqual([303, "/"]);
    const cookie = used.headers.get("set-cookie")?.split(";")[0] ?? "";
    const me = meSchema.parse(await (await app.request("/api/me", { headers: { cookie } })).json());
    expect(me.participant.role).toBe("owner");

    const again = await app.request(`/sign-in?token=${token}`);
    expect(again.status).toBe(410);
    expect(again.headers.get("set-cookie")).toBeNull();
    expect(await again.text()).toContain("restart the server");
  });

  it("signing in from a second browser leads to the same owner", async () => {
    const [one, two] = [await app.signInOwner(), await app.signInOwner()];
    expect(one.id).toBe(two.id);
  });

  it("sign-in attempts are limited", async () => {
    const fresh = await createTestApp({ database: { db: app.means.db, close: () => Promise.resolve() } });
    const statuses = [];
    for (let attempt = 0; attempt < 12; attempt += 1) {
      statuses.push((await fresh.request("/sign-in?token=guess")).status);
    }
    expect(statuses).toEqual([...Array<number>(10).fill(410), 429, 429]);
    fresh.clock.nowMs += 61_000;
    expect((await fresh.request("/sign-in?token=guess")).status).toBe(410);
    await fresh.close();
  });

  it("deleting me deletes sessions, events, consents and the cookie", async () => {
    const person = await app.addPerson();
    const id = await beginSession(person);
    await say(person, id, "Remember this.");
    await app.means.runner.settled(id);
    const answer = await person.request("/api/me", { method: "DELETE" });
    expect(answer.status).toBe(204);
    expect(answer.headers.get("set-cookie")).toContain("oe_participant=;");
    expect((await problemOf(await person.request("/api/sessions"))).code).toBe("not-signed-in");
    const { readEvents } = await import("./sessions/event-store.ts");
    expect(await readEvents(app.means.db, id)).toEqual([]);
  });

  it("the export holds every event of every session", async () => {
    const person = await app.addPerson();
    const id = await beginSession(person);
    await say(person, id, "Export me.");
    await app.means.runner.settled(id);
    const answer = await person.request("/api/me/export");
    expect(answer.headers.get("content-disposition")).toContain("attachment");
    const file = (await answer.json()) as { sessions: { id: string; events: unknown[] }[] };
    expect(file.sessions).toHaveLength(1);
    expect(file.sessions[0]?.events).toEqual(await eventsOf(person, id));
  });
});

describe("sessions", () => {
  it("a message is judged, estimated, planned and answered, in this order", async () => {
    const person = await app.addPerson();
    const id = await beginSession(person);
    expect((await say(person, id, "I am so sad, my grandmother died.")).status).toBe(201);
    await app.means.runner.settled(id);
    const events = await eventsOf(person, id);
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
    const kinds = events.map(({ kind }) => kind).filter((kind) => kind !== "memory-proposed");
    expect(kinds.slice(0, 6)).toEqual([
      "session-started",
      "notices-shown",
      "message",
      "risk-judged",
      "estimated",
      "planned",
    ]);
    expect(new Set(kinds.slice(6, -1))).toEqual(new Set(["reply-part"]));
    expect(kinds.at(-1)).toBe("replied");
  });

  it("the list shows the latest first, with the first words of each", async () => {
    const person = await app.addPerson();
    const older = await beginSession(person);
    app.clock.nowMs += 1000;
    const newer = await beginSession(person);
    // Notices are shown in the background; that must not fall into the next second.
    await app.means.runner.settled(newer);
    app.clock.nowMs += 1000;
    await say(person, older, "Good morning");
    await app.means.runner.settled(older);
    const { sessions } = (await (await person.request("/api/sessions")).json()) as {
      sessions: { id: string; title: string | null }[];
    };
    expect(sessions.map(({ id, title }) => [id, title])).toEqual([
      [older, "Good morning"],
      [newer, null],
    ]);
  });

  it("of sessions in one millisecond the list shows the one that was added to last first", async () => {
    const person = await app.addPerson();
    const ids: string[] = [];
    for (let begun = 0; begun < 6; begun += 1) {
      ids.push(await beginSession(person));
      await app.means.runner.settled(ids.at(-1) ?? "");
    }
    const listed = async () => {
      const answer = await person.request("/api/sessions");
      return ((await answer.json()) as { sessions: { id: string }[] }).sessions.map(({ id }) => id);
    };
    expect(await listed()).toEqual(ids.toReversed());
    const [first = ""] = ids;
    await say(person, first, "Good morning");
    await app.means.runner.settled(first);
    expect(await listed()).toEqual([first, ...ids.slice(1).toReversed()]);
  });

  it("language and country of a session follow the person's changes", async () => {
    const person = await app.addPerson();
    const id = await beginSession(person);
    await person.request(`/api/sessions/${id}/events`, {
      json: { kind: "language-changed", language: "de" },
    });
    await person.request(`/api/sessions/${id}/events`, { json: { kind: "country-changed", country: "AT" } });
    const { session } = sessionAnswerSchema.parse(await (await person.request(`/api/sessions/${id}`)).json());
    expect([session.language, session.country]).toEqual(["de", "AT"]);
  });

  it("another person's session answers like one that does not exist", async () => {
    const [one, other] = [await app.addPerson(), await app.addPerson()];
    const id = await beginSession(one);
    const ways: [string, RequestInit & { json?: unknown }][] = [
      [`/api/sessions/${id}`, {}],
      [`/api/sessions/${id}/events`, {}],
      [`/api/sessions/${id}/events`, { headers: { accept: "text/event-stream" } }],
      [`/api/sessions/${id}/events`, { json: { kind: "message", text: "let me in" } }],
      [`/api/sessions/${id}`, { method: "DELETE" }],
    ];
    for (const [path, init] of ways) {
      const foreign = await other.request(path, init);
      const unknown = await other.request(path.replace(id, "s_unknown"), init);
      expect(foreign.status).toBe(404);
      expect(await foreign.text()).toBe(await unknown.text());
    }
    expect((await one.request(`/api/sessions/${id}`)).status).toBe(200);
  });

  it("a deleted session is gone with its events and schedule", async () => {
    const person = await app.addPerson();
    const id = await beginSession(person);
    await say(person, id, "Forget this.");
    expect((await person.request(`/api/sessions/${id}`, { method: "DELETE" })).status).toBe(204);
    await app.means.runner.settled(id);
    expect((await person.request(`/api/sessions/${id}`)).status).toBe(404);
    expect((await person.request(`/api/sessions/${id}`, { method: "DELETE" })).status).toBe(404);
    const { readEvents } = await import("./sessions/event-store.ts");
    expect(await readEvents(app.means.db, id)).toEqual([]);
  });

  it("a forgotten memory leaves no text of it in the log", async () => {
    const person = await app.addPerson();
    const id = await beginSession(person);
    const add = (event: object) => person.request(`/api/sessions/${id}/events`, { json: event });
    await add({ kind: "memory-added", memoryId: "m1", text: "My sister is called Xanthippe." });
    await add({ kind: "memory-edited", memoryId: "m1", text: "Xanthippe is my older sister." });
    await add({ kind: "memory-added", memoryId: "m2", text: "I like tea." });
    await add({ kind: "memory-forgotten", memoryId: "m1" });
    await app.means.runner.settled(id);
    const log = JSON.stringify(await eventsOf(person, id));
    expect(log).not.toContain("Xanthippe");
    expect(log).toContain("I like tea.");
    // The cast says what kind of session this is.
    const { memories } = (await app.means.runner.stateOf(id)) as CompanionState;
    expect(memories.map(({ text }) => text)).toEqual(["I like tea."]);
  });
});

describe("live events", () => {
  it("a stream sends what there is, then each event as it comes, and goes on after Last-Event-ID", async () => {
    const person = await app.addPerson();
    const id = await beginSession(person);
    await app.means.runner.settled(id);
    const stream = await person.request(`/api/sessions/${id}/events`, {
      headers: { accept: "text/event-stream", "last-event-id": "1" },
    });
    expect(stream.headers.get("content-type")).toBe("text/event-stream");
    const read = eventReader(stream);
    expect(await read()).toMatchObject({ seq: 2, kind: "notices-shown" });
    await say(person, id, "Are you there?");
    expect(await read()).toMatchObject({ seq: 3, kind: "message", text: "Are you there?" });
    expect(await read()).toMatchObject({ seq: 4, kind: "risk-judged", of: 3 });
    let last: { kind: string } = { kind: "" };
    while (last.kind !== "replied") last = await read();
    await stream.body?.cancel().catch(() => undefined);
  });

  it("a stream ends when its session is deleted", async () => {
    const person = await app.addPerson();
    const id = await beginSession(person);
    const stream = await person.request(`/api/sessions/${id}/events`, {
      headers: { accept: "text/event-stream" },
    });
    const rest = stream.text();
    await person.request(`/api/sessions/${id}`, { method: "DELETE" });
    expect(await rest).toMatch(/^: open\n\n/u);
  });
});

describe("sending again", () => {
  it("the same key and body give the same answer and one event", async () => {
    const person = await app.addPerson();
    const id = await beginSession(person);
    const headers = { "idempotency-key": "once" };
    const answers = await Promise.all([1, 2, 3].map(() => say(person, id, { text: "Only once.", headers })));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    const bodies = await Promise.all(answers.map((answer) => answer.text()));
    expect(new Set(bodies).size).toBe(1);
    await app.means.runner.settled(id);
    expect((await eventsOf(person, id)).filter(({ kind }) => kind === "message")).toHaveLength(1);
  });

  it("the same key with another body is refused and writes nothing", async () => {
    const person = await app.addPerson();
    const id = await beginSession(person);
    const headers = { "idempotency-key": "once" };
    await say(person, id, { text: "First.", headers });
    const second = await say(person, id, { text: "Second.", headers });
    expect(await problemOf(second)).toMatchObject({ code: "idempotency-key-reused", status: 422 });
    await app.means.runner.settled(id);
    expect((await eventsOf(person, id)).filter(({ kind }) => kind === "message")).toHaveLength(1);
  });

  it("one person's key says nothing about another's", async () => {
    const [one, other] = [await app.addPerson(), await app.addPerson()];
    const json = { experience: "companion", language: "en" };
    const headers = { "idempotency-key": "shared" };
    const ids = [];
    for (const person of [one, other, one]) {
      const answer = await person.request("/api/sessions", { json, headers });
      ids.push(sessionAnswerSchema.parse(await answer.json()).session.id);
    }
    expect(ids[0]).toBe(ids[2]);
    expect(ids[1]).not.toBe(ids[0]);
  });

  it("a key that cannot be a key is refused", async () => {
    const person = await app.addPerson();
    const answer = await person.request("/api/sessions", {
      json: { experience: "companion", language: "en" },
      headers: { "idempotency-key": "x".repeat(201) },
    });
    expect((await problemOf(answer)).code).toBe("invalid-request");
  });
});

describe("consents", () => {
  it("a consent is given, listed and withdrawn, and its receipt stays", async () => {
    const person = await app.addPerson();
    const given = await person.request("/api/consents", {
      json: { purpose: "research", modalities: ["text"], version: "1" },
    });
    expect(given.status).toBe(201);
    const { consent } = (await given.json()) as { consent: { id: string; participant: string } };
    expect(consent.participant).toBe(person.id);
    expect((await person.request(`/api/consents/${consent.id}`, { method: "DELETE" })).status).toBe(200);
    const { consents } = (await (await person.request("/api/consents")).json()) as {
      consents: { id: string; withdrawnAtMs?: number }[];
    };
    expect(consents).toMatchObject([{ id: consent.id, withdrawnAtMs: app.clock.nowMs }]);
  });

  it("nobody withdraws another person's consent", async () => {
    const [one, other] = [await app.addPerson(), await app.addPerson()];
    const given = await one.request("/api/consents", {
      json: { purpose: "research", modalities: ["text"], version: "1" },
    });
    const { consent } = (await given.json()) as { consent: { id: string } };
    expect((await other.request(`/api/consents/${consent.id}`, { method: "DELETE" })).status).toBe(404);
  });
});

describe("perceiving", () => {
  it("a text gets an estimate, in another label set on request", async () => {
    const person = await app.addPerson();
    const answer = await person.request("/api/perceive", {
      json: { text: "Thank you so much, this is wonderful!", purpose: "research", labels: "goemotions" },
    });
    const { estimate, labels } = perceiveAnswerSchema.parse(await answer.json());
    expect(estimate.abstained).toBeNull();
    expect(labels?.["gratitude"]).toBeGreaterThan(0.5);
    const ekman = await person.request("/api/perceive", {
      json: { text: "Thank you so much, this is wonderful!", purpose: "research", labels: "ekman" },
    });
    expect(Object.keys(perceiveAnswerSchema.parse(await ekman.json()).labels ?? {})).toContain("joy");
  });

  it("text may be perceived for every purpose, and an unknown purpose is named as such", async () => {
    const person = await app.addPerson();
    const perceive = (purpose: string) =>
      person.request("/api/perceive", { json: { text: "Well done.", purpose } });
    expect((await perceive("education")).status).toBe(200);
    expect(await problemOf(await perceive("spying"))).toMatchObject({ code: "unknown-purpose", status: 400 });
  });

  it("an unknown label set is refused with the known ones", async () => {
    const person = await app.addPerson();
    const answer = await person.request("/api/perceive", {
      json: { text: "Well done.", purpose: "play", labels: "astrology" },
    });
    expect((await problemOf(answer)).detail).toContain("goemotions");
  });
});

describe("the owner's settings and keys", () => {
  it("only the owner sees them", async () => {
    const person = await app.addPerson();
    for (const path of ["/api/settings/language-model", "/api/keys"]) {
      expect(await problemOf(await person.request(path))).toMatchObject({ code: "owner-only", status: 403 });
      expect((await problemOf(await app.request(path))).code).toBe("not-signed-in");
    }
  });

  it("a language model is saved with its key, which never comes back and is not stored in clear", async () => {
    const owner = await app.signInOwner();
    const path = "/api/settings/language-model";
    const setting = { baseUrl: "http://127.0.0.1:9/v1", model: "small", apiKey: "sk-secret-1234567890" };
    const saved = await owner.request(path, { method: "PUT", json: setting });
    const expected = { baseUrl: setting.baseUrl, model: "small", hasApiKey: true, source: "saved" };
    expect(await saved.json()).toEqual(expected);
    expect(await (await owner.request(path)).json()).toEqual(expected);
    const { settings } = await import("./storage/schema.ts");
    const stored = JSON.stringify(await app.means.db.select().from(settings));
    expect(stored).toContain("small");
    expect(stored).not.toContain("sk-secret");
    expect((await app.means.languageModels.read())?.apiKey).toBe(setting.apiKey);

    await owner.request(path, { method: "PUT", json: { baseUrl: setting.baseUrl, model: "large" } });
    expect((await app.means.languageModels.read())?.apiKey).toBe(setting.apiKey);
    await owner.request(path, {
      method: "PUT",
      json: { baseUrl: setting.baseUrl, model: "large", apiKey: null },
    });
    expect((await app.means.languageModels.read())?.apiKey).toBeUndefined();
    expect((await owner.request(path, { method: "DELETE" })).status).toBe(204);
    expect(await (await owner.request(path)).json()).toEqual({ hasApiKey: false, source: "none" });
  });

  it("a setting from the environment is shown and cannot be changed", async () => {
    const environment = { baseUrl: "http://127.0.0.1:9/v1", model: "fixed" };
    const fixed = await createTestApp({
      database: { db: app.means.db, close: () => Promise.resolve() },
      languageModel: environment,
    });
    const owner = await fixed.signInOwner();
    const path = "/api/settings/language-model";
    expect(await (await owner.request(path)).json()).toMatchObject({ model: "fixed", source: "environment" });
    const change = await owner.request(path, { method: "PUT", json: { ...environment, model: "other" } });
    expect(await problemOf(change)).toMatchObject({ code: "set-by-environment", status: 409 });
    await fixed.close();
  });

  it("a key is shown once, works, and stops working when it is taken back", async () => {
    const owner = await app.signInOwner();
    const made = await owner.request("/api/keys", { json: { name: "my program" } });
    const { id, key } = (await made.json()) as { id: string; key: string };
    expect(key).toMatch(/^oe_[\w-]{43}$/u);
    expect(await (await owner.request("/api/keys")).text()).not.toContain(key);
    const headers = { authorization: `Bearer ${key}` };
    const me = meSchema.parse(await (await app.request("/api/me", { headers })).json());
    expect(me.participant).toEqual({ id: owner.id, role: "participant" });
    expect((await problemOf(await app.request("/api/keys", { headers }))).code).toBe("owner-only");
    expect((await owner.request(`/api/keys/${id}`, { method: "DELETE" })).status).toBe(204);
    expect(await problemOf(await app.request("/api/me", { headers }))).toMatchObject({
      code: "invalid-api-key",
    });
  });

  it("a key that is asked for twice under one Idempotency-Key is one key", async () => {
    const owner = await app.signInOwner();
    const ask = () =>
      owner.request("/api/keys", { json: { name: "twice" }, headers: { "idempotency-key": "k" } });
    expect(await (await ask()).text()).toBe(await (await ask()).text());
  });
});

describe("bad input", () => {
  const cases: [string, RequestInit & { json?: unknown }, keyof typeof PROBLEMS][] = [
    [
      "not JSON",
      { method: "POST", body: "{no", headers: { "content-type": "application/json" } },
      "invalid-request",
    ],
    ["an empty body", { method: "POST", headers: { "content-type": "application/json" } }, "invalid-request"],
    [
      "not UTF-8",
      {
        method: "POST",
        body: new Uint8Array([0x22, 0xff, 0x22]),
        headers: { "content-type": "application/json" },
      },
      "invalid-request",
    ],
    ["a form", { method: "POST", body: new URLSearchParams({ kind: "message" }) }, "unsupported-media-type"],
    [
      "a JSON body under another name",
      { method: "POST", body: "{}", headers: { "content-type": "text/plain" } },
      "unsupported-media-type",
    ],
    ["an array", { json: [] }, "invalid-request"],
    ["an unknown kind", { json: { kind: "replied", of: 1, text: "I was here" } }, "invalid-request"],
    ["wrong types", { json: { kind: "message", text: 7 } }, "invalid-request"],
    ["an unknown field", { json: { kind: "message", text: "hi", seq: 9 } }, "invalid-request"],
    ["an empty message", { json: { kind: "message", text: " \n" } }, "invalid-request"],
    [
      "a message that is too long",
      { json: { kind: "message", text: "a".repeat(20_001) } },
      "invalid-request",
    ],
    ["NUL", { json: { kind: "message", text: "a\0b" } }, "invalid-request"],
    [
      "half of a surrogate pair",
      {
        method: "POST",
        body: '{"kind":"message","text":"\\ud800"}',
        headers: { "content-type": "application/json" },
      },
      "invalid-request",
    ],
    ["NUL in a name of a field", { json: { kind: "message", text: "a", "b\0": 1 } }, "invalid-request"],
    ["10 MB", { json: { kind: "message", text: "a".repeat(10_000_000) } }, "too-large"],
    [
      "deep nesting",
      {
        method: "POST",
        body: `${"[".repeat(100_000)}${"]".repeat(100_000)}`,
        headers: { "content-type": "application/json" },
      },
      "invalid-request",
    ],
    [
      "a likelihood beyond 1",
      { json: { kind: "self-reported", likelihood: { Sadness: 2 } } },
      "invalid-request",
    ],
    ["an unknown category", { json: { kind: "self-reported", likelihood: { Sad: 1 } } }, "invalid-request"],
    [
      "a time zone that does not exist",
      { json: { kind: "check-in-asked", hour: 9, minute: 0, timeZone: "Moon/Sea" } },
      "invalid-request",
    ],
  ];

  it.each(cases)("%s gets its problem and writes nothing", async (_name, init, code) => {
    const person = await app.addPerson();
    const id = await beginSession(person);
    await app.means.runner.settled(id);
    const answer = await person.request(`/api/sessions/${id}/events`, init);
    const problem = await problemOf(answer);
    expect(problem).toMatchObject({ code, status: PROBLEMS[code][0] });
    expect(answer.status).toBe(problem.status);
    expect(await eventsOf(person, id)).toHaveLength(2);
  });

  it("10 MB that come without a stated length are refused while they stream", async () => {
    const person = await app.addPerson();
    let sent = 0;
    const body = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        sent += 1;
        if (sent > 160) controller.close();
        else controller.enqueue(new Uint8Array(65_536).fill(0x20));
      },
    });
    const answer = await person.request("/api/sessions", {
      method: "POST",
      body,
      headers: { "content-type": "application/json" },
      // Node's fetch needs this for a streaming body; the DOM types do not have it.
      ...{ duplex: "half" },
    });
    expect((await problemOf(answer)).code).toBe("too-large");
    expect(sent).toBeLessThan(32);
  });

  it("ids that could not have been made here are not found", async () => {
    const person = await app.addPerson();
    for (const id of ["%00", "a%2Fb", "'%20or%201=1", "x".repeat(5000), "%F0%9F%98%80", "__proto__"]) {
      expect((await person.request(`/api/sessions/${id}`)).status).toBe(404);
    }
  });

  it("a wrong `after` or Last-Event-ID is refused", async () => {
    const person = await app.addPerson();
    const id = await beginSession(person);
    for (const after of ["-1", "x", "1e99", "99999999999"]) {
      expect((await person.request(`/api/sessions/${id}/events?after=${after}`)).status).toBe(400);
    }
    const headers = { accept: "text/event-stream", "last-event-id": "last" };
    expect((await person.request(`/api/sessions/${id}/events`, { headers })).status).toBe(400);
  });

  it("nothing of all this reached the log but routes, statuses and times", () => {
    const log = app.logLines.join("\n");
    for (const secret of ["grandmother", "Xanthippe", "oe_", "sk-secret", "s_", "p_", "guess"]) {
      expect(log).not.toContain(secret);
    }
    expect(app.logLines.filter((line) => line.includes('"kind":"failure"'))).toEqual([]);
  });
});

describe("the edge", () => {
  it("answers on loopback to loopback's names only", async () => {
    for (const host of ["localhost", "LOCALHOST:80", "127.0.0.1:9", "[::1]:9", "chat.localhost"]) {
      expect((await app.requestAs(host, "/api/health")).status).toBe(200);
    }
    const rebound = await app.requestAs("evil.example", "/api/health");
    expect(await problemOf(rebound)).toMatchObject({ code: "wrong-host", status: 421 });
  });

  it("refuses changes that another site's page asks for", async () => {
    const person = await app.addPerson();
    const json = { experience: "companion", language: "en" };
    const refused = [
      { "sec-fetch-site": "cross-site" },
      { "sec-fetch-site": "same-site" },
      { origin: "https://evil.example" },
      { origin: "null" },
    ];
    for (const headers of refused) {
      expect((await problemOf(await person.request("/api/sessions", { json, headers }))).code).toBe(
        "cross-site",
      );
    }
    const allowed = [{ "sec-fetch-site": "same-origin" }, { origin: "http://localhost:4747" }, {}];
    for (const headers of allowed) {
      expect((await person.request("/api/sessions", { json, headers })).status).toBe(201);
    }
  });

  it("every answer carries a policy that names what is allowed and no upgrade to TLS", async () => {
    for (const path of ["/", "/api/health", "/nowhere.txt", "/api/nowhere"]) {
      const { headers } = await app.request(path);
      const policy = headers.get("content-security-policy") ?? "";
      expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval'");
      expect(policy).not.toContain("upgrade-insecure-requests");
      expect(headers.get("x-content-type-options")).toBe("nosniff");
    }
  });

  it("an address that is not there is a problem under /api and the page's entry elsewhere", async () => {
    expect(await problemOf(await app.request("/api/nowhere"))).toMatchObject({
      code: "not-found",
      status: 404,
    });
    expect((await app.request("/sessions/abc")).headers.get("content-type")).toContain("text/html");
  });

  it("the API describes itself in OpenAPI 3.1, with every route of this server", async () => {
    const api = (await (await app.request("/api/openapi.json")).json()) as {
      openapi: string;
      paths: Record<string, Record<string, unknown>>;
    };
    expect(api.openapi).toBe("3.1.0");
    const described = Object.entries(api.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(described.toSorted()).toEqual([
      "DELETE /api/classes/{id}",
      "DELETE /api/clips/{id}",
      "DELETE /api/consents/{id}",
      "DELETE /api/keys/{id}",
      "DELETE /api/me",
      "DELETE /api/sessions/{id}",
      "DELETE /api/sessions/{id}/class",
      "DELETE /api/sessions/{id}/record-sharing",
      "DELETE /api/settings/language-model",
      "DELETE /api/settings/lti-platforms/{id}",
      "DELETE /api/settings/record-store",
      "DELETE /api/settings/voice",
      "GET /api/care-counts",
      "GET /api/classes",
      "GET /api/classes/{id}",
      "GET /api/classes/{id}/roster",
      "GET /api/clips",
      "GET /api/consents",
      "GET /api/health",
      "GET /api/keys",
      "GET /api/me",
      "GET /api/me/export",
      "GET /api/sessions",
      "GET /api/sessions/{id}",
      "GET /api/sessions/{id}/class",
      "GET /api/sessions/{id}/events",
      "GET /api/sessions/{id}/membership",
      "GET /api/sessions/{id}/record-sharing",
      "GET /api/sessions/{id}/xapi",
      "GET /api/settings/language-model",
      "GET /api/settings/lti-platforms",
      "GET /api/settings/record-store",
      "GET /api/settings/voice",
      "GET /api/stats",
      "GET /api/studies/{id}/runs",
      "GET /api/tasks/next",
      "GET /api/voice",
      "POST /api/annotations",
      "POST /api/classes",
      "POST /api/classes/join",
      "POST /api/classes/look",
      "POST /api/classes/{id}/invitation",
      "POST /api/clips",
      "POST /api/consents",
      "POST /api/invitations/join",
      "POST /api/keys",
      "POST /api/perceive",
      "POST /api/sessions",
      "POST /api/sessions/continue",
      "POST /api/sessions/{id}/events",
      "POST /api/sessions/{id}/invitation",
      "POST /api/settings/language-model/test",
      "POST /api/settings/lti-platforms",
      "POST /api/studies/decline",
      "POST /api/studies/join",
      "POST /api/studies/look",
      "POST /api/studies/{id}/link",
      "POST /api/voice/speech",
      "PUT /api/sessions/{id}/class",
      "PUT /api/sessions/{id}/record-sharing",
      "PUT /api/settings/language-model",
      "PUT /api/settings/record-store",
      "PUT /api/settings/voice",
    ]);
    const page = await (await app.request("/api/docs")).text();
    for (const code of Object.keys(PROBLEMS)) expect(page).toContain(`id="problem-${code}"`);
  });
});

/** Reads the events of a stream one after another. */
function eventReader(answer: Response): () => Promise<{ seq: number; kind: string }> {
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  let buffer = "";
  return async () => {
    for (;;) {
      const found = /(?:^|\n)data: (.*)\n\n/u.exec(buffer);
      if (found !== null) {
        buffer = buffer.slice(found.index + found[0].length);
        return JSON.parse(found[1] ?? "") as { seq: number; kind: string };
      }
      const piece = await reader?.read();
      if (piece?.done !== false) throw new Error("the stream ended");
      buffer += piece.value;
    }
  };
}
