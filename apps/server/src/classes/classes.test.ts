import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ClassView } from "@openempathic/client";
import { createTestApp } from "../testing/create-test-app.ts";
import type { TestApp, TestPerson } from "../testing/create-test-app.ts";

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
}, 60_000);
afterAll(() => app.close());

interface Class {
  readonly teacher: TestPerson;
  readonly id: string;
  readonly token: string;
}

interface Learner {
  readonly person: TestPerson;
  readonly sessionId: string;
}

/** The cast is each caller's own: what the route's schema says. */
async function answerOf<Body>(response: Response, status = 200): Promise<Body> {
  expect(response.status).toBe(status);
  return (await response.json()) as Body;
}

async function makeClass(course: unknown = "fractions"): Promise<Class> {
  const teacher = await app.addPerson();
  const made = await teacher.request("/api/classes", { json: { title: "7b", language: "en", course } });
  const { class: row } = await answerOf<{ class: { id: string } }>(made, 201);
  const invited = await teacher.request(`/api/classes/${row.id}/invitation`, { json: {} });
  const { token } = await answerOf<{ token: string }>(invited, 201);
  return { teacher, id: row.id, token };
}

const SHY = { language: "en", showsProgress: false, sharesFeelings: true };

async function join(token: string, choices: object = SHY): Promise<Learner> {
  const person = await app.addPerson();
  const joined = await person.request("/api/classes/join", { json: { token, ...choices } });
  const { session } = await answerOf<{ session: { id: string } }>(joined);
  return { person, sessionId: session.id };
}

async function act({ person, sessionId }: Learner, ...acts: readonly object[]): Promise<void> {
  for (const each of acts) {
    const added = await person.request(`/api/sessions/${sessionId}/events`, { json: each });
    expect(added.status).toBe(201);
  }
}

const see = async ({ teacher, id }: Class): Promise<ClassView> =>
  answerOf<ClassView>(await teacher.request(`/api/classes/${id}`));

const BORED = Array.from({ length: 5 }, () => ({ kind: "felt", feeling: "bored" }));

describe("a class on the server", () => {
  it("has a session of their own for each who joins, with the course begun, and one only", async () => {
    const { token } = await makeClass();
    const one = await join(token);
    const events = await answerOf<{ events: { kind: string }[] }>(
      await one.person.request(`/api/sessions/${one.sessionId}/events`),
    );
    expect(events.events.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(["session-started", "course-chosen"]),
    );
    const again = await one.person.request("/api/classes/join", { json: { token, ...SHY } });
    expect((await answerOf<{ session: { id: string } }>(again)).session.id).toBe(one.sessionId);
    const looked = await one.person.request("/api/classes/look", { json: { token } });
    expect(await answerOf<object>(looked)).toMatchObject({ title: "7b", sessionId: one.sessionId });
  });

  it("TG1, TG2: shows its teacher nothing of four, five together, and no sixth who joins or leaves", async () => {
    const room = await makeClass();
    const learners: Learner[] = [];
    for (let count = 0; count < 4; count += 1) learners.push(await join(room.token));
    expect(await see(room)).toMatchObject({ learners: 4, groups: [], feelings: [], uncounted: 4 });
    learners.push(await join(room.token));
    const five = await see(room);
    expect(five.groups).toMatchObject([{ learners: 5 }]);

    const sixth = await join(room.token);
    await act(sixth, { kind: "task-asked" }, { kind: "answered", itemId: "read-1", answer: "2/5" });
    expect(await see(room)).toEqual({ ...five, learners: 6, uncounted: 1 });
    // Whoever leaves takes nobody's figures with them: the circle ends, by leaving or by deleting the session or oneself.
    const [first, second] = learners;
    await first?.person.request(`/api/sessions/${first.sessionId}/class`, { method: "DELETE" });
    expect(await see(room)).toMatchObject({ learners: 5, groups: [], uncounted: 5 });
    await second?.person.request("/api/me", { method: "DELETE" });
    expect(await see(room)).toMatchObject({ learners: 4, groups: [] });
  });

  it("TG3: shows a later day only once five have learned on", async () => {
    const room = await makeClass();
    const learners: Learner[] = [];
    for (let count = 0; count < 6; count += 1) learners.push(await join(room.token));
    const before = await see(room);
    app.clock.nowMs += 86_400_000;
    const right = [{ kind: "task-asked" }, { kind: "answered", itemId: "read-1", answer: "2/5" }];
    for (const learner of learners.slice(0, 4)) await act(learner, ...right);
    expect(await see(room)).toEqual(before);
    await act(learners[4] as Learner, ...right);
    const after = await see(room);
    expect(after.groups[0]?.masteryPercent["read"]).toBeGreaterThan(
      before.groups[0]?.masteryPercent["read"] ?? 100,
    );
  });

  it("TG4, TG5: shows one learner’s progress by the name they gave, and nobody’s feelings but in quarters of five", async () => {
    const room = await makeClass();
    const open = { language: "de", showsProgress: true, sharesFeelings: true, name: "Ada" };
    const learners = [await join(room.token, open)];
    for (let count = 0; count < 4; count += 1) learners.push(await join(room.token));
    for (const learner of learners) await act(learner, { kind: "task-asked" }, ...BORED);
    const view = await see(room);
    expect(view).toMatchObject({
      groups: [],
      uncounted: 4,
      shown: [{ name: "Ada" }],
      feelings: [{ learners: 5, shares: { bored: "over three quarters", engaged: "under a quarter" } }],
    });
    expect(JSON.stringify(view.shown)).not.toMatch(/bored/u);

    // Switched off, it is not there any more, nor is the group that one was in.
    const [ada] = learners;
    const changed = await ada?.person.request(`/api/sessions/${ada.sessionId}/class`, {
      method: "PUT",
      json: { showsProgress: false, sharesFeelings: false },
    });
    expect(changed?.status).toBe(200);
    expect(await see(room)).toMatchObject({ feelings: [], shown: [] });
  });

  it("is its teacher’s alone, and a session’s place in it its learner’s", async () => {
    const room = await makeClass();
    const learner = await join(room.token);
    for (const stranger of [await app.addPerson(), learner.person]) {
      expect((await stranger.request(`/api/classes/${room.id}`)).status).toBe(404);
      expect((await stranger.request(`/api/classes/${room.id}`, { method: "DELETE" })).status).toBe(404);
      expect((await stranger.request(`/api/classes/${room.id}/invitation`, { json: {} })).status).toBe(404);
    }
    const { teacher } = room;
    expect((await teacher.request(`/api/sessions/${learner.sessionId}/class`)).status).toBe(404);
    expect((await teacher.request(`/api/sessions/${learner.sessionId}/events`)).status).toBe(404);
    const exported = await (await teacher.request("/api/me/export")).text();
    expect(exported).toContain(room.id);
    expect(exported).not.toContain(learner.sessionId);
  });

  it("refuses an old link, a wrong course, and progress without a name", async () => {
    const room = await makeClass();
    const person = await app.addPerson();
    const nameless = { token: room.token, language: "en", showsProgress: true, sharesFeelings: false };
    expect((await person.request("/api/classes/join", { json: nameless })).status).toBe(400);
    await room.teacher.request(`/api/classes/${room.id}/invitation`, { json: {} });
    expect((await person.request("/api/classes/join", { json: { token: room.token, ...SHY } })).status).toBe(
      404,
    );
    for (const course of ["no-such-course", { id: "x" }]) {
      const made = await person.request("/api/classes", { json: { title: "x", language: "en", course } });
      expect(made.status).toBe(400);
    }
  });

  it("stays a class after its learners’ sessions are deleted, and leaves their sessions when it goes", async () => {
    const room = await makeClass();
    const learner = await join(room.token);
    const gone = await join(room.token);
    await gone.person.request(`/api/sessions/${gone.sessionId}`, { method: "DELETE" });
    expect((await see(room)).learners).toBe(1);
    expect((await room.teacher.request(`/api/classes/${room.id}`, { method: "DELETE" })).status).toBe(204);
    expect((await learner.person.request(`/api/sessions/${learner.sessionId}`)).status).toBe(200);
    expect(
      await answerOf<object>(await learner.person.request(`/api/sessions/${learner.sessionId}/class`)),
    ).toEqual({});
  });
});
