/** A child of the gateway's bench: the whole server, as `npm start` runs it. Says its address to its parent. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startServer } from "@openempathic/server";

const dataDir = await mkdtemp(join(tmpdir(), "open-empathic-bench-"));
const server = await startServer({ port: 0, dataDir, log: () => undefined });
process.on("disconnect", () => {
  void server
    .close()
    .then(() => rm(dataDir, { recursive: true, force: true }))
    .then(() => process.exit(0));
});
process.send?.({ url: `${server.url}/v1` });
