import { sessionAnswerSchema } from "@openempathic/client";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestApp } from "../testing/create-test-app.ts";
import type { TestApp, TestPerson } from "../testing/create-test-app.ts";
import { careCounts } from "../storage/schema.ts";
import { countCareAnswer, LEAST_SHOWN, readCareMonths } from "./care-counts.ts";

let app: TestApp;
beforeAll(async () => void (app = await createTestApp()), 120_000);
afterAll(() => app.close());

const OCTOBER = Date.UTC(2026, 9, 12);
const DECEMBER = Date.UTC(2026, 11, 1);

async function counted(
  counts: readonly (readonly [step: "plan" | "means" | "staying", country: string, times: number])[],
) {
  await app.means.db.delete(careCounts);
  for (const [step, country, times] of counts)
    for (let index = 0; index < times; index += 1)
      await countCareAnswer(app.means.db, {
        level: "active",
        step,
        country,
        atMs: OCTOBER + index * 3_600_000,
      });
  return readCareMonths(app.means.db, DECEMBER);
}

describe("counts of crisis answers", () => {
  it("C1: hold a day, a level, a rung, a country and a number, and nothing else", async () => {
    app.clock.nowMs = OCTOBER;
    await app.means.db.delete(careCounts);
    const person = await app.addPerson();
    await said(person, "I want to kill myself.");
    expect(await app.means.db.select().from(careCounts)).toEqual([
      { day: "2026-10-12", level: "active", step: "plan", country: "DE", answers: 1 },
    ]);
    await person.request("/api/me", { method: "DELETE" });
    expect(await app.means.db.select().from(careCounts)).toHaveLength(1);
  });

  it("C1: are not of ordinary answers", async () => {
    await app.means.db.delete(careCounts);
    await said(await app.addPerson(), "My day was long and I am tired.");
    expect(await app.means.db.select().from(careCounts)).toEqual([]);
  });

  it("C2: leave out groups of fewer than five, and a total from which such a group could be reckoned", async () => {
    expect(
      await counted([
        ["plan", "DE", 7],
        ["means", "DE", 4],
      ]),
    ).toEqual([
      {
        month: "2026-10",
        answers: null,
        groups: [{ level: "active", step: "plan", country: "DE", answers: 7 }],
        hasSmallGroups: true,
      },
    ]);
    expect(
      await counted([
        ["plan", "DE", 7],
        ["means", "DE", 3],
        ["staying", "AT", 2],
      ]),
    ).toMatchObject([{ answers: 12, groups: [{ answers: 7 }], hasSmallGroups: true }]);
    expect(await counted([["plan", "DE", 4]])).toMatchObject([{ answers: null, groups: [] }]);
  });

  it("C2: never let a number below five be read off or reckoned, whatever was counted", async () => {
    const counts = fc.array(
      fc.tuple(
        fc.constantFrom("plan" as const, "means" as const),
        fc.constantFrom("DE", "AT", ""),
        fc.integer({ min: 1, max: 6 }),
      ),
      { maxLength: 4 },
    );
    await fc.assert(
      fc.asyncProperty(counts, async (list) => {
        for (const { answers, groups, hasSmallGroups } of await counted(list)) {
          const shown = groups.reduce((sum, group) => sum + group.answers, 0);
          for (const group of groups) expect(group.answers).toBeGreaterThanOrEqual(LEAST_SHOWN);
          if (answers !== null && hasSmallGroups) expect(answers - shown).toBeGreaterThanOrEqual(LEAST_SHOWN);
        }
      }),
      { numRuns: 15 },
    );
  });

  it("C3: are shown to the owner only, and only for months that are over", async () => {
    await counted([["plan", "DE", 6]]);
    app.clock.nowMs = OCTOBER;
    const owner = await app.signInOwner();
    expect(await (await owner.request("/api/care-counts")).json()).toEqual({ months: [] });
    app.clock.nowMs = DECEMBER;
    expect(await (await owner.request("/api/care-counts")).json()).toMatchObject({
      months: [{ month: "2026-10", answers: 6 }],
    });
    const person = await app.addPerson();
    expect((await person.request("/api/care-counts")).status).toBe(403);
    expect((await app.request("/api/care-counts")).status).toBe(401);
  });
});

/** Says something in a new conversation and waits for its answer. */
async function said(person: TestPerson, text: string): Promise<void> {
  const json = { experience: "companion", language: "en", country: "DE" };
  const begun = await person.request("/api/sessions", { json });
  const { id } = sessionAnswerSchema.parse(await begun.json()).session;
  await person.request(`/api/sessions/${id}/events`, { json: { kind: "message", text } });
  await app.means.runner.settled(id);
}
