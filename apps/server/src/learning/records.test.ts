import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createTestApp } from "../testing/create-test-app.ts";
import type { TestApp, TestPerson } from "../testing/create-test-app.ts";
import { deliverRecords } from "./deliver-records.ts";

interface Received {
  readonly headers: Readonly<Record<string, unknown>>;
  readonly statements: readonly { readonly id: string; readonly verb: { readonly id: string } }[];
}

/** A record store over loopback that answers what it is told to. */
async function startRecordStore() {
  const received: Received[] = [];
  let status = 200;
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      const text = Buffer.concat(parts).toString();
      // The cast is the fake's own: it looks at what it got with the test's eyes.
      received.push({ headers: request.headers, statements: JSON.parse(text) as Received["statements"] });
      response.writeHead(status, { location: "http://169.254.169.254/" }).end("[]");
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // The cast is safe: a server that listens on TCP has such an address.
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `http://127.0.0.1:${String(port)}/xapi`,
    received,
    answerWith: (next: number) => void (status = next),
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

let app: TestApp;
let store: Awaited<ReturnType<typeof startRecordStore>>;
beforeAll(async () => {
  app = await createTestApp();
}, 60_000);
afterAll(() => app.close());
beforeEach(async () => {
  store = await startRecordStore();
});
afterEach(() => store.close());

const SECRET = "geheimes Passwort";

async function connect(): Promise<TestPerson> {
  const owner = await app.signInOwner();
  const setting = {
    endpoint: `${store.endpoint}/`,
    username: "ö",
    password: SECRET,
    home: "https://oe.example",
  };
  const saved = await owner.request("/api/settings/record-store", { method: "PUT", json: setting });
  expect(saved.status).toBe(200);
  expect(await saved.text()).not.toContain(SECRET);
  return owner;
}

async function learn(person: TestPerson): Promise<string> {
  const begun = await person.request("/api/sessions", { json: { experience: "tutor", language: "en" } });
  const { session } = (await begun.json()) as { session: { id: string } };
  for (const act of [
    { kind: "course-chosen", courseId: "fractions" },
    { kind: "task-asked" },
    { kind: "felt", feeling: "frustrated" },
    { kind: "said", text: "I hate this" },
    { kind: "answered", itemId: "read-1", answer: "2/5" },
  ]) {
    const added = await person.request(`/api/sessions/${session.id}/events`, { json: act });
    expect(added.status).toBe(201);
  }
  await app.means.runner.settled(session.id);
  return session.id;
}

const agree = (person: TestPerson, id: string) =>
  person.request(`/api/sessions/${id}/record-sharing`, { method: "PUT" });
const sharing = async (person: TestPerson, id: string): Promise<unknown> =>
  (await person.request(`/api/sessions/${id}/record-sharing`)).json();

describe("statements for a record store", () => {
  it("TX1: are the learner’s own file, without how it felt or what was said", async () => {
    const person = await app.addPerson();
    const id = await learn(person);
    const answer = await person.request(`/api/sessions/${id}/xapi`);
    expect(answer.headers.get("content-disposition")).toContain("open-empathic-xapi.json");
    const text = await answer.text();
    expect(text).toContain("http://adlnet.gov/expapi/verbs/answered");
    expect(text).not.toMatch(/frustrat|hate|felt|feeling/u);
    expect(text).not.toContain(person.id);
    const stranger = await app.addPerson();
    expect((await stranger.request(`/api/sessions/${id}/xapi`)).status).toBe(404);
    expect((await agree(stranger, id)).status).toBe(404);
  });

  it("TX3: go nowhere before the learner agrees, then once each, and nowhere after they stop", async () => {
    await connect();
    const person = await app.addPerson();
    const id = await learn(person);
    await deliverRecords(app.means);
    expect(store.received).toEqual([]);
    expect((await agree(person, id)).status).toBe(200);
    await deliverRecords(app.means);
    await deliverRecords(app.means);
    expect(store.received).toHaveLength(1);
    const [first] = store.received;
    expect(first?.statements.map(({ verb }) => verb.id.split("/").at(-1))).toEqual([
      "experienced",
      "answered",
    ]);
    expect(first?.headers).toMatchObject({
      authorization: `Basic ${Buffer.from(`ö:${SECRET}`).toString("base64")}`,
      "x-experience-api-version": "1.0.3",
    });
    expect(await sharing(person, id)).toMatchObject({ agreed: true, sent: 2, isWaiting: false });

    await person.request(`/api/sessions/${id}/record-sharing`, { method: "DELETE" });
    await person.request(`/api/sessions/${id}/events`, { json: { kind: "task-asked" } });
    await deliverRecords(app.means);
    expect(store.received).toHaveLength(1);
  });

  it("TX4: wait for a store that is down and come later under the same ids, at longer and longer intervals", async () => {
    await connect();
    const person = await app.addPerson();
    const id = await learn(person);
    await agree(person, id);
    for (const status of [503, 302, 400]) {
      store.answerWith(status);
      await deliverRecords(app.means);
      await deliverRecords(app.means);
      app.clock.nowMs += 10 * 60_000;
    }
    expect(store.received).toHaveLength(3);
    expect(await sharing(person, id)).toMatchObject({ sent: 0, isWaiting: true });
    store.answerWith(204);
    await deliverRecords(app.means);
    expect(await sharing(person, id)).toMatchObject({ sent: 2, isWaiting: false });
    const ids = store.received.map(({ statements }) => statements.map((each) => each.id).join());
    expect(new Set(ids).size).toBe(1);
    expect(app.logLines.join()).not.toMatch(/geheim|127\.0\.0\.1:\d/u);
    expect(app.logLines.filter((line) => line.includes('"where":"record-store"'))).toHaveLength(3);
  });

  it("TX4: cost nobody else anything when one session’s cannot be taken", async () => {
    await connect();
    const [one, other] = [await app.addPerson(), await app.addPerson()];
    const ids = [await learn(one), await learn(other)] as const;
    await agree(one, ids[0]);
    app.clock.nowMs += 1;
    await agree(other, ids[1]);
    store.answerWith(400);
    await deliverRecords(app.means);
    store.answerWith(200);
    await deliverRecords(app.means);
    expect(await sharing(one, ids[0])).toMatchObject({ sent: 0, isWaiting: true });
    expect(await sharing(other, ids[1])).toMatchObject({ sent: 2 });
  });

  it("TX3: are not told to another store than the one that was agreed to", async () => {
    const owner = await connect();
    const person = await app.addPerson();
    const id = await learn(person);
    await agree(person, id);
    const elsewhere = await startRecordStore();
    const moved = { endpoint: elsewhere.endpoint, username: "ö", home: "https://oe.example" };
    const keepsPassword = await owner.request("/api/settings/record-store", { method: "PUT", json: moved });
    expect(keepsPassword.status).toBe(400);
    const saved = await owner.request("/api/settings/record-store", {
      method: "PUT",
      json: { ...moved, password: "other" },
    });
    expect(saved.status).toBe(200);
    await deliverRecords(app.means);
    expect([...store.received, ...elsewhere.received]).toEqual([]);
    expect(await sharing(person, id)).toMatchObject({ agreed: false });
    await elsewhere.close();
  });

  it("are set up by the owner alone", async () => {
    const person = await app.addPerson();
    const setting = { endpoint: store.endpoint, username: "a", password: "b", home: "https://oe.example" };
    for (const method of ["PUT", "GET", "DELETE"]) {
      const asked = method === "PUT" ? { method, json: setting } : { method };
      expect((await person.request("/api/settings/record-store", asked)).status).toBe(403);
    }
  });
});
