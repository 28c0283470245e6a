/**
 * Started as a process of its own by the test of kill -9: serves a data folder and prints the address, so that the
 * test can write to it and kill it at any moment.
 */
import { startServer } from "../start-server.ts";

const [dataDir] = process.argv.slice(2);
if (dataDir === undefined) throw new Error("write-until-killed needs a data folder");
const { url } = await startServer({ env: {}, port: 0, dataDir, log: () => undefined });
process.stdout.write(`${url}\n`);
