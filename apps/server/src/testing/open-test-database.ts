import { openDatabase } from "../storage/open-database.ts";
import type { OpenDatabase } from "../storage/open-database.ts";
import { findPostgresql, startPostgresql } from "./start-postgresql.ts";

/** A database in memory with all tables, gone when it is closed. */
export function openTestDatabase(): Promise<OpenDatabase> {
  return openDatabase({ kind: "memory" });
}

/** A PostgreSQL of one's own with all tables, gone when it is closed; `undefined` where it is not installed. */
export async function openTestPostgresql(connections = 10): Promise<OpenDatabase | undefined> {
  const binaries = findPostgresql();
  if (binaries === undefined) return undefined;
  const cluster = await startPostgresql(binaries, { maxConnections: connections + 20 });
  const database = await openDatabase({ kind: "postgresql", url: cluster.url, connections });
  const close = async () => {
    await database.close();
    await cluster.close();
  };
  return { ...database, close };
}
