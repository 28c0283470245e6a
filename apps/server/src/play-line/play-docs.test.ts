import { readFileSync } from "node:fs";
import { playAnswerSchema, playMessageSchema } from "@openempathic/client";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { WebSocket } from "ws";
import type { RunningServer } from "../start-server.ts";
import { startTestServer } from "../testing/index.ts";

const DOCS = readFileSync(new URL("../../../../docs/play.md", import.meta.url), "utf8");

/** The first block of code of a language. */
function blockOf(language: string): string {
  const found = new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\\n\`\`\``, "u").exec(DOCS)?.[1];
  if (found === undefined) throw new Error(`docs/play.md has a block of ${language}`);
  return found;
}

const GODOT = blockOf("gdscript");
const UNITY = blockOf("csharp");

let server: RunningServer;
let cookie = "";
beforeAll(async () => {
  server = await startTestServer({});
  cookie = (await fetch(`${server.url}/api/me`)).headers.get("set-cookie")?.split(";")[0] ?? "";
}, 240_000);
afterAll(() => server.close(), 60_000);

type Frame = Readonly<Record<string, unknown>>;

/** A line as any program opens it: sends a frame, gives the answer to it. */
async function openLine() {
  const socket = new WebSocket(`${server.url.replace("http", "ws")}/api/play/line`, { headers: { cookie } });
  await new Promise((resolve, reject) => {
    socket.on("open", resolve);
    socket.on("error", reject);
  });
  const waiting: ((answer: Frame) => void)[] = [];
  // The casts are the test's own: it looks at what is in an answer.
  socket.on("message", (data) => waiting.shift()?.(JSON.parse((data as Buffer).toString()) as Frame));
  return {
    ask: (frame: Frame) =>
      new Promise<Frame>((resolve) => {
        waiting.push(resolve);
        socket.send(JSON.stringify(frame));
      }),
    close: () => socket.close(),
  };
}

describe("docs/play.md", () => {
  it("L6: shows frames that a running line answers as it says", { timeout: 90_000 }, async () => {
    const frames = [...DOCS.matchAll(/^([<>]) (\{.*\})$/gmu)].map(([, way, text = ""]) => ({
      isSent: way === ">",
      frame: JSON.parse(text) as Frame,
    }));
    const line = await openLine();
    const sent = new Set<unknown>();
    for (const [index, { isSent, frame }] of frames.entries()) {
      if (!isSent) continue;
      const told = frames[index + 1];
      expect(told?.isSent).toBe(false);
      sent.add(frame["type"]);
      expect(await line.ask(frame), JSON.stringify(frame)).toMatchObject(told?.frame ?? {});
    }
    line.close();
    // Every message there is, but loading what was saved, which would be a page long.
    const all = playMessageSchema.options.map(({ shape }) => shape.type.value);
    expect(all.filter((type) => !sent.has(type))).toEqual(["load"]);
  });

  it.each([
    ["Godot", GODOT],
    ["Unity", UNITY],
  ])("L7: has a client for %s of at most 60 lines, which knows every answer", (_, code) => {
    expect(code.split("\n").length).toBeLessThanOrEqual(60);
    expect(Math.max(...code.split("\n").map((line) => line.length))).toBeLessThanOrEqual(125);
    const known = [...code.matchAll(/^\s*(?:case )?"(\w+)": /gmu)].map(([, type]) => type);
    const all = playAnswerSchema.options.map(({ shape }) => shape.type.value);
    expect(known.toSorted()).toEqual(all.toSorted());
  });

  it("L7: has clients that read only fields which an answer of that type has", () => {
    const lines = [GODOT, UNITY].flatMap((code) => code.split("\n"));
    const reads = lines.flatMap((line) => {
      const type = /^\s*(?:case )?"(\w+)": /u.exec(line)?.[1];
      const fields = [...line.matchAll(/answer\["(\w+)"\]/gu)].map(([, field = ""]) => field);
      return type === undefined ? [] : [{ type, fields }];
    });
    expect(reads).toHaveLength(12);
    for (const { type, fields } of reads) {
      const shape = playAnswerSchema.options.find((option) => option.shape.type.value === type)?.shape ?? {};
      expect(fields.length, type).toBeGreaterThan(0);
      for (const field of fields) expect(Object.keys(shape), type).toContain(field);
    }
  });

  it("L7: has clients whose every message a running line takes", { timeout: 90_000 }, async () => {
    const values: Readonly<Record<string, unknown>> = {
      language: "en",
      Language: "en",
      words: "Good evening",
      text: "Good evening",
      characters: [{ id: "lin", goals: { play: 1 } }],
      happening: { consequences: [{ kind: "goal", goal: "play", likelihood: 0.7 }] },
      ms: 16.7,
      score: 0.5,
    };
    const valueOf = (word: string): unknown =>
      word.startsWith('"') ? (JSON.parse(word) as unknown) : values[word];
    const pairs = (text: string, sign: string) =>
      Object.fromEntries(
        [...text.matchAll(new RegExp(`"?(\\w+)"?\\s*${sign}\\s*("[^"]*"|\\w+)`, "gu"))].map(
          ([, name = "", word = ""]) => [name, valueOf(word)] as const,
        ),
      );
    const godot = [...GODOT.matchAll(/ask\(\{(.*)\}\)/gu)].map(([, text = ""]) => pairs(text, ":"));
    const unity = [...UNITY.matchAll(/Ask\(new \{(.*?)\}\)/gu)].map(([, text = ""]) => pairs(text, "="));
    expect(godot.map(({ type }) => type)).toEqual([
      "hello",
      "notices-shown",
      "cast",
      "happen",
      "wait",
      "attempt",
      "said",
    ]);
    expect(unity.map(({ type }) => type)).toEqual(["hello", "notices-shown", "said"]);
    for (const messages of [godot, unity]) {
      const line = await openLine();
      for (const message of messages) {
        expect(await line.ask(message), JSON.stringify(message)).not.toMatchObject({ type: "refused" });
      }
      line.close();
    }
  });
});
