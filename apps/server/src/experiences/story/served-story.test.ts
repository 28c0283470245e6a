import { EXPERIENCE_SCHEMAS } from "@openempathic/client";
import { drawShape, STORY_SAMPLES } from "@openempathic/experiences/story";
import type { StoryState } from "@openempathic/experiences/story";
import { startScriptedUpstream } from "@openempathic/respond/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
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

const SCRIPT = { kind: "script-brought", name: "lamp.ink", format: "ink", source: STORY_SAMPLES.ink };

async function begin(test = app): Promise<{ test: TestApp; person: TestPerson; id: string }> {
  const person = await test.addPerson();
  const answer = await person.request("/api/sessions", { json: { experience: "story", language: "en" } });
  const { session } = (await answer.json()) as { session: { id: string } };
  await test.means.runner.settled(session.id);
  return { test, person, id: session.id };
}

type At = Awaited<ReturnType<typeof begin>>;

async function add({ test, person, id }: At, json: object): Promise<number> {
  const { status } = await person.request(`/api/sessions/${id}/events`, { json });
  await test.means.runner.settled(id);
  return status;
}

const stateOf = async ({ test, id }: At) => (await test.means.runner.stateOf(id)) as unknown as StoryState;

describe("story on the server", { timeout: 60_000 }, () => {
  it("reads each line of a script under the purpose creation, and every event keeps the schema", async () => {
    const at = await begin();
    await add(at, { kind: "notices-acknowledged" });
    expect(await add(at, SCRIPT)).toBe(201);
    const { work, readings, notRead } = await stateOf(at);
    expect(notRead).toEqual([]);
    for (const { text } of work?.script.utterances ?? expect.fail()) expect(readings[text]).toBeDefined();
    expect(
      readings["I hate you! I hate this tower and I hate everything in it!"]?.likelihood.Anger,
    ).toBeGreaterThan(0.5);
    const events = await readEvents(database.db, at.id);
    for (const event of events) EXPERIENCE_SCHEMAS.story.event.parse(event);
    const listed: unknown = await (await at.person.request("/api/sessions?experience=story")).json();
    expect(listed).toMatchObject({ sessions: [{ title: "lamp.ink" }] });
  });

  it("refuses what is too large or in no format that is read, and leaves a broken script out whole", async () => {
    const at = await begin();
    expect(await add(at, { ...SCRIPT, source: "a".repeat(200_001) })).toBe(400);
    expect(await add(at, { ...SCRIPT, format: "docx" })).toBe(400);
    await add(at, { ...SCRIPT, source: "Hello.\n-> cellar" });
    expect((await stateOf(at)).work).toBeUndefined();
  });

  it("says that no language model is connected when a scene is wanted", async () => {
    const at = await begin();
    await add(at, SCRIPT);
    await add(at, { kind: "scene-asked", from: 2, to: 3, task: "rewrite", wish: "", forReader: false });
    expect((await stateOf(at)).scenes[0]?.outcome).toEqual({ kind: "failed", trouble: "no-model" });
  });

  it("lets a language model try again with what was measured, and offers the nearest try", async () => {
    const tries = ["The lamp is there.", "I hate this lamp and I hate you!", "I am so happy about the lamp!"];
    const bodies: string[] = [];
    const upstream = await startScriptedUpstream(({ body }) => {
      bodies.push(body);
      const text = tries[(bodies.length - 1) % tries.length] ?? "";
      return { kind: "text", text: JSON.stringify({ lines: [{ line: 2, text }] }) };
    });
    const languageModel = { baseUrl: upstream.url, model: "scripted" };
    const test = await createTestApp({ database, languageModel });
    try {
      const at = await begin(test);
      await add(at, { kind: "notices-acknowledged" });
      await add(at, SCRIPT);
      await add(at, { kind: "arc-intended", drawing: drawShape("tragedy").map(() => 1) });
      await add(at, { kind: "reader-described", likes: "lamps", avoids: "spiders" });
      await add(at, {
        kind: "scene-asked",
        from: 2,
        to: 2,
        task: "rewrite",
        wish: "brighter",
        forReader: true,
      });
      const [scene] = (await stateOf(at)).scenes;
      if (scene?.outcome.kind !== "written") expect.fail();
      const { drafts, best, model: by, gapBefore } = scene.outcome;
      expect(drafts.map(({ words }) => words[0]?.text)).toEqual(tries.slice(0, drafts.length));
      expect(drafts[best]?.words[0]?.text).toBe(tries[2]);
      expect(drafts[best]?.gap).toBeLessThan(drafts[0]?.gap ?? 0);
      expect(gapBefore).toBeGreaterThan(0);
      expect(by).toBe("scripted");
      expect(bodies[0]).toContain("spiders");
      expect(bodies[1]).toContain("Your last try was measured");
      await add(at, { kind: "scene-decided", of: scene.seq, take: true });
      expect((await stateOf(at)).work?.source).toContain(tries[2]);
    } finally {
      await test.close();
      await upstream.close();
    }
  });

  it("asks no model where the words may be about somebody at risk, and gives lines of help", async () => {
    const asked: string[] = [];
    const upstream = await startScriptedUpstream(({ body }) => {
      asked.push(body);
      return { kind: "text", text: "{}" };
    });
    const languageModel = { baseUrl: upstream.url, model: "scripted" };
    const test = await createTestApp({ database, languageModel });
    try {
      const at = await begin(test);
      await add(at, SCRIPT);
      await add(at, { kind: "country-changed", country: "DE" });
      const wish = "I want to kill myself.";
      await add(at, { kind: "scene-asked", from: 2, to: 2, task: "rewrite", wish, forReader: false });
      const outcome = (await stateOf(at)).scenes[0]?.outcome;
      expect(outcome).toMatchObject({ kind: "failed", trouble: "risk" });
      expect(outcome?.kind === "failed" ? outcome.care?.resources.length : 0).toBeGreaterThan(0);
      expect(asked).toEqual([]);
    } finally {
      await test.close();
      await upstream.close();
    }
  });
});
