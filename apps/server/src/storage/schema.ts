/**
 * Every table. No table ties what a person said to a name: a participant is an opaque id, and what signs them
 * in is kept as a hash. Times are milliseconds since the epoch.
 */
import {
  bigint,
  index,
  integer,
  jsonb,
  pgSequence,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import { sql } from "drizzle-orm";

const timeMs = (name: string) => bigint(name, { mode: "number" });

/** People, by pseudonymous id. At most one of them is the owner. */
export const participants = pgTable(
  "participants",
  {
    id: text("id").primaryKey(),
    role: text("role", { enum: ["owner", "participant"] }).notNull(),
    createdAtMs: timeMs("created_at_ms").notNull(),
  },
  (table) => [
    uniqueIndex("participants_one_owner")
      .on(table.role)
      .where(sql`${table.role} = 'owner'`),
  ],
);

/** What a browser's cookie holds, as a hash; one person may be signed in from several browsers. */
export const participantTokens = pgTable(
  "participant_tokens",
  {
    tokenHash: text("token_hash").primaryKey(),
    participantId: text("participant_id")
      .notNull()
      .references(() => participants.id, { onDelete: "cascade" }),
    createdAtMs: timeMs("created_at_ms").notNull(),
  },
  (table) => [index("participant_tokens_participant").on(table.participantId)],
);

/** One-time links that sign in as the owner. */
export const signInTokens = pgTable("sign_in_tokens", {
  tokenHash: text("token_hash").primaryKey(),
  createdAtMs: timeMs("created_at_ms").notNull(),
  usedAtMs: timeMs("used_at_ms"),
});

/** Counts the events of all sessions together; numbers may be left out. */
export const eventNumbers = pgSequence("event_numbers");

/**
 * Sessions. `lastSeq` is the number of the last event; `settledSeq` the number up to which every effect has run,
 * so that a restart finds unfinished work without reading every log.
 */
export const sessions = pgTable(
  "sessions",
  {
    id: text("id").primaryKey(),
    participantId: text("participant_id")
      .notNull()
      .references(() => participants.id, { onDelete: "cascade" }),
    experience: text("experience").notNull(),
    /** How the first message begins; null before there is one. */
    title: text("title"),
    language: text("language", { enum: ["en", "de"] }).notNull(),
    country: text("country"),
    startedAtMs: timeMs("started_at_ms").notNull(),
    lastEventAtMs: timeMs("last_event_at_ms").notNull(),
    /** Which of two sessions had its last event later, also where that was in one millisecond. */
    lastEventNumber: bigint("last_event_number", { mode: "number" })
      .notNull()
      .default(sql`nextval('event_numbers')`),
    lastSeq: integer("last_seq").notNull().default(0),
    settledSeq: integer("settled_seq").notNull().default(0),
  },
  (table) => [
    index("sessions_participant").on(table.participantId, table.lastEventAtMs, table.lastEventNumber),
    index("sessions_unsettled")
      .on(table.id)
      .where(sql`${table.settledSeq} < ${table.lastSeq}`),
  ],
);

/** The append-only log. `seq` counts from 1 within its session, without gaps. */
export const events = pgTable(
  "events",
  {
    sessionId: text("session_id")
      .notNull()
      .references(() => sessions.id, { onDelete: "cascade" }),
    seq: integer("seq").notNull(),
    atMs: timeMs("at_ms").notNull(),
    kind: text("kind").notNull(),
    body: jsonb("body").$type<Readonly<Record<string, unknown>>>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.sessionId, table.seq] })],
);

/**
 * Writes that were acknowledged under an Idempotency-Key. The request is kept as a keyed hash and the answer as a
 * pointer to what was written, so that deleting a person's words leaves no copy here.
 */
export const idempotencyKeys = pgTable(
  "idempotency_keys",
  {
    participantId: text("participant_id")
      .notNull()
      .references(() => participants.id, { onDelete: "cascade" }),
    key: text("key").notNull(),
    requestHash: text("request_hash").notNull(),
    result: jsonb("result").$type<unknown>(),
    createdAtMs: timeMs("created_at_ms").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.participantId, table.key] }),
    index("idempotency_keys_age").on(table.createdAtMs),
  ],
);

/**
 * How often a crisis answer was given, by day, level, rung and country: for reports that name nobody. No row knows of a
 * person or a session, and deleting either leaves them.
 */
export const careCounts = pgTable(
  "care_counts",
  {
    /** The day in UTC, YYYY-MM-DD. */
    day: text("day").notNull(),
    level: text("level").notNull(),
    /** The rung whose question the answer asked; "staying" once all were. */
    step: text("step").notNull(),
    /** ISO 3166-1 alpha-2; empty where the person had not said. */
    country: text("country").notNull(),
    answers: integer("answers").notNull(),
  },
  (table) => [primaryKey({ columns: [table.day, table.level, table.step, table.country] })],
);

/** Keys of programs; the key itself is shown once and kept as a SHA-256 of its 256 random bits. */
export const apiKeys = pgTable("api_keys", {
  id: text("id").primaryKey(),
  participantId: text("participant_id")
    .notNull()
    .references(() => participants.id, { onDelete: "cascade" }),
  name: text("name").notNull(),
  keyHash: text("key_hash").notNull().unique(),
  createdAtMs: timeMs("created_at_ms").notNull(),
  lastUsedAtMs: timeMs("last_used_at_ms"),
});

/** Permissions that a person gave, with their receipt; withdrawing sets a time and keeps the receipt. */
export const consents = pgTable(
  "consents",
  {
    id: text("id").primaryKey(),
    participantId: text("participant_id")
      .notNull()
      .references(() => participants.id, { onDelete: "cascade" }),
    receipt: jsonb("receipt").$type<Readonly<Record<string, unknown>>>().notNull(),
    givenAtMs: timeMs("given_at_ms").notNull(),
    withdrawnAtMs: timeMs("withdrawn_at_ms"),
  },
  (table) => [index("consents_participant").on(table.participantId)],
);

/** Settings that the owner saved; secrets inside are sealed with the key file of the data folder. */
export const settings = pgTable("settings", {
  name: text("name").primaryKey(),
  value: jsonb("value").$type<Readonly<Record<string, unknown>>>().notNull(),
});

/** What a session has scheduled next: when, the event that is added then, and how late it still may be (null: however). */
export const schedules = pgTable(
  "schedules",
  {
    sessionId: text("session_id")
      .primaryKey()
      .references(() => sessions.id, { onDelete: "cascade" }),
    atMs: timeMs("at_ms").notNull(),
    event: jsonb("event").$type<{ readonly kind: string }>().notNull(),
    latestMs: timeMs("latest_ms"),
  },
  (table) => [index("schedules_due").on(table.atMs)],
);

/**
 * People who take part in somebody else's session, such as a council. `memberId` is who they are in its events; which
 * participant that is stands nowhere else.
 */
export const sessionMembers = pgTable(
  "session_members",
  {
    sessionId: text("session_id")
      .notNull()
      .references(() => sessions.id, { onDelete: "cascade" }),
    participantId: text("participant_id")
      .notNull()
      .references(() => participants.id, { onDelete: "cascade" }),
    memberId: text("member_id").notNull(),
    joinedAtMs: timeMs("joined_at_ms").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.sessionId, table.participantId] }),
    uniqueIndex("session_members_member").on(table.sessionId, table.memberId),
    index("session_members_participant").on(table.participantId),
  ],
);

/** The link by which others join a session, as a hash; one at a time. */
export const sessionInvitations = pgTable("session_invitations", {
  sessionId: text("session_id")
    .primaryKey()
    .references(() => sessions.id, { onDelete: "cascade" }),
  tokenHash: text("token_hash").notNull().unique(),
  createdAtMs: timeMs("created_at_ms").notNull(),
});

/**
 * Who said yes or no to a study. Which session a run is stands here and nowhere else; when it is deleted only the code
 * and the number stay, so that the flow of participants still adds up. Of those who said no nothing is kept but a row.
 */
export const studyRuns = pgTable(
  "study_runs",
  {
    id: text("id").primaryKey(),
    studyId: text("study_id")
      .notNull()
      .references(() => sessions.id, { onDelete: "cascade" }),
    runId: text("run_id").references(() => sessions.id, { onDelete: "set null" }),
    /** In which place they consented, from 1; null for those who declined. */
    number: integer("number"),
  },
  (table) => [
    index("study_runs_study").on(table.studyId),
    uniqueIndex("study_runs_run").on(table.runId),
    uniqueIndex("study_runs_number").on(table.studyId, table.number),
  ],
);
