import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createLog } from "../http/log.ts";
import { createTestApp } from "../testing/create-test-app.ts";
import type { TestApp, TestPerson } from "../testing/create-test-app.ts";
import { createSpeaker } from "./speaker.ts";

/** A voice over loopback that says every text as its own bytes. */
async function startVoice() {
  const asked: { readonly path: string; readonly key: string | undefined; readonly body: unknown }[] = [];
  let answer: { status: number; type: string } = { status: 200, type: "audio/mpeg" };
  const server = createServer((request, response) => {
    const pieces: Buffer[] = [];
    request.on("data", (piece: Buffer) => pieces.push(piece));
    request.on("end", () => {
      const body = JSON.parse(Buffer.concat(pieces).toString()) as { input: string };
      asked.push({ path: request.url ?? "", key: request.headers.authorization, body });
      response.writeHead(answer.status, { "content-type": answer.type, location: "/elsewhere" });
      response.end(`said: ${body.input}`);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // The cast is safe: a server that listens on TCP has such an address.
  const { port } = server.address() as AddressInfo;
  return {
    baseUrl: `http://127.0.0.1:${String(port)}/v1`,
    asked,
    answerWith: (next: Partial<typeof answer>) => void (answer = { ...answer, ...next }),
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

let app: TestApp;
let owner: TestPerson;
let voice: Awaited<ReturnType<typeof startVoice>>;
beforeAll(async () => {
  app = await createTestApp();
  owner = await app.signInOwner();
}, 120_000);
afterAll(() => app.close());
beforeEach(async () => {
  voice = await startVoice();
  const setting = { baseUrl: voice.baseUrl, model: "kokoro", voice: "af_heart", apiKey: "sk-geheim" };
  const saved = await owner.request("/api/settings/voice", { method: "PUT", json: setting });
  expect(await saved.text()).not.toContain("geheim");
});
afterEach(() => voice.close());

const say = (person: TestPerson, text: string) => person.request("/api/voice/speech", { json: { text } });

describe("a voice behind an OpenAI-compatible address", () => {
  it("says words, each once, however often and by whomever they are asked for", async () => {
    const [one, other] = [await app.addPerson(), await app.addPerson()];
    const answers = await Promise.all([say(one, "Breathe in."), say(other, "Breathe in.")]);
    for (const answer of [...answers, await say(one, "Breathe in.")]) {
      expect(answer.headers.get("content-type")).toBe("audio/mpeg");
      expect(await answer.text()).toBe("said: Breathe in.");
    }
    expect(voice.asked).toEqual([
      {
        path: "/v1/audio/speech",
        key: "Bearer sk-geheim",
        body: { model: "kokoro", voice: "af_heart", input: "Breathe in.", response_format: "mp3" },
      },
    ]);
  });

  it.each([{ status: 500 }, { status: 302 }, { type: "text/html" }])(
    "says nothing, and that without an error, while its server answers %o; later it is asked again",
    async (answer) => {
      const person = await app.addPerson();
      voice.answerWith(answer);
      expect((await say(person, "Rest.")).status).toBe(204);
      voice.answerWith({ status: 200, type: "audio/wav" });
      expect((await say(person, "Rest.")).status).toBe(200);
      expect(voice.asked.map(({ path }) => path)).toEqual(["/v1/audio/speech", "/v1/audio/speech"]);
      expect(app.logLines.join()).not.toMatch(/Rest\.|geheim/u);
    },
  );

  it("keeps no more than it has room for, the newest first", async () => {
    const log = createLog(
      () => undefined,
      () => 0,
    );
    const closing = new AbortController().signal;
    const speaker = createSpeaker({ fetch, closing, log, keptBytes: 20 });
    const setting = { baseUrl: voice.baseUrl, model: "m", voice: "v" };
    for (const text of ["aaaaaa", "bbbbbb", "bbbbbb", "aaaaaa"]) await speaker.say(text, setting);
    expect(voice.asked).toHaveLength(3);
  });

  it("is the owner’s to set, keeps its key to itself, and is gone when it is taken away", async () => {
    const person = await app.addPerson();
    expect((await person.request("/api/settings/voice")).status).toBe(403);
    expect(await (await person.request("/api/voice")).json()).toEqual({ isConnected: true });
    // The key does not go along to another server.
    const elsewhere = await startVoice();
    const moved = { baseUrl: elsewhere.baseUrl, model: "m", voice: "v" };
    await owner.request("/api/settings/voice", { method: "PUT", json: moved });
    await say(person, "Here.");
    expect(elsewhere.asked[0]?.key).toBeUndefined();
    await elsewhere.close();
    expect((await say(person, "Nobody is there.")).status).toBe(204);
    expect((await owner.request("/api/settings/voice", { method: "DELETE" })).status).toBe(204);
    expect((await say(person, "Here.")).status).toBe(204);
    expect((await app.request("/api/voice/speech", { json: { text: "x" } })).status).toBe(401);
  });
});
