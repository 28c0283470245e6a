import { eq } from "drizzle-orm";
import type { z } from "zod";
import type { Database } from "../storage/open-database.ts";
import { settings } from "../storage/schema.ts";

/** One setting that the owner saved, under its name. */
export interface SavedSetting<Value> {
  read(): Promise<Value | undefined>;
  save(value: Value): Promise<void>;
  remove(): Promise<void>;
}

/** A setting in the database. What is secret in it has to be sealed before. */
export function savedSetting<Schema extends z.ZodObject>(
  db: Database,
  name: string,
  schema: Schema,
): SavedSetting<z.infer<Schema>> {
  return {
    read: async () => {
      const [row] = await db.select().from(settings).where(eq(settings.name, name));
      return row === undefined ? undefined : schema.parse(row.value);
    },
    save: async (value) => {
      await db
        .insert(settings)
        .values({ name, value })
        .onConflictDoUpdate({ target: settings.name, set: { value } });
    },
    remove: async () => {
      await db.delete(settings).where(eq(settings.name, name));
    },
  };
}
