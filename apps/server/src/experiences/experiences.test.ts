import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createClient, storedEventSchema } from "@openempathic/client";
import {
  INITIAL_SESSION_FRAME,
  mayPerceiveText,
  noticesToShow,
  takeEvent,
  takeFrameEvent,
} from "@openempathic/experiences";
import type { Experience, SessionFrame, ShowNotices, Stamp, StoredEvent } from "@openempathic/experiences";
import type { Estimate } from "@openempathic/affect";
import { z } from "zod";
import { readEvents } from "../sessions/event-store.ts";
import { runDueEvents } from "../sessions/schedule.ts";
import { openDatabase } from "../storage/open-database.ts";
import type { OpenDatabase } from "../storage/open-database.ts";
import { createTestApp } from "../testing/index.ts";
import type { TestApp, TestPerson } from "../testing/index.ts";
import { perceiveText } from "./perceive-text.ts";
import { SERVED_EXPERIENCES } from "./served-experiences.ts";
import { serve } from "./served-experience.ts";

// A second experience, of these tests alone: a pot in which seeds are put, watered at a time, each with a wish.
type PotAct =
  | { readonly kind: "seeded"; readonly wish: string }
  | { readonly kind: "watering-asked"; readonly atMs: number }
  | { readonly kind: "wish-forgotten"; readonly wishId: string };
type PotEvent = Stamp &
  (
    | PotAct
    | { readonly kind: "grown"; readonly of: number; readonly estimate: Estimate }
    | { readonly kind: "withered"; readonly of: number }
    | { readonly kind: "watered" }
    | { readonly kind: "session-started"; readonly language: "en" | "de" }
    | { readonly kind: "notices-shown"; readonly notices: readonly string[] }
    | { readonly kind: "notices-acknowledged" }
  );
interface Pot extends SessionFrame {
  readonly open: readonly { readonly of: number; readonly wish: string }[];
  readonly grown: number;
  readonly waterAtMs: number | null;
}
type PotEffect =
  | ShowNotices
  | { readonly kind: "grow"; readonly of: number; readonly wish: string }
  | { readonly kind: "water"; readonly atMs: number };

const pot: Experience<Pot, PotEvent, never, PotEffect> = {
  id: "pot",
  purpose: "play",
  initial: { ...INITIAL_SESSION_FRAME, open: [], grown: 0, waterAtMs: null },
  apply: (state, event) => ({
    state: takeEvent(state, event, { purpose: "play", usedBy: ["seeded"], change }),
    outputs: [],
  }),
  pendingEffects: (state) => [
    ...noticesToShow(state),
    ...(mayPerceiveText(state) ? state.open.map((seed) => ({ kind: "grow", ...seed }) as const) : []),
    ...(state.waterAtMs === null ? [] : [{ kind: "water", atMs: state.waterAtMs } as const]),
  ],
};

function change(state: Pot, event: PotEvent): Pot {
  switch (event.kind) {
    case "seeded":
      return { ...state, open: [...state.open, { of: event.seq, wish: event.wish }] };
    case "grown":
    case "withered": {
      const open = state.open.filter(({ of }) => of !== event.of);
      return { ...state, open, grown: state.grown + (event.kind === "grown" ? 1 : 0) };
    }
    case "watering-asked":
      return { ...state, waterAtMs: event.atMs };
    case "watered":
      return { ...state, waterAtMs: null };
    case "wish-forgotten":
    case "session-started":
    case "notices-shown":
    case "notices-acknowledged":
    default:
      return takeFrameEvent(state, event);
  }
}

const potAct = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("seeded"), wish: z.string().min(1) }),
  z.strictObject({ kind: z.literal("watering-asked"), atMs: z.number() }),
  z.strictObject({ kind: z.literal("wish-forgotten"), wishId: z.string() }),
]);

const servedPot = serve<Pot, PotAct, PotEvent, PotEffect>({
  experience: pot,
  // The cast is the test's own: it looks at the events it reads.
  schemas: { personEvent: potAct, event: storedEventSchema as unknown as z.ZodType<PotEvent> },
  asksForWork: ["seeded"],
  async *runEffect(means, { effect, state, signal }) {
    if (effect.kind !== "grow") return;
    if (effect.wish === "weeds") throw new RangeError("weeds");
    const asked = { purpose: pot.purpose, frame: state, text: effect.wish, signal };
    yield { kind: "grown", of: effect.of, estimate: await perceiveText(means, asked) };
  },
  failureEvent: (_state, effect) =>
    effect.kind === "grow" ? { kind: "withered", of: effect.of } : undefined,
  scheduled: (effect) =>
    effect.kind === "water" ? { atMs: effect.atMs, event: { kind: "watered" } } : undefined,
  titleFrom: (event) => (event.kind === "seeded" ? event.wish : undefined),
});

const experiences = new Map([...SERVED_EXPERIENCES, ["pot", servedPot]]);

let database: OpenDatabase;
let app: TestApp;
beforeAll(async () => {
  database = await openDatabase({ kind: "memory" });
  app = await createTestApp({ database, experiences });
}, 60_000);
afterAll(async () => {
  await app.close();
  await database.close();
});

async function begin(person: TestPerson, experience: string): Promise<string> {
  const answer = await person.request("/api/sessions", { json: { experience, language: "en" } });
  expect(answer.status).toBe(201);
  const { session } = (await answer.json()) as { session: { id: string } };
  await app.means.runner.settled(session.id);
  return session.id;
}

async function add(
  person: TestPerson,
  id: string,
  { key, ...json }: { readonly kind: string; readonly key?: string; readonly [field: string]: unknown },
): Promise<Response> {
  const headers = key === undefined ? {} : { "idempotency-key": key };
  const answer = await person.request(`/api/sessions/${id}/events`, { json, headers });
  await app.means.runner.settled(id);
  return answer;
}

const kindsOf = (events: readonly StoredEvent[]) => events.map(({ kind }) => kind);

describe("a second experience beside the companion", () => {
  it("has its own fold, effects and events; notices are shown and text is perceived under its purpose", async () => {
    const person = await app.addPerson();
    const id = await begin(person, "pot");
    expect((await add(person, id, { kind: "seeded", wish: "I hope to see her." })).status).toBe(201);
    const events = await readEvents(database.db, id);
    expect(kindsOf(events)).toEqual(["session-started", "notices-shown", "seeded", "grown"]);
    expect(events[3]).toMatchObject({ estimate: { abstained: null, modality: "text" } });
    expect(await app.means.runner.stateOf(id)).toMatchObject({ grown: 1, open: [] });
  });

  it("takes no other experience's acts, and says what was expected", async () => {
    const person = await app.addPerson();
    const id = await begin(person, "pot");
    const other = await begin(person, "companion");
    expect((await add(person, id, { kind: "message", text: "Hello" })).status).toBe(400);
    expect((await add(person, other, { kind: "seeded", wish: "Hello" })).status).toBe(400);
    const refused = await add(person, id, { kind: "seeded", wish: "" });
    expect(await refused.json()).toMatchObject({
      code: "invalid-request",
      detail: expect.stringContaining("wish") as string,
    });
    const unknown = await person.request("/api/sessions", { json: { experience: "vase", language: "en" } });
    expect(unknown.status).toBe(400);
  });

  it("is listed by itself or among all, exported and deleted like the companion", async () => {
    const person = await app.addPerson();
    const id = await begin(person, "pot");
    await add(person, id, { kind: "seeded", wish: "A tree" });
    await begin(person, "companion");
    const listed = async (query: string) => {
      const answer = await person.request(`/api/sessions${query}`);
      const { sessions } = (await answer.json()) as { sessions: { experience: string; title: string }[] };
      return sessions;
    };
    expect((await listed("")).map(({ experience }) => experience).toSorted()).toEqual(["companion", "pot"]);
    expect(await listed("?experience=pot")).toMatchObject([{ experience: "pot", title: "A tree" }]);
    const exported = await (await person.request("/api/me/export")).text();
    expect(exported).toContain("A tree");
    const stranger = await app.addPerson();
    expect((await stranger.request(`/api/sessions/${id}/events`)).status).toBe(404);
    expect((await add(stranger, id, { kind: "seeded", wish: "Mine" })).status).toBe(404);
    expect((await person.request("/api/me", { method: "DELETE" })).status).toBe(204);
    expect(await readEvents(database.db, id)).toEqual([]);
  });

  it("does a write once under its key, and goes on after a restart where it stopped", async () => {
    const person = await app.addPerson();
    const id = await begin(person, "pot");
    await add(person, id, { kind: "seeded", wish: "Once", key: "k1" });
    await add(person, id, { kind: "seeded", wish: "Once", key: "k1" });
    expect(kindsOf(await readEvents(database.db, id)).filter((kind) => kind === "seeded")).toHaveLength(1);
    // As if the process had been killed right after the acknowledgement.
    const { appendEvent } = await import("../sessions/event-store.ts");
    const event = { kind: "seeded", wish: "Twice" };
    await appendEvent(database.db, id, { event, atMs: app.clock.nowMs });
    const next = await createTestApp({ database, experiences });
    await next.means.runner.resume();
    await next.means.runner.settled(id);
    expect(kindsOf(await readEvents(database.db, id)).filter((kind) => kind === "grown")).toHaveLength(2);
    await next.close();
  });

  it("gets its own event for an effect that failed, and the log no word of it", async () => {
    const person = await app.addPerson();
    const id = await begin(person, "pot");
    await add(person, id, { kind: "seeded", wish: "weeds" });
    expect(kindsOf(await readEvents(database.db, id)).at(-1)).toBe("withered");
    expect(app.logLines.join("\n")).toContain("effect-grow");
    expect(app.logLines.join("\n")).not.toContain("weeds");
  });

  it("gets what it scheduled, once, however late, and after a restart too", async () => {
    const person = await app.addPerson();
    const id = await begin(person, "pot");
    const atMs = app.clock.nowMs + 1000;
    await add(person, id, { kind: "watering-asked", atMs });
    expect(await runDueEvents(database.db, experiences, atMs - 1)).not.toContain(id);
    expect(await runDueEvents(database.db, SERVED_EXPERIENCES, atMs + 9e9)).not.toContain(id);
    expect(await runDueEvents(database.db, experiences, atMs + 9e9)).toContain(id);
    expect(await runDueEvents(database.db, experiences, atMs + 9e9)).not.toContain(id);
    expect(kindsOf(await readEvents(database.db, id)).at(-1)).toBe("watered");
  });

  it("is left alone by a server that does not have it", async () => {
    const person = await app.addPerson();
    const id = await begin(person, "pot");
    await add(person, id, { kind: "seeded", wish: "Later" });
    const older = await createTestApp({ database });
    const events = (await readEvents(database.db, id)).length;
    older.means.runner.wake(id);
    await older.means.runner.settled(id);
    expect(await readEvents(database.db, id)).toHaveLength(events);
    expect(older.logLines.join("\n")).toContain("session-run");
    await older.close();
  });

  it("is described to programs, act by act", async () => {
    const described = await (await app.request("/api/openapi.json")).text();
    for (const kind of ["seeded", "check-in-asked"]) expect(described).toContain(`"${kind}"`);
  });
});

describe("a client of one experience", () => {
  it("begins, adds and reads with that experience's own events", async () => {
    const person = await app.addPerson();
    const client = createClient({
      baseUrl: "http://localhost:4747",
      // The cast is safe: the test's app answers what fetch would.
      fetch: ((url: string, init?: RequestInit) => person.request(url.slice(21), init)) as typeof fetch,
    });
    const companion = client.experience("companion");
    const { id, experience } = await companion.begin({ language: "de" });
    expect(experience).toBe("companion");
    await companion.postEvent(id, { kind: "message", text: "Hallo" });
    await app.means.runner.settled(id);
    expect(kindsOf(await companion.events(id, 0))).toContain("replied");
    expect(await client.sessions({ experience: "pot" })).toEqual([]);
  });
});
