import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { EXPERIENCE_SCHEMAS } from "@openempathic/client";
import { BUILT_IN_COURSES } from "@openempathic/experiences/tutor";
import type { TutorState } from "@openempathic/experiences/tutor";
import { readEvents } from "../../sessions/event-store.ts";
import { openDatabase } from "../../storage/open-database.ts";
import type { OpenDatabase } from "../../storage/open-database.ts";
import { createTestApp } from "../../testing/index.ts";
import type { TestApp, TestPerson } from "../../testing/index.ts";

let database: OpenDatabase;
let app: TestApp;
beforeAll(async () => {
  database = await openDatabase({ kind: "memory" });
  app = await createTestApp({ database });
}, 300_000);
afterAll(async () => {
  await app.close();
  await database.close();
});

async function begin(): Promise<{ readonly person: TestPerson; readonly id: string }> {
  const person = await app.addPerson();
  const answer = await person.request("/api/sessions", { json: { experience: "tutor", language: "en" } });
  const { session } = (await answer.json()) as { session: { id: string } };
  await app.means.runner.settled(session.id);
  return { person, id: session.id };
}

async function add({ person, id }: { person: TestPerson; id: string }, json: object): Promise<number> {
  const { status } = await person.request(`/api/sessions/${id}/events`, { json });
  await app.means.runner.settled(id);
  return status;
}

const stateOf = async (id: string) => (await app.means.runner.stateOf(id)) as unknown as TutorState;

describe("the tutor on the server", { timeout: 60_000 }, () => {
  it("takes a course, reads words under the purpose education, and every event keeps the schema", async () => {
    const at = await begin();
    for (const act of [
      { kind: "notices-acknowledged" },
      { kind: "course-chosen", courseId: "fractions" },
      { kind: "task-asked" },
      { kind: "answered", itemId: "read-1", answer: "1/5" },
      { kind: "said", text: "This is so frustrating, I hate it." },
    ]) {
      expect(await add(at, act), act.kind).toBe(201);
    }
    const events = await readEvents(database.db, at.id);
    expect(events.map(({ kind }) => kind).slice(-3)).toEqual(["said", "risk-judged", "estimated"]);
    expect(events.at(-1)).toMatchObject({ estimate: { abstained: null, modality: "text" } });
    for (const event of events) EXPERIENCE_SCHEMAS.tutor.event.parse(event);
    expect((await stateOf(at.id)).feeling.belief.frustrated).toBeGreaterThan(0.3);
  });

  it("says that no language model is connected when a hint is wanted in other words", async () => {
    const at = await begin();
    await add(at, { kind: "course-chosen", courseId: "fractions" });
    await add(at, { kind: "task-asked" });
    await add(at, { kind: "hint-asked", itemId: "read-1" });
    await add(at, { kind: "rewording-asked", itemId: "read-1" });
    expect((await stateOf(at.id)).place).toMatchObject({
      hints: 1,
      rewording: { kind: "failed", trouble: "no-model" },
    });
  });

  it("answers words of somebody at risk with the crisis script and lines of help", async () => {
    const at = await begin();
    await add(at, { kind: "country-changed", country: "DE" });
    await add(at, { kind: "said", text: "I want to kill myself." });
    const { care, latch } = await stateOf(at.id);
    expect(latch?.level).toBe("active");
    expect(care?.resources.length).toBeGreaterThan(0);
  });

  it("refuses a course of one’s own that is not in shape, and takes one that is", async () => {
    const at = await begin();
    const course = { ...BUILT_IN_COURSES["charts"]?.en, id: "own" };
    expect(await add(at, { kind: "course-brought", course: { ...course, items: "none" } })).toBe(400);
    expect(await add(at, { kind: "course-brought", course })).toBe(201);
    expect((await stateOf(at.id)).place).toEqual({ kind: "lesson", unitId: "axes" });
    const listed: unknown = await (await at.person.request("/api/sessions?experience=tutor")).json();
    expect(listed).toMatchObject({ sessions: [{ title: "Reading a chart honestly" }] });
  });
});
