import { randomUUID } from "node:crypto";
import { readFileSync, readlinkSync } from "node:fs";
import { mkdir, open, readFile, rename, rm, stat, utimes } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { DataFolderError } from "../startup/data-folder-error.ts";
import { DataFolderInUseError } from "../startup/data-folder-in-use-error.ts";

/** The right to be the only server on a data folder. */
export interface FolderLock {
  /** Aborts when the lock was lost, for example because the folder was removed: stop writing at once. */
  readonly lost: AbortSignal;
  release(): Promise<void>;
}

interface Holder {
  readonly nonce: string;
  readonly pid: number;
  /** Where the pid counts: the machine, and its pid namespace, since a container has numbers of its own. */
  readonly place: string;
  /** When the process began, as its system tells it; absent where the system does not. */
  readonly began?: string;
}

const FILE = "server.lock";
const BEAT_MS = 1_000;
// A holder that is alive beats every second; four of them missing is more than a busy machine explains.
const WATCH_MS = 4_000;

/**
 * Takes the data folder for this process, or says who has it. The file names its holder, and the holder touches
 * it every second. What a killed process left behind is taken over: at once where its number is gone or now
 * belongs to another process, and after watching for a heartbeat where this system cannot tell.
 *
 * @throws {DataFolderError} When the folder cannot be made or written.
 * @throws {DataFolderInUseError} When another server holds it.
 */
export async function lockFolder(folder: string): Promise<FolderLock> {
  const path = join(folder, FILE);
  const mine: Holder = { nonce: randomUUID(), ...thisProcess() };
  try {
    await mkdir(folder, { recursive: true });
    for (;;) {
      if (await created(path, mine)) return held(path, mine);
      const other = await readHolder(path);
      if (await isAlive(path, other)) throw new DataFolderInUseError(folder, other?.pid);
      await removeStale(path, other);
    }
  } catch (error) {
    throw error instanceof DataFolderInUseError ? error : new DataFolderError(folder, { cause: error });
  }
}

async function created(path: string, holder: Holder): Promise<boolean> {
  try {
    const file = await open(path, "wx", 0o600);
    await file.writeFile(JSON.stringify(holder));
    await file.close();
    return true;
  } catch (error) {
    if (hasCode(error, "EEXIST")) return false;
    throw error;
  }
}

function held(path: string, mine: Holder): FolderLock {
  const lost = new AbortController();
  const beat = setInterval(() => {
    void isMine(path, mine).then((mineStill) => (mineStill ? touch(path) : lost.abort()));
  }, BEAT_MS);
  beat.unref();
  return {
    lost: lost.signal,
    release: async () => {
      clearInterval(beat);
      if (await isMine(path, mine)) await rm(path, { force: true });
    },
  };
}

async function isMine(path: string, mine: Holder): Promise<boolean> {
  // A file that cannot be read just now (too many are open) says nothing about who holds it.
  const holder = await readHolder(path).catch(() => mine);
  return holder?.nonce === mine.nonce;
}

async function isAlive(path: string, holder: Holder | undefined): Promise<boolean> {
  const { place } = thisProcess();
  if (holder?.place !== place) return isBeating(path);
  if (!processExists(holder.pid)) return false;
  const began = beginningOf(holder.pid);
  return began === undefined || holder.began === undefined ? isBeating(path) : began === holder.began;
}

/** Whether somebody touches the file while we watch. */
async function isBeating(path: string): Promise<boolean> {
  const before = await touchedAt(path);
  for (let waited = 0; waited < WATCH_MS; waited += BEAT_MS / 4) {
    await new Promise((resolve) => setTimeout(resolve, BEAT_MS / 4));
    const now = await touchedAt(path);
    if (now === undefined) return false;
    if (now !== before) return true;
  }
  return false;
}

/** Moves the stale file away. Should another starter have been faster, its lock is put back. */
async function removeStale(path: string, judged: Holder | undefined): Promise<void> {
  const aside = `${path}.${randomUUID()}`;
  try {
    await rename(path, aside);
  } catch (error) {
    if (hasCode(error, "ENOENT")) return;
    throw error;
  }
  const moved = await readHolder(aside);
  if (moved !== undefined && moved.nonce !== judged?.nonce) await created(path, moved);
  await rm(aside, { force: true });
}

async function readHolder(path: string): Promise<Holder | undefined> {
  try {
    const value: unknown = JSON.parse(await readFile(path, "utf8"));
    return isHolder(value) ? value : undefined;
  } catch (error) {
    // Removed meanwhile, or not written to the end: nobody that could be named holds it.
    if (hasCode(error, "ENOENT") || error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function isHolder(value: unknown): value is Holder {
  return (
    typeof value === "object" &&
    value !== null &&
    "nonce" in value &&
    typeof value.nonce === "string" &&
    "pid" in value &&
    typeof value.pid === "number" &&
    "place" in value
  );
}

function thisProcess(): Omit<Holder, "nonce"> {
  const began = beginningOf(process.pid);
  return {
    pid: process.pid,
    place: `${hostname()} ${pidNamespace()}`,
    ...(began === undefined ? {} : { began }),
  };
}

function pidNamespace(): string {
  try {
    return readlinkSync("/proc/self/ns/pid");
  } catch {
    return process.platform;
  }
}

/** The start time of a process in clock ticks since boot, field 22 of proc(5)'s stat; Linux only. */
function beginningOf(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${String(pid)}/stat`, "utf8");
    const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
    // The second field is the command in brackets, which may itself hold spaces and brackets.
    const ticks = stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19];
    return ticks === undefined ? undefined : `${boot} ${ticks}`;
  } catch {
    return undefined;
  }
}

function processExists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return hasCode(error, "EPERM");
  }
}

async function touch(path: string): Promise<void> {
  const now = new Date();
  // A beat that cannot be written is a missed beat; whoever watches draws the conclusion.
  await utimes(path, now, now).catch(() => undefined);
}

async function touchedAt(path: string): Promise<number | undefined> {
  return stat(path).then(
    ({ mtimeMs }) => mtimeMs,
    () => undefined,
  );
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}
