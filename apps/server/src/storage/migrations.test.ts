import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { expect, it } from "vitest";
import { MIGRATIONS_FOLDER } from "../repository-paths.ts";

async function migrate(client: PGlite, name: string): Promise<void> {
  const statements = (await readFile(join(MIGRATIONS_FOLDER, name), "utf8")).split(
    "--> statement-breakpoint",
  );
  for (const statement of statements) await client.exec(statement);
}

it("a check-in that was scheduled before other events could be is scheduled still", async () => {
  const client = await PGlite.create();
  await migrate(client, "0000_first_tables.sql");
  await client.exec(`
    insert into participants (id, role, created_at_ms) values ('p', 'owner', 1);
    insert into sessions (id, participant_id, experience, language, started_at_ms, last_event_at_ms)
      values ('s', 'p', 'companion', 'en', 1, 1);
    insert into schedules (session_id, at_ms, text) values ('s', 99, 'How are things?');`);
  await migrate(client, "0001_scheduled_events.sql");
  const { rows } = await client.query("select * from schedules");
  expect(rows).toEqual([
    {
      session_id: "s",
      at_ms: 99,
      event: { kind: "checked-in", text: "How are things?" },
      latest_ms: 7_200_000,
    },
  ]);
  await client.close();
}, 120_000);
