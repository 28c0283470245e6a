import { CALM_SCRIPT_SCHEMA } from "@openempathic/experiences/calm";
import type { CalmState } from "@openempathic/experiences/calm";
import { startScriptedUpstream } from "@openempathic/respond/testing";
import type { UpstreamScript } from "@openempathic/respond/testing";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { readEvents } from "../../sessions/event-store.ts";
import { openDatabase } from "../../storage/open-database.ts";
import type { OpenDatabase } from "../../storage/open-database.ts";
import { createTestApp } from "../../testing/create-test-app.ts";
import type { TestApp, TestPerson } from "../../testing/create-test-app.ts";

// On a busy machine a server and its model take seconds to come up.
vi.setConfig({ testTimeout: 60_000 });

let database: OpenDatabase;
beforeAll(async () => {
  database = await openDatabase({ kind: "memory" });
}, 60_000);
afterAll(() => database.close());

async function begin(app: TestApp, person: TestPerson): Promise<string> {
  const answer = await person.request("/api/sessions", { json: { experience: "calm", language: "en" } });
  const { session } = (await answer.json()) as { session: { id: string } };
  await app.means.runner.settled(session.id);
  return session.id;
}

async function add(app: TestApp, at: { person: TestPerson; id: string }, json: object): Promise<number> {
  const answer = await at.person.request(`/api/sessions/${at.id}/events`, { json });
  await app.means.runner.settled(at.id);
  return answer.status;
}

/** A person's session on a server of its own, with what the connected model says. */
async function withModel(script: UpstreamScript | undefined, use: (app: TestApp) => Promise<void>) {
  const upstream = script === undefined ? undefined : await startScriptedUpstream(script);
  const languageModel =
    upstream === undefined ? {} : { languageModel: { baseUrl: upstream.url, model: "m" } };
  const app = await createTestApp({ database, ...languageModel });
  try {
    await use(app);
  } finally {
    await app.close();
    await upstream?.close();
  }
}

async function stateOf(app: TestApp, id: string): Promise<CalmState> {
  // The cast is safe: the session is one of calm.
  return (await app.means.runner.stateOf(id)) as unknown as CalmState;
}

const kindsOf = async (id: string) => (await readEvents(database.db, id)).map(({ kind }) => kind);
const ASKED = { kind: "sitting-asked", minutes: 1, technique: "grounding", writeWords: true };

describe("calm on the server", () => {
  it("judges a note before anything else, and composes without a language model, saying what is lost", async () => {
    await withModel(undefined, async (app) => {
      const person = await app.addPerson();
      const id = await begin(app, person);
      expect(await add(app, { person, id }, { kind: "note-written", text: "A long day." })).toBe(201);
      expect(await add(app, { person, id }, ASKED)).toBe(201);
      expect(await kindsOf(id)).toEqual([
        "session-started",
        "notices-shown",
        "note-written",
        "risk-judged",
        "sitting-asked",
        "words-not-written",
      ]);
      const { current, notes } = await stateOf(app, id);
      expect(notes[0]?.risk?.level).toBe("none");
      expect(current?.script.schema).toBe(CALM_SCRIPT_SCHEMA);
      expect(current?.words.trouble).toBe("No language model is connected.");
    });
  });

  it("takes a model's words where they fit, and asks none once a note speaks of danger", async () => {
    const line = { place: 0, text: "Look around where you are." };
    const asked: string[] = [];
    const script: UpstreamScript = ({ body }) => {
      asked.push(body);
      return { kind: "text", text: JSON.stringify({ lines: [line] }) };
    };
    await withModel(script, async (app) => {
      const person = await app.addPerson();
      const id = await begin(app, person);
      await add(app, { person, id }, ASKED);
      const { current } = await stateOf(app, id);
      expect(current?.words).toEqual({ by: "language-model", pending: false, taken: 1, leftOut: 0 });
      expect(current?.script.segments[0]).toMatchObject({ text: line.text });
      expect(asked).toHaveLength(1);
      expect(asked[0]).toContain("at most");
      await add(app, { person, id }, { kind: "note-written", text: "I want to die." });
      await add(app, { person, id }, ASKED);
      expect(asked).toHaveLength(1);
      expect((await stateOf(app, id)).latch.level).not.toBe("none");
    });
  });

  it("says so when a model writes what cannot be used", async () => {
    await withModel({ kind: "text", text: "I would rather not." }, async (app) => {
      const person = await app.addPerson();
      const id = await begin(app, person);
      await add(app, { person, id }, ASKED);
      expect((await stateOf(app, id)).current?.words).toMatchObject({
        by: "library",
        trouble: "What the language model wrote could not be used.",
      });
    });
  });

  it("refuses what no page sends", async () => {
    await withModel(undefined, async (app) => {
      const person = await app.addPerson();
      const id = await begin(app, person);
      for (const json of NONSENSE) {
        expect(await add(app, { person, id }, json), JSON.stringify(json)).toBe(400);
      }
      expect(await kindsOf(id)).toEqual(["session-started", "notices-shown"]);
    });
  });
});

const NONSENSE: readonly object[] = [
  { kind: "sitting-asked", minutes: 0 },
  { kind: "sitting-asked", minutes: 600 },
  { kind: "sitting-asked", minutes: 5, technique: "levitation" },
  { kind: "sitting-asked", minutes: 5, before: { valence: 2, arousal: 0 } },
  { kind: "sitting-asked", minutes: 5, cautions: ["bored"] },
  { kind: "sitting-ended", of: 3, atSeconds: -1, how: "finished" },
  { kind: "sitting-ended", of: 3, atSeconds: 1, how: "levitated" },
  { kind: "note-written", text: " " },
  { kind: "words-written", of: 3, words: [] },
];
