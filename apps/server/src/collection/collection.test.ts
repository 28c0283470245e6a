import { asc, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  clipAnswerSchema,
  clipsAnswerSchema,
  createClient,
  newClipAnswerSchema,
  statsSchema,
  taskAnswerSchema,
} from "@openempathic/client";
import { firstBrokenRevocation, replayClip } from "@openempathic/collect";
import type { RevocationEntry } from "@openempathic/collect";
import { firstBreak } from "@openempathic/govern";
import type { ChainedEntry } from "@openempathic/govern";
import { forgetUnused } from "../people/people.ts";
import { createTestApp } from "../testing/index.ts";
import type { TestApp, TestPerson } from "../testing/index.ts";
import { LEASE_MS } from "./collection-means.ts";
import {
  annotationDrafts,
  annotations,
  clipAudit,
  clips,
  revocations,
  slots,
  tasks,
} from "./collection-tables.ts";

let app: TestApp;

beforeAll(async () => {
  app = await createTestApp();
}, 120_000);

afterAll(() => app.close());

const YES = { kind: "value", value: "yes" } as const;
const NO = { kind: "not-present" } as const;

async function consent(person: TestPerson): Promise<string> {
  const json = { purpose: "collection", modalities: ["text"], version: "1" };
  const answer = await person.request("/api/consents", { json });
  return ((await answer.json()) as { consent: { id: string } }).consent.id;
}

/** A language of its own for each test, so that their queues don't meet. */
let languages = 0;
function newLanguage(): string {
  languages += 1;
  return `q${String.fromCharCode(97 + Math.floor(languages / 26), 97 + (languages % 26))}`;
}

interface Given {
  readonly text?: string;
  readonly language: string;
  readonly consent?: string;
}

async function send(person: TestPerson, { text = "We laughed all evening.", ...rest }: Given) {
  const json = { text, licence: "CC0-1.0", consent: await consent(person), intended: "Awe", ...rest };
  return person.request("/api/clips", { json });
}

async function give(person: TestPerson, given: Given) {
  const answer = await send(person, given);
  expect(answer.status).toBe(201);
  return newClipAnswerSchema.parse(await answer.json());
}

async function nextTask(person: TestPerson, language: string) {
  const answer = await person.request(`/api/tasks/next?languages=${language}`);
  expect(answer.status).toBe(200);
  return taskAnswerSchema.parse(await answer.json()).task;
}

/** Takes the next task and answers all its questions alike. */
async function label(person: TestPerson, language: string, answer: object): Promise<Response> {
  const task = await nextTask(person, language);
  if (task === null) throw new Error("there is a task");
  const { place, token } = task.lease;
  const answers = Object.fromEntries(task.questions.map(({ id }) => [id, answer]));
  return person.request("/api/annotations", { json: { task: task.id, lease: { place, token }, answers } });
}

async function codeOf(answer: Response): Promise<string> {
  expect(answer.headers.get("content-type")).toBe("application/problem+json");
  return ((await answer.json()) as { code: string }).code;
}

async function stateOf(clipId: string): Promise<string | undefined> {
  const [row] = await app.means.db.select({ state: clips.state }).from(clips).where(eq(clips.id, clipId));
  return row?.state;
}

function people(count: number): Promise<TestPerson[]> {
  return Promise.all(Array.from({ length: count }, () => app.addPerson()));
}

describe("giving a clip", () => {
  it("C1 takes a text under a standing consent of one's own for this purpose, and gives a receipt", async () => {
    const [maker] = (await people(1)) as [TestPerson];
    const { clip, receipt } = await give(maker, { language: newLanguage() });
    expect(clip).toMatchObject({ state: "annotatable", text: "We laughed all evening.", release: 0 });
    // printf 'We laughed all evening.' | sha256sum
    expect(receipt).toMatchObject({
      clip: clip.id,
      licence: "CC0-1.0",
      sha256: "f2a960b9107c9857160cc9c22f0fea211636147e9f97832bf425ee6f97ddec71",
    });
  });

  it("C1 refuses one without a consent, under another's, a withdrawn one or one for something else", async () => {
    const [maker, other] = (await people(2)) as [TestPerson, TestPerson];
    const language = newLanguage();
    const withdrawn = await consent(maker);
    await maker.request(`/api/consents/${withdrawn}`, { method: "DELETE" });
    const elsewhere = await maker.request("/api/consents", {
      json: { purpose: "research", modalities: ["text"], version: "1" },
    });
    const { consent: research } = (await elsewhere.json()) as { consent: { id: string } };
    for (const given of ["c_nothing", await consent(other), withdrawn, research.id]) {
      const answer = await send(maker, { language, consent: given });
      expect(answer.status).toBe(403);
      expect(await codeOf(answer)).toBe("consent-needed");
    }
  });

  it("C2 keeps what may mean danger or says where somebody is from raters, and says why", async () => {
    const [maker, rater] = (await people(2)) as [TestPerson, TestPerson];
    const language = newLanguage();
    const { clip } = await give(maker, { language, text: "I want to kill myself tonight." });
    expect(clip.state).toBe("quarantined");
    expect(await nextTask(rater, language)).toBeNull();
    const { clips: own } = clipsAnswerSchema.parse(await (await maker.request("/api/clips")).json());
    expect(own[0]).toMatchObject({ state: "quarantined", reason: "risk-imminent" });
  });

  it("C8 does a request once under its Idempotency-Key", async () => {
    const [maker] = (await people(1)) as [TestPerson];
    const json = {
      text: "Once.",
      language: newLanguage(),
      licence: "CC0-1.0",
      consent: await consent(maker),
    };
    const init = { json, headers: { "idempotency-key": "one" } };
    const first = newClipAnswerSchema.parse(await (await maker.request("/api/clips", init)).json());
    const again = newClipAnswerSchema.parse(await (await maker.request("/api/clips", init)).json());
    expect(again).toEqual(first);
    const { clips: own } = clipsAnswerSchema.parse(await (await maker.request("/api/clips")).json());
    expect(own).toHaveLength(1);
  });
});

describe("labelling", () => {
  it("C3 gives nobody their own clip, nor one in a language they did not choose", async () => {
    const [maker, rater] = (await people(2)) as [TestPerson, TestPerson];
    const language = newLanguage();
    const { clip } = await give(maker, { language });
    expect(await nextTask(maker, language)).toBeNull();
    expect(await nextTask(rater, newLanguage())).toBeNull();
    expect((await nextTask(rater, language))?.clip.id).toBe(clip.id);
  });

  it("C3 asks about the category that was meant and one that speaks against it", async () => {
    const [maker, rater] = (await people(2)) as [TestPerson, TestPerson];
    const language = newLanguage();
    await give(maker, { language });
    const task = await nextTask(rater, language);
    expect(task?.questions).toHaveLength(2);
    expect(task?.questions.map(({ about }) => about)).toContain("Awe");
  });

  it("C4 gives the same task again to whoever holds it, and to nobody else", async () => {
    const [maker, one, two] = (await people(3)) as [TestPerson, TestPerson, TestPerson];
    const language = newLanguage();
    await give(maker, { language });
    const first = await nextTask(one, language);
    expect(await nextTask(one, language)).toEqual(first);
    expect(await nextTask(two, language)).toBeNull();
    app.clock.nowMs += LEASE_MS;
    const second = await nextTask(two, language);
    expect(second?.id).toBe(first?.id);
    expect(second?.lease.token).toBe((first?.lease.token ?? 0) + 1);
  });

  it("C6 asks one rater after a “no”, and more after a “yes”, until they agree or are contested", async () => {
    const [maker, ...raters] = (await people(7)) as [TestPerson, ...TestPerson[]];
    const language = newLanguage();
    const absent = await give(maker, { language });
    expect((await label(raters[0] as TestPerson, language, NO)).status).toBe(201);
    expect(await stateOf(absent.clip.id)).toBe("consensus");
    expect(await nextTask(raters[1] as TestPerson, language)).toBeNull();

    const present = await give(maker, { language, text: "What a sky that was!" });
    for (const rater of raters.slice(0, 3)) {
      expect(await stateOf(present.clip.id)).toBe("annotatable");
      expect((await label(rater, language, YES)).status).toBe(201);
    }
    expect(await stateOf(present.clip.id)).toBe("consensus");

    const torn = await give(maker, { language, text: "Well, well." });
    for (const [index, rater] of raters.slice(0, 5).entries())
      await label(rater, language, index % 2 ? NO : YES);
    expect(await stateOf(torn.clip.id)).toBe("contested");
    expect(await nextTask(raters[5] as TestPerson, language)).toBeNull();
  });

  it("C5 refuses late answers, keeps them as a draft, and gives the draft with the task again", async () => {
    const [maker, rater] = (await people(2)) as [TestPerson, TestPerson];
    const language = newLanguage();
    await give(maker, { language });
    const task = await nextTask(rater, language);
    if (task === null) throw new Error("there is a task");
    app.clock.nowMs += LEASE_MS;
    const answers = Object.fromEntries(task.questions.map(({ id }) => [id, YES]));
    const lease = { place: task.lease.place, token: task.lease.token };
    const late = await rater.request("/api/annotations", { json: { task: task.id, lease, answers } });
    expect(late.status).toBe(409);
    expect(await codeOf(late)).toBe("lease-lost");
    const again = await nextTask(rater, language);
    expect(again?.draft).toEqual(answers);
    expect((await label(rater, language, YES)).status).toBe(201);
    expect(
      await app.means.db.select().from(annotationDrafts).where(eq(annotationDrafts.taskId, task.id)),
    ).toEqual([]);
  });

  it("C5 refuses answers for a place that is somebody else's", async () => {
    const [maker, holder, stranger] = (await people(3)) as [TestPerson, TestPerson, TestPerson];
    const language = newLanguage();
    await give(maker, { language });
    const task = await nextTask(holder, language);
    const { place = 0, token = 0 } = task?.lease ?? {};
    const answers = Object.fromEntries((task?.questions ?? []).map(({ id }) => [id, YES]));
    for (const json of [
      { task: task?.id, lease: { place, token }, answers },
      { task: task?.id, lease: { place, token: token + 1 }, answers },
      { task: task?.id, lease: { place: place + 9, token }, answers },
    ])
      expect(await codeOf(await stranger.request("/api/annotations", { json }))).toBe("lease-lost");
    expect((await label(holder, language, NO)).status).toBe(201);
  });

  it("C5 takes the same submit sent again as the same, with a key and without", async () => {
    const [maker, rater] = (await people(2)) as [TestPerson, TestPerson];
    const language = newLanguage();
    await give(maker, { language });
    const task = await nextTask(rater, language);
    const { place, token } = task?.lease ?? {};
    const answers = Object.fromEntries((task?.questions ?? []).map(({ id }) => [id, NO]));
    const json = { task: task?.id, lease: { place, token }, answers };
    const first = await rater.request("/api/annotations", { json });
    const again = await rater.request("/api/annotations", { json });
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(await again.json()).toEqual(await first.json());
  });

  it("C5 says what is wrong with an answer, by question, and lets the lease go on", async () => {
    const [maker, rater] = (await people(2)) as [TestPerson, TestPerson];
    const language = newLanguage();
    await give(maker, { language });
    const wrong = await label(rater, language, { kind: "value", value: "perhaps" });
    expect(wrong.status).toBe(400);
    expect(((await wrong.json()) as { detail: string }).detail).toMatch(/answers\.\w+: must be yes or no/u);
    expect((await label(rater, language, NO)).status).toBe(201);
  });

  it("C6 gives a skipped task to somebody else, and not again to whoever skipped it", async () => {
    const [maker, one, two] = (await people(3)) as [TestPerson, TestPerson, TestPerson];
    const language = newLanguage();
    const { clip } = await give(maker, { language });
    expect((await label(one, language, { kind: "skipped", reason: "distressing" })).status).toBe(201);
    expect(await nextTask(one, language)).toBeNull();
    expect((await nextTask(two, language))?.clip.id).toBe(clip.id);
  });

  it("C7 keeps a superseded answer as it was, assesses anew, and takes no answer of another's", async () => {
    const [maker, rater, other] = (await people(3)) as [TestPerson, TestPerson, TestPerson];
    const language = newLanguage();
    const { clip } = await give(maker, { language });
    const first = (await (await label(rater, language, NO)).json()) as { annotation: { id: string } };
    expect(await stateOf(clip.id)).toBe("consensus");
    const [row] = await app.means.db
      .select()
      .from(annotations)
      .where(eq(annotations.id, first.annotation.id));
    const answers = Object.fromEntries(Object.keys(row?.answers ?? {}).map((id) => [id, YES]));
    const json = { supersedes: first.annotation.id, answers };
    expect((await other.request("/api/annotations", { json })).status).toBe(404);
    expect((await rater.request("/api/annotations", { json })).status).toBe(201);
    expect(await codeOf(await rater.request("/api/annotations", { json }))).toBe("already-superseded");
    expect(await stateOf(clip.id)).toBe("annotatable");
    const [kept] = await app.means.db
      .select()
      .from(annotations)
      .where(eq(annotations.id, first.annotation.id));
    expect(kept).toEqual(row);
    expect((await nextTask(other, language))?.clip.id).toBe(clip.id);
  });
});

describe("the record", () => {
  it("C9 has one audit event for every change of state, hashed onto the one before, and no id of a person", async () => {
    const [maker, rater] = (await people(2)) as [TestPerson, TestPerson];
    const language = newLanguage();
    const { clip } = await give(maker, { language });
    await label(rater, language, NO);
    const rows = await app.means.db
      .select()
      .from(clipAudit)
      .where(eq(clipAudit.clipId, clip.id))
      .orderBy(asc(clipAudit.seq));
    expect(rows.map(({ event }) => event.to)).toEqual([
      "received",
      "screening",
      "annotatable",
      "assessing",
      "consensus",
    ]);
    const chain = rows.map(({ event, hash }) => ({ entry: event, hash }) as unknown as ChainedEntry);
    expect(firstBreak(chain)).toBeUndefined();
    expect(JSON.stringify(rows)).not.toContain(maker.id);
    const contributor = rows[0]?.event.by.id ?? "";
    const life = replayClip(
      rows.map(({ event }) => event),
      { id: clip.id, contributor },
    );
    expect(life?.state).toBe("consensus");
  });
});

describe("withdrawing", () => {
  it("C10 takes a clip back at once: words, tasks, answers and drafts are gone, for its maker alone", async () => {
    const [maker, rater, other] = (await people(3)) as [TestPerson, TestPerson, TestPerson];
    const language = newLanguage();
    const { clip } = await give(maker, { language });
    await label(rater, language, YES);
    const held = await nextTask(other, language);
    expect((await rater.request(`/api/clips/${clip.id}`, { method: "DELETE" })).status).toBe(404);
    const gone = await maker.request(`/api/clips/${clip.id}`, { method: "DELETE" });
    expect(clipAnswerSchema.parse(await gone.json()).clip).toMatchObject({ state: "revoked", text: null });
    const again = await maker.request(`/api/clips/${clip.id}`, { method: "DELETE" });
    expect(clipAnswerSchema.parse(await again.json()).clip.state).toBe("revoked");
    const { db } = app.means;
    expect(await db.select().from(tasks).where(eq(tasks.clipId, clip.id))).toEqual([]);
    for (const table of [slots, annotations, annotationDrafts])
      expect(
        await db
          .select()
          .from(table)
          .where(eq(table.taskId, held?.id ?? "")),
      ).toEqual([]);
    const { place, token } = held?.lease ?? {};
    const json = { task: held?.id, lease: { place, token }, answers: {} };
    expect((await other.request("/api/annotations", { json })).status).toBe(404);
  });

  it("C10 tells those who hold a release, in a feed without gaps", async () => {
    const [maker] = (await people(1)) as [TestPerson];
    const language = newLanguage();
    const { db } = app.means;
    for (const text of ["One.", "Two."]) {
      const { clip } = await give(maker, { language, text });
      await db.update(clips).set({ release: 3, state: "released" }).where(eq(clips.id, clip.id));
      await maker.request(`/api/clips/${clip.id}`, { method: "DELETE" });
    }
    const feed: RevocationEntry[] = await db.select().from(revocations).orderBy(asc(revocations.seq));
    expect(feed.map(({ entry }) => [entry.seq, entry.release])).toEqual([
      [1, 3],
      [2, 3],
    ]);
    expect(firstBrokenRevocation(feed)).toBeUndefined();
  });

  it("C10 takes the clips back with the consent under which they were given", async () => {
    const [maker] = (await people(1)) as [TestPerson];
    const language = newLanguage();
    const given = await consent(maker);
    const { clip } = await give(maker, { language, consent: given });
    const { clip: other } = await give(maker, { language });
    expect((await maker.request(`/api/consents/${given}`, { method: "DELETE" })).status).toBe(200);
    expect([await stateOf(clip.id), await stateOf(other.id)]).toEqual(["revoked", "annotatable"]);
  });

  it("C11 lets somebody leave with everything, and assesses others' clips without their answers", async () => {
    const [maker, leaver, next] = (await people(3)) as [TestPerson, TestPerson, TestPerson];
    const language = newLanguage();
    const { clip: own } = await give(leaver, { language, text: "Mine." });
    const { clip } = await give(maker, { language, text: "Not mine." });
    expect((await label(leaver, language, NO)).status).toBe(201);
    expect(await stateOf(clip.id)).toBe("consensus");
    const file = (await (await leaver.request("/api/me/export")).json()) as {
      collection: { clips: { id: string }[]; annotations: object[] };
    };
    expect(file.collection.clips.map(({ id }) => id)).toEqual([own.id]);
    expect(file.collection.annotations).toHaveLength(1);

    expect((await leaver.request("/api/me", { method: "DELETE" })).status).toBe(204);
    expect(await stateOf(own.id)).toBe("revoked");
    expect(await stateOf(clip.id)).toBe("annotatable");
    const [row] = await app.means.db.select().from(clips).where(eq(clips.id, own.id));
    expect(row).toMatchObject({ contributorId: null, words: null });
    expect((await label(next, language, NO)).status).toBe(201);
    expect(await stateOf(clip.id)).toBe("consensus");
  });
});

describe("who gave something", () => {
  it("C11 is not forgotten for having begun no session", async () => {
    const [maker, rater, idle] = (await people(3)) as [TestPerson, TestPerson, TestPerson];
    const language = newLanguage();
    await give(maker, { language });
    await label(rater, language, NO);
    await forgetUnused(app.means.db, app.clock.nowMs + 4 * 86_400_000);
    const statuses = [];
    for (const person of [maker, rater, idle]) statuses.push((await person.request("/api/clips")).status);
    expect(statuses).toEqual([200, 200, 401]);
  });
});

describe("the typed client", () => {
  const collectionOf = (person: TestPerson) =>
    createClient({
      baseUrl: "http://localhost:4747",
      fetch: async (input, init) => {
        const url = new URL(input instanceof Request ? input.url : input);
        return person.request(`${url.pathname}${url.search}`, init ?? {});
      },
    }).collection;

  it("C1 C3 C5 C10 gives, labels, counts and withdraws", async () => {
    const [maker, rater] = (await people(2)) as [TestPerson, TestPerson];
    const language = newLanguage();
    const giver = collectionOf(maker);
    const licence = "CC-BY-4.0" as const;
    const { clip } = await giver.giveClip({
      text: "So it was.",
      language,
      licence,
      consent: await consent(maker),
    });
    const labeller = collectionOf(rater);
    const task = await labeller.nextTask([language, "en"]);
    if (task === null) throw new Error("there is a task");
    const { place, token } = task.lease;
    const answers = Object.fromEntries(task.questions.map(({ id }) => [id, NO]));
    expect(await labeller.annotate({ task: task.id, lease: { place, token }, answers })).toMatch(/^a_/u);
    expect(await labeller.nextTask([language])).toBeNull();
    expect((await giver.clips())[0]).toMatchObject({ id: clip.id, state: "consensus" });
    expect((await giver.stats()).schema).toBe("open-empathic/stats/1");
    expect(await giver.withdrawClip(clip.id)).toMatchObject({ state: "revoked", text: null });
  });
});

describe("who may", () => {
  const id = "k_0000000000000000000000";
  const lease = { place: 1, token: 1 };
  const clip = { text: "Hello.", language: "en", licence: "CC0-1.0", consent: "c_1" };
  it.each<[string, string, object | undefined]>([
    ["POST", "/api/clips", clip],
    ["GET", "/api/clips", undefined],
    ["DELETE", `/api/clips/${id}`, undefined],
    ["GET", "/api/tasks/next?languages=en", undefined],
    ["POST", "/api/annotations", { task: "t_1", lease, answers: {} }],
  ])("C12 %s %s asks who it is", async (method, path, json) => {
    const init = json === undefined ? { method } : { method, json };
    const nobody = await app.request(path, init);
    expect(nobody.status).toBe(401);
    expect(await codeOf(nobody)).toBe("not-signed-in");
    const wrongKey = await app.request(path, { ...init, headers: { authorization: "Bearer oe_wrong" } });
    expect(await codeOf(wrongKey)).toBe("invalid-api-key");
    const elsewhere = await app.request(path, { ...init, headers: { "sec-fetch-site": "cross-site" } });
    expect(elsewhere.status).toBe(method === "GET" ? 401 : 403);
  });

  it.each<[string, object]>([
    ["an unknown licence", { ...clip, licence: "all rights reserved" }],
    ["an empty text", { ...clip, text: "  " }],
    ["a text that is too long", { ...clip, text: "x".repeat(5_001) }],
    ["a language that is none", { ...clip, language: "English" }],
    ["an unknown category", { ...clip, intended: "Joy" }],
    ["a field that is not known", { ...clip, state: "released" }],
  ])("C12 a clip is refused for %s", async (_what, json) => {
    const [maker] = (await people(1)) as [TestPerson];
    const answer = await maker.request("/api/clips", { json });
    expect(answer.status).toBe(400);
    expect(await codeOf(answer)).toBe("invalid-request");
  });

  it("C13 the figures are for everybody, and show no group below five", async () => {
    const answer = await app.request("/api/stats");
    expect(answer.status).toBe(200);
    const { clips: counted, raters } = statsSchema.parse(await answer.json());
    expect(counted.byState["consensus"]).toBeGreaterThanOrEqual(5);
    expect(counted.byState["contested"]).toBeNull();
    expect(raters).toBeGreaterThanOrEqual(5);
  });
});
