import { fork } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { Agent, request } from "node:http";
import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { LISTENER_MODEL } from "@openempathic/respond";
import type { BenchTable } from "./bench-table.ts";
import type { Message } from "./gateway-conversations.ts";
import { conversation } from "./gateway-conversations.ts";

/** How the gateway is measured. */
export interface GatewayBenchOptions {
  readonly concurrentStreams: number;
  /** Streams per round; rounds alternate between the direct call and the gateway. */
  readonly streamsPerRound: number;
  readonly rounds: number;
}

/** Milliseconds until the first token with words, and what the gateway adds to them. */
export interface GatewayBenchFigures {
  readonly direct: { readonly median: number; readonly p95: number };
  readonly gateway: { readonly median: number; readonly p95: number };
  /** Of each gateway stream over the median direct stream of its own pair of rounds. */
  readonly added: { readonly median: number; readonly p95: number };
  readonly streams: number;
}

const DEFAULTS: GatewayBenchOptions = { concurrentStreams: 50, streamsPerRound: 200, rounds: 4 };
/** About how long one stream takes; the first starts are spread over it, as people do not type in step. */
const STREAM_MS = 450;

/**
 * Measures what the gateway adds to the time to the first token: 50 streams at once, called directly and through
 * the whole server in alternating rounds of one run. Upstream, server and load each have their own process. Every
 * request ends with a message that nobody has seen, so the perceiver, the risk judgement and the plan are part of it.
 * A stream that the gateway answers without the upstream ends the bench: there is nothing to compare it with.
 */
export async function measureGateway(
  options: Partial<GatewayBenchOptions> = {},
): Promise<GatewayBenchFigures> {
  const { concurrentStreams, streamsPerRound, rounds } = { ...DEFAULTS, ...options };
  const upstream = await startChild("./gateway-upstream.ts", {});
  const server = await startChild("./gateway-server.ts", {
    OPEN_EMPATHIC_LLM_BASE_URL: upstream.url,
    OPEN_EMPATHIC_LLM_MODEL: "scripted-model",
  });
  const load = { concurrentStreams, streams: streamsPerRound };
  try {
    await runRound(server.url, { ...load, round: 0 });
    const direct: number[] = [];
    const gateway: number[] = [];
    const added: number[] = [];
    for (let round = 1; round <= rounds; round += 1) {
      const alone = await runRound(upstream.url, { ...load, round });
      const through = await runRound(server.url, { ...load, round });
      const usual = quantile(alone, 0.5);
      direct.push(...alone);
      gateway.push(...through);
      added.push(...through.map((time) => time - usual));
    }
    const figures = (times: readonly number[]) => ({
      median: quantile(times, 0.5),
      p95: quantile(times, 0.95),
    });
    return {
      direct: figures(direct),
      gateway: figures(gateway),
      added: figures(added),
      streams: gateway.length,
    };
  } finally {
    await Promise.all([server.close(), upstream.close()]);
  }
}

/** The figures of {@link measureGateway} as a table of the bench. */
export async function benchGateway(options: Partial<GatewayBenchOptions> = {}): Promise<BenchTable> {
  const { direct, gateway, added, streams } = await measureGateway(options);
  const ms = (value: number): string => value.toFixed(1);
  return {
    title: "Gateway: time to the first token at 50 concurrent streams (ms)",
    columns: ["", "median", "p95"],
    rows: [
      ["called directly", ms(direct.median), ms(direct.p95)],
      ["through Open Empathic", ms(gateway.median), ms(gateway.p95)],
      ["added", ms(added.median), ms(added.p95)],
    ],
    notes: [
      `${streams} streams each way in alternating rounds; the upstream gives its first token after 100 ms and the ` +
        "others 10 to 20 ms apart, in a process of its own. Added: each stream's time over the median direct " +
        "stream of its pair of rounds. Bar: median at most 15, p95 at most 40.",
    ],
  };
}

interface Child {
  readonly url: string;
  close(): Promise<void>;
}

async function startChild(file: string, environment: Readonly<Record<string, string>>): Promise<Child> {
  const child: ChildProcess = fork(fileURLToPath(new URL(file, import.meta.url)), {
    env: { ...process.env, ...environment },
  });
  const exited = once(child, "exit");
  const [message] = (await Promise.race([
    once(child, "message"),
    exited.then(() => Promise.reject(new Error(`${file} ended before it said its address.`))),
  ])) as [{ readonly url: string }];
  return {
    url: message.url,
    close: async () => {
      child.disconnect();
      await exited;
    },
  };
}

interface Load {
  readonly concurrentStreams: number;
  readonly streams: number;
  /** Number of the round; each has conversations of its own. */
  readonly round: number;
}

/** Keeps the given number of streams open until all have run; milliseconds to each one's first words. */
async function runRound(baseUrl: string, { concurrentStreams, streams, round }: Load): Promise<number[]> {
  const agent = new Agent({ keepAlive: true });
  const times: number[] = [];
  let next = 0;
  const person = async (_value: unknown, position: number): Promise<void> => {
    await delay((position * STREAM_MS) / concurrentStreams);
    while (next < streams) {
      const messages = conversation(next, { number: round, streams });
      next += 1;
      times.push(await timeToFirstWords(baseUrl, messages, agent));
    }
  };
  await Promise.all(Array.from({ length: concurrentStreams }, person));
  agent.destroy();
  return times;
}

function timeToFirstWords(baseUrl: string, messages: readonly Message[], agent: Agent): Promise<number> {
  const body = JSON.stringify({ model: "scripted-model", stream: true, messages });
  const headers = { "content-type": "application/json", "content-length": Buffer.byteLength(body) };
  return new Promise((resolve, reject) => {
    const startedMs = performance.now();
    const asking = request(`${baseUrl}/chat/completions`, { method: "POST", agent, headers }, (response) => {
      let head = "";
      let firstMs: number | undefined;
      response.setEncoding("utf8");
      response.on("data", (text: string) => {
        if (firstMs !== undefined) return;
        head += text;
        if (/"delta":\{[^}]*"content":"[^"]/u.test(head)) firstMs = performance.now() - startedMs;
      });
      response.on("end", () => {
        if (firstMs === undefined) {
          reject(
            new Error(`No words from ${baseUrl}: status ${response.statusCode ?? 0}, ${head.slice(0, 300)}`),
          );
        } else if (head.includes(`"model":"${LISTENER_MODEL}"`)) {
          // The crisis script asks no upstream and waits for none: its time would make the figures better than they are.
          reject(new Error(`The gateway answered in words of its own: ${body}`));
        } else resolve(firstMs);
      });
      response.on("error", reject);
    });
    asking.on("error", reject);
    asking.end(body);
  });
}

/** Quantile of a sample by linear interpolation (type 7 of Hyndman & Fan 1996, doi:10.2307/2684934). */
function quantile(sample: readonly number[], share: number): number {
  const sorted = sample.toSorted((a, b) => a - b);
  const position = (sorted.length - 1) * share;
  const low = sorted[Math.floor(position)] ?? NaN;
  const high = sorted[Math.ceil(position)] ?? NaN;
  return low + (high - low) * (position - Math.floor(position));
}
