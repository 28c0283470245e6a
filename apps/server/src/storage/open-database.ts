import { randomUUID } from "node:crypto";
import { mkdir, readdir, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import type { PGlite } from "@electric-sql/pglite";
import type { PgDatabase, PgQueryResultHKT } from "drizzle-orm/pg-core";
import { drizzle as drizzlePglite } from "drizzle-orm/pglite";
import { migrate as migratePglite } from "drizzle-orm/pglite/migrator";
import type { Pool } from "pg";
import { MIGRATIONS_FOLDER } from "../repository-paths.ts";
import { DatabaseError } from "../startup/database-error.ts";
import { PgliteThread } from "./pglite-thread.ts";
import * as schema from "./schema.ts";

/** The tables through Drizzle, the same over PGlite and PostgreSQL; a transaction has the same shape. */
export type Database = PgDatabase<PgQueryResultHKT, typeof schema>;

/** An open database. */
export interface OpenDatabase {
  readonly db: Database;
  /** The pool of connections, on PostgreSQL only: what LISTEN and NOTIFY need. */
  readonly pool?: Pool;
  close(): Promise<void>;
}

/** Where the data lives. */
export type DatabasePlace =
  | { readonly kind: "memory" }
  | { readonly kind: "folder"; readonly folder: string }
  /** `connections`: the most at once; ten unless told. */
  | { readonly kind: "postgresql"; readonly url: string; readonly connections?: number };

/**
 * Opens the database and brings its tables to this version. The caller holds the folder's lock: PGlite loses rows
 * silently when two processes open one folder.
 * @throws {DatabaseError} When it cannot be opened or migrated.
 */
export async function openDatabase(place: DatabasePlace): Promise<OpenDatabase> {
  if (place.kind === "postgresql") return openPostgresql(place);
  const where = place.kind === "folder" ? `in ${place.folder}` : "in memory";
  try {
    return await openPglite(place.kind === "folder" ? await initialised(place.folder) : undefined);
  } catch (error) {
    throw new DatabaseError(where, { cause: error });
  }
}

async function openPglite(dataDir: string | undefined): Promise<OpenDatabase> {
  const client = await PgliteThread.open(dataDir);
  // PgliteThread answers the three methods of PGlite that Drizzle's driver calls: query, exec, transaction.
  const db = drizzlePglite(client as unknown as PGlite, { schema });
  try {
    await migratePglite(db, { migrationsFolder: MIGRATIONS_FOLDER });
  } catch (error) {
    await client.close();
    throw error;
  }
  return { db, close: () => client.close() };
}

/**
 * The folder of an initialised PGlite. A process killed during the first initialisation leaves files that never
 * open again, so the first one is made beside and renamed when it is whole.
 */
async function initialised(folder: string): Promise<string> {
  const home = join(folder, "pglite");
  await mkdir(folder, { recursive: true });
  for (const name of await readdir(folder)) {
    if (name.startsWith("pglite.new-")) await rm(join(folder, name), { recursive: true, force: true });
  }
  if (await exists(home)) return home;
  const beside = join(folder, `pglite.new-${randomUUID()}`);
  const first = await PgliteThread.open(beside);
  await first.close();
  await rename(beside, home);
  return home;
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

async function openPostgresql({
  url,
  connections = 10,
}: Extract<DatabasePlace, { kind: "postgresql" }>): Promise<OpenDatabase> {
  // Loaded here, since most people never need it.
  const [{ default: pg }, { drizzle }, { migrate }] = await Promise.all([
    import("pg"),
    import("drizzle-orm/node-postgres"),
    import("drizzle-orm/node-postgres/migrator"),
  ]);
  const pool = new pg.Pool({ connectionString: url, max: connections, connectionTimeoutMillis: 10_000 });
  // A connection that breaks while idle is replaced by the pool at its next use; the query then says what failed.
  pool.on("error", () => undefined);
  // One that breaks in the middle of a transaction fails that transaction; unheard, the event would end the process.
  pool.on("connect", (client) => void client.on("error", () => undefined));
  try {
    const db = drizzle(pool, { schema });
    await migrate(db, { migrationsFolder: MIGRATIONS_FOLDER });
    return { db, pool, close: () => pool.end() };
  } catch (error) {
    await pool.end();
    throw new DatabaseError(withoutPassword(url), { cause: error });
  }
}

function withoutPassword(url: string): string {
  const { host, pathname } = new URL(url);
  return `${host}${pathname}`;
}
