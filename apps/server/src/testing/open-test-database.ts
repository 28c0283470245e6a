import { openDatabase } from "../storage/open-database.ts";
import type { OpenDatabase } from "../storage/open-database.ts";

/** A database in memory with all tables, gone when it is closed. */
export function openTestDatabase(): Promise<OpenDatabase> {
  return openDatabase({ kind: "memory" });
}
