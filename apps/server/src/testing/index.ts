/** Servers for tests: whole ones on a port of their own, and the app alone without a port. Races for tasks. */
export { startTestServer } from "./start-test-server.ts";
export type { TestServer, TestServerOptions } from "./start-test-server.ts";
export { createTestApp } from "./create-test-app.ts";
export type { TestApp, TestAppOptions, TestPerson } from "./create-test-app.ts";
export { raceForTasks } from "./collection-race.ts";
export type { RaceOptions, RaceReport } from "./collection-race.ts";
export { raceOnPostgresql } from "./race-on-postgresql.ts";
export { openTestDatabase } from "./open-test-database.ts";
