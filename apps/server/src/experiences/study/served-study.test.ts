import { protocolHash, readStudyData, replayStudy, consort } from "@openempathic/experiences/study";
import type { StoredRun, StudyEvent, StudyProtocol } from "@openempathic/experiences/study";
import { openInstruments } from "@openempathic/experiences/study";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { runDueEvents } from "../../sessions/schedule.ts";
import { createTestApp } from "../../testing/index.ts";
import type { TestApp, TestPerson } from "../../testing/index.ts";

// The default of five seconds is too short for a machine that does much else.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });

let app: TestApp;
beforeAll(async () => void (app = await createTestApp()));
afterAll(() => app.close());

const phq = openInstruments("en").find(({ id }) => id === "phq-9");
if (phq === undefined) throw new Error("PHQ-9 is in the library");
const PROTOCOL: StudyProtocol = {
  schema: "open-empathic/study-protocol/1",
  title: "Writing and feeling",
  version: "1.0",
  language: "en",
  contact: "Ada Example",
  ethics: "",
  consents: [{ version: "1", text: "You write a little." }],
  arms: [
    { id: "one", name: "One" },
    { id: "two", name: "Two" },
  ],
  allocation: { seed: 7, block: 2 },
  order: "fixed",
  tasks: [
    { kind: "questionnaire", id: "mood", title: "Mood", instrument: phq },
    { kind: "own-text", id: "story", title: "Story", prompt: "Write." },
  ],
  sampling: {
    days: 1,
    perDay: 1,
    awake: { from: "09:00", to: "12:00" },
    quiet: [],
    answerWithinMinutes: 30,
    tasks: [{ kind: "affect-grid", id: "now", title: "Now", prompt: "How?" }],
  },
};

async function answerOf<Body>(reply: Promise<Response>, status: number): Promise<Body> {
  const response = await reply;
  expect(response.status, await response.clone().text()).toBe(status);
  // The cast is the test's own knowledge of what it asked for.
  return (status === 204 ? undefined : await response.json()) as Body;
}

async function add(person: TestPerson, id: string, json: object): Promise<void> {
  await answerOf(person.request(`/api/sessions/${id}/events`, { json }), 201);
  await app.means.runner.settled(id);
}

async function eventsOf(person: TestPerson, id: string): Promise<StudyEvent[]> {
  return (await answerOf<{ events: StudyEvent[] }>(person.request(`/api/sessions/${id}/events`), 200)).events;
}

async function frozenStudy() {
  const researcher = await app.addPerson();
  const json = { experience: "study", language: "en" };
  const { session } = await answerOf<{ session: { id: string } }>(
    researcher.request("/api/sessions", { json }),
    201,
  );
  await add(researcher, session.id, { kind: "drafted", protocol: PROTOCOL });
  await answerOf(researcher.request(`/api/studies/${session.id}/link`, { json: {} }), 404);
  await add(researcher, session.id, { kind: "protocol-frozen" });
  const { token } = await answerOf<{ token: string }>(
    researcher.request(`/api/studies/${session.id}/link`, { json: {} }),
    201,
  );
  return { researcher, studyId: session.id, token };
}

async function join(person: TestPerson, token: string): Promise<string> {
  const json = { token, consentVersion: "1", language: "en", country: "DE" };
  const { session } = await answerOf<{ session: { id: string } }>(
    person.request("/api/studies/join", { json }),
    201,
  );
  await app.means.runner.settled(session.id);
  return session.id;
}

const runsOf = (researcher: TestPerson, studyId: string) =>
  answerOf<{ declined: number; runs: StoredRun[] }>(researcher.request(`/api/studies/${studyId}/runs`), 200);

describe("a study on the server", () => {
  it("SR1 shows the consent to whoever has the link, keeps nothing of them, and counts who says no", async () => {
    const { researcher, studyId, token } = await frozenStudy();
    const person = await app.addPerson();
    const shown = await answerOf(person.request("/api/studies/look", { json: { token } }), 200);
    expect(shown).toMatchObject({ title: "Writing and feeling", hash: protocolHash(PROTOCOL), isOwn: false });
    expect(await runsOf(researcher, studyId)).toEqual({ declined: 0, runs: [] });
    await answerOf(person.request("/api/studies/decline", { json: { token } }), 204);
    expect(await runsOf(researcher, studyId)).toEqual({ declined: 1, runs: [] });
    await answerOf(person.request("/api/studies/look", { json: { token: "x".repeat(43) } }), 404);
  });

  it("SR2 gives each participant a session, a code and a number of their own, once, and shows it to nobody else", async () => {
    const { researcher, studyId, token } = await frozenStudy();
    const people = await Promise.all([app.addPerson(), app.addPerson(), app.addPerson(), app.addPerson()]);
    const ids = await Promise.all(people.map((person) => join(person, token)));
    const [ana, ben] = people;
    const [anasRun = "", bensRun = ""] = ids;
    expect(await join(ana, token)).toBe(anasRun);
    const { runs } = await runsOf(researcher, studyId);
    expect(runs.map(({ number }) => number)).toEqual([1, 2, 3, 4]);
    expect(new Set(runs.map(({ code }) => code)).size).toBe(4);
    await answerOf(ben.request(`/api/sessions/${anasRun}/events`), 404);
    await answerOf(researcher.request(`/api/sessions/${bensRun}/events`), 404);
    await answerOf(ana.request(`/api/studies/${studyId}/runs`), 404);
    await answerOf(ana.request(`/api/sessions/${studyId}/events`), 404);
    const told = JSON.stringify(await runsOf(researcher, studyId));
    for (const person of people) expect(told).not.toContain(person.id);
    for (const id of ids) expect(told).not.toContain(id);
    expect(told).not.toContain("country-changed");
    const data = readStudyData({ protocol: PROTOCOL, hash: protocolHash(PROTOCOL), declined: 0 }, runs);
    expect(consort(data).arms.map(({ allocated }) => allocated)).toEqual([2, 2]);
  });

  it("SR3 refuses another consent than the one in force, and one’s own study", async () => {
    const { researcher, token } = await frozenStudy();
    const person = await app.addPerson();
    const json = { token, consentVersion: "0", language: "en" };
    await answerOf(person.request("/api/studies/join", { json }), 400);
    await answerOf(researcher.request("/api/studies/join", { json: { ...json, consentVersion: "1" } }), 400);
  });

  it("SR4 opens help at an item about self-harm, reads texts with the model’s version, and tells researchers only answers", async () => {
    const { researcher, studyId, token } = await frozenStudy();
    const person = await app.addPerson();
    const id = await join(person, token);
    await add(person, id, { kind: "notices-acknowledged" });
    await add(person, id, { kind: "task-begun", taskId: "mood" });
    await add(person, id, { kind: "answered", taskId: "mood", values: { phq9: 2 } });
    const care = replayStudy(await eventsOf(person, id)).run?.care;
    expect(care?.resources.some(({ contact }) => contact.includes("0800"))).toBe(true);
    await add(person, id, { kind: "task-finished", taskId: "mood" });
    await add(person, id, { kind: "task-begun", taskId: "story" });
    const values = {
      text: "I was so happy to see my sister again after all these years!",
      pleasure: 0.9,
      arousal: 0.6,
    };
    await add(person, id, { kind: "answered", taskId: "story", values });
    await add(person, id, { kind: "task-finished", taskId: "story" });
    const { runs } = await runsOf(researcher, studyId);
    const told = replayStudy(runs[0]?.events ?? []).run;
    expect(told?.work["story"]?.estimates["text"]?.source).toMatchObject({ kind: "model" });
    expect(told?.care).toBeUndefined();
    expect(runs[0]?.events?.some(({ kind }) => kind === "risk-judged")).toBe(false);
  });

  it("SR5 closes a prompt at its time, over the schedule that outlives a restart", async () => {
    const { token } = await frozenStudy();
    const person = await app.addPerson();
    const id = await join(person, token);
    for (const taskId of ["mood", "story"]) {
      await add(person, id, { kind: "task-begun", taskId });
      await add(person, id, { kind: "task-finished", taskId });
    }
    await add(person, id, { kind: "sampling-begun", timeZone: "Europe/Berlin" });
    const [prompt] = replayStudy(await eventsOf(person, id)).run?.prompts ?? [];
    if (prompt === undefined) throw new Error("There is a prompt");
    app.clock.nowMs = prompt.closesAtMs + 1;
    const told = await runDueEvents(app.means.db, app.means.experiences, app.clock.nowMs);
    expect(told).toContain(id);
    app.means.runner.wake(id);
    await app.means.runner.settled(id);
    expect(replayStudy(await eventsOf(person, id)).run?.prompts[0]?.closed).toBe(true);
  });

  it("SR6 takes a participant’s data away with their session or with all that is theirs, and keeps the count", async () => {
    const { researcher, studyId, token } = await frozenStudy();
    const [ana, ben] = [await app.addPerson(), await app.addPerson()];
    const [anasRun] = [await join(ana, token), await join(ben, token)];
    await answerOf(ana.request(`/api/sessions/${anasRun}`, { method: "DELETE" }), 204);
    await answerOf(ben.request("/api/me", { method: "DELETE" }), 204);
    const { runs } = await runsOf(researcher, studyId);
    expect(runs.map(({ number, events }) => [number, events])).toEqual([
      [1, null],
      [2, null],
    ]);
    const data = readStudyData({ protocol: PROTOCOL, hash: protocolHash(PROTOCOL), declined: 0 }, runs);
    expect(consort(data)).toMatchObject({ consented: 2, arms: [{ withdrawn: 1 }, { withdrawn: 1 }] });
    const cleo = await app.addPerson();
    await join(cleo, token);
    expect((await runsOf(researcher, studyId)).runs.map(({ number }) => number)).toEqual([1, 2, 3]);
  });
});
