import { constants } from "node:fs";
import { access, stat } from "node:fs/promises";
import { createServer } from "node:net";
import { once } from "node:events";
import { dirname, resolve } from "node:path";
import { createClient } from "@openempathic/client";
import { CommandFailure } from "../command-failure.ts";
import { oneOf, readFlags, wholeNumber } from "../flags.ts";
import type { Command } from "../command.ts";
import { openChosen } from "../open-chosen.ts";
import { say, type Terminal } from "../terminal.ts";

/** What one look at this machine found. */
interface Finding {
  readonly name: string;
  /** "note": works, and is worth knowing. */
  readonly verdict: "ok" | "note" | "broken";
  readonly detail: string;
}

const command = "doctor";
const ANSWER_WITHIN_MS = 3000;

/** `open-empathic doctor`: whether everything that the server needs is there. */
export const doctor: Command = async (args, { stdout, env }) => {
  const { values } = readFlags(args, {
    command,
    options: { port: { type: "string" }, data: { type: "string" }, as: { type: "string", default: "text" } },
  });
  const as = oneOf(values.as, ["text", "json"], { flag: "as", command });
  const port = wholeNumber(values.port ?? env["OPEN_EMPATHIC_PORT"] ?? "4747", [0, 65_535], {
    flag: "port",
    command,
  });
  const findings = [
    checkNode(process.versions.node),
    await checkWeights(env),
    await checkDataFolder(resolve(values.data ?? env["OPEN_EMPATHIC_DATA"] ?? "./data")),
    await checkPort(port),
    await checkLanguageModel(env),
  ];
  const isWell = findings.every(({ verdict }) => verdict !== "broken");
  if (as === "json") await say(stdout, JSON.stringify({ ok: isWell, findings }));
  else for (const finding of findings) await say(stdout, lineOf(finding));
  if (!isWell) throw new CommandFailure("something is broken; see above");
};

function lineOf({ name, verdict, detail }: Finding): string {
  return `${verdict.padEnd(6)}  ${name.padEnd(14)}  ${detail}`;
}

function checkNode(version: string): Finding {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const isEnough = major > 20 || (major === 20 && minor >= 19);
  const detail = isEnough ? version : `${version}; 20.19 or newer is needed`;
  return { name: "Node", verdict: isEnough ? "ok" : "broken", detail };
}

async function checkWeights(env: Terminal["env"]): Promise<Finding> {
  const name = "text weights";
  try {
    const perceivers = await openChosen(undefined, { command, many: false, env });
    const { id, version } = perceivers.text;
    await perceivers.close();
    return { name, verdict: "ok", detail: `${id} ${version}, the digest is that of its card` };
  } catch (error) {
    return { name, verdict: "broken", detail: messageOf(error) };
  }
}

async function checkDataFolder(folder: string): Promise<Finding> {
  const name = "data folder";
  try {
    const found = await stat(folder);
    if (!found.isDirectory()) return { name, verdict: "broken", detail: `${folder} is not a folder` };
    await access(folder, constants.R_OK | constants.W_OK);
    return { name, verdict: "ok", detail: folder };
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) {
      return { name, verdict: "broken", detail: `${folder} cannot be used (${messageOf(error)})` };
    }
  }
  const parent = await nearestFolder(folder);
  const isWritable = await access(parent, constants.W_OK).then(() => true, () => false); // prettier-ignore
  const detail = isWritable
    ? `${folder} will be made at the first start`
    : `${folder} is missing and ${parent} cannot be written`;
  return { name, verdict: isWritable ? "ok" : "broken", detail };
}

async function nearestFolder(path: string): Promise<string> {
  const parent = dirname(path);
  const isThere = await access(parent).then(() => true, () => false); // prettier-ignore
  return isThere || parent === path ? parent : await nearestFolder(parent);
}

async function checkPort(port: number): Promise<Finding> {
  const name = "port";
  const server = createServer();
  try {
    server.listen(port, "127.0.0.1");
    await once(server, "listening");
    return { name, verdict: "ok", detail: `${String(port)} is free` };
  } catch {
    const client = createClient({ baseUrl: `http://127.0.0.1:${String(port)}`, fetch: globalThis.fetch });
    const signal = AbortSignal.timeout(ANSWER_WITHIN_MS);
    const health = await client.health({ signal }).catch(() => undefined);
    return health === undefined
      ? {
          name,
          verdict: "broken",
          detail: `${String(port)} is taken by another program; choose one with --port`,
        }
      : {
          name,
          verdict: "note",
          detail: `${String(port)}: Open Empathic ${health.version} is running there`,
        };
  } finally {
    server.close();
  }
}

/** Asks only whether anything answers at the address; language models are asked for words by the server alone. */
async function checkLanguageModel(env: Readonly<Record<string, string | undefined>>): Promise<Finding> {
  const name = "language model";
  const baseUrl = env["OPEN_EMPATHIC_LLM_BASE_URL"];
  if (!baseUrl) {
    return {
      name,
      verdict: "note",
      detail: "none in the environment: the built-in listener answers unless one is saved",
    };
  }
  const model = env["OPEN_EMPATHIC_LLM_MODEL"];
  if (!model)
    return {
      name,
      verdict: "broken",
      detail: "OPEN_EMPATHIC_LLM_MODEL is needed with OPEN_EMPATHIC_LLM_BASE_URL",
    };
  try {
    const key = env["OPEN_EMPATHIC_LLM_API_KEY"];
    const response = await fetch(`${baseUrl.replace(/\/+$/u, "")}/models`, {
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
      ...(key ? { headers: { authorization: `Bearer ${key}` } } : {}),
    });
    await response.body?.cancel();
    if (response.ok) return { name, verdict: "ok", detail: `${model}: its server answers` };
    return { name, verdict: "broken", detail: `its server answers with HTTP ${String(response.status)}` };
  } catch (error) {
    return { name, verdict: "broken", detail: `no answer from its server (${messageOf(error)})` };
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
