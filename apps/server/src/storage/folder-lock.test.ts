import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { DataFolderError } from "../startup/data-folder-error.ts";
import { DataFolderInUseError } from "../startup/data-folder-in-use-error.ts";
import { lockFolder } from "./folder-lock.ts";

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "open-empathic-lock-"));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

describe("lockFolder", () => {
  it("gives a folder to one holder at a time, also within one process", async () => {
    const lock = await lockFolder(folder);
    const second = await lockFolder(folder).catch((error: unknown) => error);
    expect(second).toBeInstanceOf(DataFolderInUseError);
    expect((second as DataFolderInUseError).message).toContain(String(process.pid));
    await lock.release();
    await (await lockFolder(folder)).release();
  });

  it("of ten that try at once, one gets it", async () => {
    const tries = await Promise.allSettled(Array.from({ length: 10 }, () => lockFolder(folder)));
    const got = tries.flatMap((result) => (result.status === "fulfilled" ? [result.value] : []));
    expect(got).toHaveLength(1);
    await got[0]?.release();
  });

  it("takes over at once from a process that is gone", async () => {
    const pid = await pidOfDeadProcess();
    await leaveLock({ pid });
    const startedMs = performance.now();
    const lock = await lockFolder(folder);
    // Where it has to watch for a heartbeat it takes four seconds at least.
    expect(performance.now() - startedMs).toBeLessThan(4_000);
    await lock.release();
  });

  it.skipIf(process.platform !== "linux")(
    "takes over when the number of the dead process belongs to another one now",
    async () => {
      await leaveLock({ pid: process.pid, began: "some-boot 12345" });
      await (await lockFolder(folder)).release();
    },
  );

  it("watches for a heartbeat where it cannot ask for the process, and takes over from silence", async () => {
    await leaveLock({ pid: 1, place: "another-machine pid:[1]" });
    await (await lockFolder(folder)).release();
  });

  it("respects a holder on another machine whose heart beats", async () => {
    const lock = await lockFolder(folder);
    const path = join(folder, "server.lock");
    const mine = JSON.parse(await readFile(path, "utf8")) as object;
    await writeFile(path, JSON.stringify({ ...mine, place: "another-machine pid:[1]" }));
    await expect(lockFolder(folder)).rejects.toBeInstanceOf(DataFolderInUseError);
    await lock.release();
  });

  it("takes over a lock file that was never written to its end", async () => {
    await writeFile(join(folder, "server.lock"), '{"pid":');
    await (await lockFolder(folder)).release();
  });

  it("notices when its lock is taken away", async () => {
    const lock = await lockFolder(folder);
    const lost = new Promise((resolve) => lock.lost.addEventListener("abort", resolve));
    await rm(join(folder, "server.lock"));
    await lost;
    await lock.release();
  });

  it("says which folder cannot be used", async () => {
    const file = join(folder, "a-file");
    await writeFile(file, "");
    const error = await lockFolder(join(file, "data")).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(DataFolderError);
    expect((error as DataFolderError).message).toContain(file);
  });
});

async function leaveLock(fields: { pid: number; place?: string; began?: string }): Promise<void> {
  const lock = await lockFolder(folder);
  const mine = JSON.parse(await readFile(join(folder, "server.lock"), "utf8")) as { place: string };
  await lock.release();
  expect(mine.place).toContain(hostname());
  await writeFile(
    join(folder, "server.lock"),
    JSON.stringify({ nonce: "left-behind", place: mine.place, ...fields }),
  );
}

async function pidOfDeadProcess(): Promise<number> {
  const child = spawn(process.execPath, ["-e", ""]);
  await new Promise((resolve) => child.once("exit", resolve));
  return child.pid ?? 0;
}
