import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { participants, participantTokens } from "../storage/schema.ts";
import { createTestApp } from "../testing/create-test-app.ts";
import type { TestApp } from "../testing/create-test-app.ts";
import { forgetUnused } from "./people.ts";

const DAY_MS = 86_400_000;
let app: TestApp;

beforeAll(async () => {
  app = await createTestApp();
}, 60_000);

afterAll(() => app.close());

describe("people who came and did nothing", () => {
  it("are forgotten after three days; who has a session, a consent or the server itself is not", async () => {
    const [idle, talker, giver, owner] = [
      await app.addPerson(),
      await app.addPerson(),
      await app.addPerson(),
      await app.signInOwner(),
    ];
    await talker.request("/api/sessions", { json: { experience: "companion", language: "en" } });
    const consent = { purpose: "companion", modalities: ["text"], version: "1" };
    expect((await giver.request("/api/consents", { json: consent })).status).toBe(201);
    const known = async () =>
      (await app.means.db.select({ id: participants.id }).from(participants)).map(({ id }) => id).toSorted();
    const all = [idle.id, talker.id, giver.id, owner.id].toSorted();
    await forgetUnused(app.means.db, app.clock.nowMs + 2.9 * DAY_MS);
    expect(await known()).toEqual(all);
    await forgetUnused(app.means.db, app.clock.nowMs + 3.1 * DAY_MS);
    expect(await known()).toEqual(all.filter((id) => id !== idle.id));
    // Browsers keep a cookie for 400 days at most.
    await forgetUnused(app.means.db, app.clock.nowMs + 402 * DAY_MS);
    expect(await app.means.db.select().from(participantTokens)).toEqual([]);
    expect(await known()).toContain(talker.id);
  });
});
