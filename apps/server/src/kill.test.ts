import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createClient } from "@openempathic/client";
import type { Client } from "@openempathic/client";

const ROUNDS = 5;
const PROGRAM = fileURLToPath(new URL("./testing/serve-folder.ts", import.meta.url));

let home: string;
const children = new Set<ChildProcess>();

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), "open-empathic-kill-"));
});

afterAll(async () => {
  for (const child of children) child.kill("SIGKILL");
  await rm(home, { recursive: true, force: true });
});

describe("kill -9", () => {
  it(
    "loses no acknowledged event, whenever it comes",
    async () => {
      const folder = join(home, "data");
      const acknowledged = new Map<number, string>();
      const random = mulberry32(20261123);
      let cookie: string | undefined;
      let sessionId: string | undefined;
      for (let round = 0; round <= ROUNDS; round += 1) {
        const { child, url } = await serve(folder);
        cookie ??= (await fetch(`${url}/api/me`)).headers.get("set-cookie")?.split(";")[0] ?? "";
        const client = createClient({ baseUrl: url, fetch, headers: { cookie } });
        sessionId ??= (await client.createSession({ experience: "companion", language: "en" })).id;

        const stored = new Map(
          (await client.events(sessionId, 0)).map((event) => [
            event.seq,
            event.kind === "message" ? event.text : "",
          ]),
        );
        expect([...stored.keys()]).toEqual(Array.from(stored, (_, index) => index + 1));
        for (const [seq, text] of acknowledged) expect(stored.get(seq)).toBe(text);
        if (round === ROUNDS) {
          child.kill("SIGKILL");
          break;
        }
        const killAfter = 1 + Math.floor(random() * 12);
        await writeAndKill({ client, sessionId, child, killAfter, acknowledged, round });
      }
      expect(acknowledged.size).toBeGreaterThanOrEqual(ROUNDS);
    },
    10 * 60_000,
  );

  it.each([150, 900, 2_500])(
    "%i ms into the very first start leaves a folder that starts",
    async (delayMs) => {
      const folder = join(home, `first-${String(delayMs)}`);
      const child = spawnServer(folder);
      // The moment of the kill is what this test varies; there is no event inside the other process to wait for.
      await new Promise((resolve) => setTimeout(resolve, delayMs));
      child.kill("SIGKILL");
      await once(child, "exit");
      const { child: second, url } = await serve(folder);
      expect((await fetch(`${url}/api/health`)).status).toBe(200);
      second.kill("SIGKILL");
      expect((await readdir(folder)).filter((name) => name.startsWith("pglite.new-"))).toEqual([]);
    },
    120_000,
  );
});

interface Writing {
  readonly client: Client;
  readonly sessionId: string;
  readonly child: ChildProcess;
  readonly killAfter: number;
  readonly acknowledged: Map<number, string>;
  readonly round: number;
}

/** Writes from three sides at once and kills the server in the middle of it. */
async function writeAndKill({
  client,
  sessionId,
  child,
  killAfter,
  acknowledged,
  round,
}: Writing): Promise<void> {
  let count = 0;
  const exited = once(child, "exit");
  const write = async (side: number) => {
    for (let index = 0; ; index += 1) {
      const text = `round ${String(round)}, side ${String(side)}, message ${String(index)}`;
      try {
        const event = await client.postEvent(sessionId, { kind: "message", text });
        acknowledged.set(event.seq, text);
      } catch {
        return;
      }
      count += 1;
      if (count === killAfter) child.kill("SIGKILL");
    }
  };
  await Promise.all([write(1), write(2), write(3), exited]);
}

function spawnServer(folder: string): ChildProcess {
  const child = spawn(process.execPath, ["--conditions=workspace", "--import", "tsx", PROGRAM, folder], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  children.add(child);
  child.once("exit", () => children.delete(child));
  return child;
}

async function serve(folder: string): Promise<{ child: ChildProcess; url: string }> {
  const child = spawnServer(folder);
  if (child.stdout === null) throw new Error("the child's output is piped");
  for await (const url of createInterface({ input: child.stdout })) return { child, url };
  throw new Error("the server ended before it was up");
}

/** A small seeded random source (mulberry32, public domain, Tommy Ettinger). */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
