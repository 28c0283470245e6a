/** Servers for tests: whole ones on a port of their own, and the app alone without a port. Races for tasks. */
export { startTestServer } from "./start-test-server.ts";
export type { TestServer, TestServerOptions } from "./start-test-server.ts";
export { createTestApp } from "./create-test-app.ts";
export type { TestApp, TestAppOptions, TestPerson } from "./create-test-app.ts";
export { raceForTasks } from "./collection-race.ts";
export type { RaceOptions, RaceReport } from "./collection-race.ts";
export { raceOnPostgresql } from "./race-on-postgresql.ts";
export { openTestDatabase, openTestPostgresql } from "./open-test-database.ts";
export { FILLED_CAMPAIGN, fillCollection } from "./fill-collection.ts";
export type { CollectionSize } from "./fill-collection.ts";
export type { OpenDatabase } from "../storage/open-database.ts";
// What is measured beside HTTP.
export { claimTask } from "../collection/claim-task.ts";
export { findCampaign } from "../collection/campaigns.ts";
