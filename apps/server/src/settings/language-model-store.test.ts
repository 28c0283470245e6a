import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { secretsFrom } from "../secrets/secrets.ts";
import { openDatabase } from "../storage/open-database.ts";
import type { Database, OpenDatabase } from "../storage/open-database.ts";
import { createLanguageModelStore } from "./language-model-store.ts";

let database: OpenDatabase;
beforeAll(async () => {
  database = await openDatabase({ kind: "memory" });
}, 60_000);
afterAll(() => database.close());

/** The same database, which counts how often it is read. */
function counting(db: Database): { readonly db: Database; readonly reads: () => number } {
  let reads = 0;
  const counted = new Proxy(db, {
    get: (target, name) => {
      if (name === "select") reads += 1;
      const value: unknown = Reflect.get(target, name);
      return typeof value === "function" ? (value.bind(target) as unknown) : value;
    },
  });
  return { db: counted, reads: () => reads };
}

describe("the language model's setting", () => {
  it("is read from the database once, until it is written", async () => {
    const { db, reads } = counting(database.db);
    const store = createLanguageModelStore({
      db,
      secrets: secretsFrom(new Uint8Array(32).fill(1)),
      fetch,
      environment: undefined,
    });
    expect(await store.read()).toBeUndefined();
    expect(await store.read()).toBeUndefined();
    expect(reads()).toBe(1);
    const setting = { baseUrl: "http://127.0.0.1:11434/v1", model: "small" };
    await store.save({ ...setting, apiKey: "sk-1" });
    expect(await store.read()).toEqual({ ...setting, apiKey: "sk-1", source: "saved" });
    await store.save({ ...setting, model: "large" });
    expect(await Promise.all([store.read(), store.read()])).toMatchObject([
      { model: "large", apiKey: "sk-1" },
      { model: "large", apiKey: "sk-1" },
    ]);
    expect(reads()).toBe(3);
    await store.remove();
    expect(await store.read()).toBeUndefined();
  });
});
