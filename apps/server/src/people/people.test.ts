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

  it("are not those who only joined what somebody else began: their words stand there", async () => {
    const [host, guest] = [await app.addPerson(), await app.addPerson()];
    const begun = await host.request("/api/sessions", { json: { experience: "council", language: "en" } });
    const { session } = (await begun.json()) as { session: { id: string } };
    const invited = await host.request(`/api/sessions/${session.id}/invitation`, { json: {} });
    const { token } = (await invited.json()) as { token: string };
    expect((await guest.request("/api/invitations/join", { json: { token } })).status).toBe(200);
    await forgetUnused(app.means.db, app.clock.nowMs + 3.1 * DAY_MS);
    expect((await guest.request(`/api/sessions/${session.id}/membership`)).status).toBe(200);
  });
});
