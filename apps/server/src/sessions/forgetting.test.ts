import { sessionAnswerSchema } from "@openempathic/client";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestApp } from "../testing/create-test-app.ts";
import type { TestApp } from "../testing/create-test-app.ts";
import { readEvents } from "./event-store.ts";

let app: TestApp;
beforeAll(async () => void (app = await createTestApp()), 120_000);
afterAll(() => app.close());

const PERSON = { relation: "relation-words", reach: "reach-words", maySuggest: true };

describe("P5: forgetting takes the words out of the stored events", () => {
  it.each<[string, readonly object[], object, RegExp]>([
    [
      "of a passage, also as it was before it was changed",
      [
        { kind: "life-added", passageId: "x", chapter: "work", text: "first-words" },
        { kind: "life-edited", passageId: "x", chapter: "joys", text: "second-words" },
      ],
      { kind: "life-forgotten", passageId: "x" },
      /first-words|second-words/u,
    ],
    [
      "of somebody who was named",
      [{ kind: "person-kept", personId: "x", name: "name-words", ...PERSON }],
      { kind: "person-forgotten", personId: "x" },
      /name-words|relation-words|reach-words/u,
    ],
    [
      "of an approved digest",
      [{ kind: "digest-approved", digestId: "x", fromMs: 0, toMs: 1, text: "digest-words" }],
      { kind: "digest-forgotten", digestId: "x" },
      /digest-words/u,
    ],
  ])("%s, and leaves those of others", async (...[, kept, forgotten, words]) => {
    const person = await app.addPerson();
    const begun = await person.request("/api/sessions", {
      json: { experience: "companion", language: "en" },
    });
    const { id } = sessionAnswerSchema.parse(await begun.json()).session;
    const add = async (json: object) =>
      expect((await person.request(`/api/sessions/${id}/events`, { json })).status).toBe(201);
    for (const act of kept) await add(act);
    for (const act of kept)
      await add(
        JSON.parse(JSON.stringify(act).replaceAll('"x"', '"y"').replaceAll("-words", "-kept")) as object,
      );
    await add(forgotten);
    await app.means.runner.settled(id);
    const stored = JSON.stringify(await readEvents(app.means.db, id));
    expect(stored).not.toMatch(words);
    expect(stored).toMatch(/-kept/u);
    expect(await (await person.request("/api/me/export")).text()).not.toMatch(words);
  });
});
