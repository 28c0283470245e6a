/**
 * Started as a process of its own by tests: serves a data folder, or a database, and prints the address, so that a
 * test can write to it and kill it at any moment.
 */
import { startServer } from "../start-server.ts";

const [dataDir, databaseUrl] = process.argv.slice(2);
if (dataDir === undefined) throw new Error("serve-folder needs a data folder");
const database = databaseUrl === undefined ? {} : { databaseUrl };
const { url } = await startServer({ env: {}, port: 0, dataDir, log: () => undefined, ...database });
process.stdout.write(`${url}\n`);
