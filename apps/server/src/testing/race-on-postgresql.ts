import { openDatabase } from "../storage/open-database.ts";
import { raceForTasks } from "./collection-race.ts";
import type { RaceOptions, RaceReport } from "./collection-race.ts";
import { findPostgresql, startPostgresql } from "./start-postgresql.ts";

/**
 * A race on a PostgreSQL of its own, each client on its own connection, with two of those at work cut after every
 * hundred claims.
 * @returns `undefined` where PostgreSQL is not installed.
 */
export async function raceOnPostgresql(
  options: Omit<RaceOptions, "db" | "kill">,
): Promise<RaceReport | undefined> {
  const binaries = findPostgresql();
  if (binaries === undefined) return undefined;
  const cluster = await startPostgresql(binaries, { maxConnections: options.clients + 20 });
  const database = await openDatabase({
    kind: "postgresql",
    url: cluster.url,
    connections: options.clients,
  });
  // Apart from the clients' pool, in which every connection may be taken.
  const killer = await openDatabase({ kind: "postgresql", url: cluster.url, connections: 1 });
  try {
    return await raceForTasks({
      ...options,
      db: database.db,
      kill: async () => {
        await killer.pool?.query(
          `select pg_terminate_backend(pid) from pg_stat_activity
           where datname = current_database() and pid <> pg_backend_pid() and state <> 'idle'
           order by random() limit 2`,
        );
      },
    });
  } finally {
    await killer.close();
    await database.close();
    await cluster.close();
  }
}
