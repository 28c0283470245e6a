/**
 * The collection's tables. Annotations are appended and superseded, audit events and revocations appended; what changes
 * is the state of a clip, and the places of its tasks. Times are milliseconds since the epoch.
 */
import {
  bigint,
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  real,
  smallint,
  text,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import { sql } from "drizzle-orm";
import type {
  AcceptancePolicy,
  Answers,
  ClipAuditEvent,
  ClipState,
  EligibilityPolicy,
  QuestionSchema,
  Revocation,
} from "@openempathic/collect";
import { participants } from "../storage/schema.ts";

const timeMs = (name: string) => bigint(name, { mode: "number" });

/**
 * Clips. What was withdrawn keeps its row, without its words and without who made it: a release that holds it has to
 * be told.
 */
export const clips = pgTable(
  "clips",
  {
    id: text("id").primaryKey(),
    contributorId: text("contributor_id").references(() => participants.id, { onDelete: "set null" }),
    kind: text("kind", { enum: ["text"] }).notNull(),
    /** What was written; null once it is erased. */
    words: text("words"),
    /** BCP 47 primary language. */
    language: text("language").notNull(),
    licence: text("licence").notNull(),
    /** The receipt under which it was given. */
    consentId: text("consent_id").notNull(),
    /** The category that its maker meant to express; null where they did not say. */
    intended: text("intended"),
    state: text("state").$type<ClipState>().notNull(),
    release: integer("release").notNull(),
    heldFrom: text("held_from").$type<ClipState>(),
    hasAppealed: boolean("has_appealed").notNull(),
    /** How many audit events there are, and the hash of the last. */
    auditSeq: integer("audit_seq").notNull(),
    auditHash: text("audit_hash").notNull(),
    createdAtMs: timeMs("created_at_ms").notNull(),
  },
  (table) => [
    index("clips_contributor").on(table.contributorId, table.createdAtMs),
    index("clips_state").on(table.state, table.language),
  ],
);

/** Every change of a clip's state, hashed one onto the other. People are in it under a keyed hash of their id. */
export const clipAudit = pgTable(
  "clip_audit",
  {
    clipId: text("clip_id")
      .notNull()
      .references(() => clips.id),
    seq: integer("seq").notNull(),
    event: jsonb("event").$type<ClipAuditEvent>().notNull(),
    hash: text("hash").notNull(),
  },
  (table) => [primaryKey({ columns: [table.clipId, table.seq] })],
);

/** What is asked about clips, and by which rules answers are accepted. */
export const campaigns = pgTable("campaigns", {
  id: text("id").primaryKey(),
  questions: jsonb("questions").$type<QuestionSchema>().notNull(),
  questionsDigest: text("questions_digest").notNull(),
  acceptance: jsonb("acceptance").$type<AcceptancePolicy>().notNull(),
  eligibility: jsonb("eligibility").$type<EligibilityPolicy>().notNull(),
  isOpen: boolean("is_open").notNull(),
  createdAtMs: timeMs("created_at_ms").notNull(),
});

/** What a task is to the queue: one answer short, begun, or new. */
export const TASK_STAGES = { oneShort: 0, begun: 1, fresh: 2 } as const;

/** A clip with the questions that are asked about it. */
export const tasks = pgTable(
  "tasks",
  {
    id: text("id").primaryKey(),
    campaignId: text("campaign_id")
      .notNull()
      .references(() => campaigns.id),
    clipId: text("clip_id")
      .notNull()
      .references(() => clips.id),
    asked: jsonb("asked").$type<readonly string[]>().notNull(),
    language: text("language").notNull(),
    /** Who made the clip, who is never asked about it; null once they are gone. */
    contributorId: text("contributor_id"),
    verdict: text("verdict", { enum: ["annotatable", "consensus", "contested"] }).notNull(),
    /** How many answers it is to have, and has. */
    overlap: integer("overlap").notNull(),
    answers: integer("answers").notNull(),
    /** How far its raters disagree, 0 to 1; null while that is unknown. */
    uncertainty: real("uncertainty"),
    stage: smallint("stage").notNull(),
    isOpen: boolean("is_open").notNull(),
    openedAtMs: timeMs("opened_at_ms").notNull(),
  },
  (table) => [
    uniqueIndex("tasks_clip").on(table.clipId, table.campaignId),
    index("tasks_queue")
      .on(table.campaignId, table.language, table.stage, table.openedAtMs)
      .where(sql`${table.isOpen}`),
  ],
);

/** The numbered places of a task. Each holds at most one lease or one submission, so there are never more than places. */
export const slots = pgTable(
  "slots",
  {
    taskId: text("task_id")
      .notNull()
      .references(() => tasks.id),
    number: integer("number").notNull(),
    kind: text("kind", { enum: ["open", "leased", "submitted"] }).notNull(),
    token: integer("token").notNull(),
    /** No reference: a lease of somebody who is gone runs out like any other. */
    holderId: text("holder_id"),
    untilMs: timeMs("until_ms"),
    annotationId: text("annotation_id"),
  },
  (table) => [
    primaryKey({ columns: [table.taskId, table.number] }),
    // One person, one place: also against two claims of one person at the same moment.
    uniqueIndex("slots_one_each").on(table.taskId, table.holderId),
    index("slots_leased")
      .on(table.holderId)
      .where(sql`${table.kind} = 'leased'`),
    check(
      "slots_are_whole",
      sql`(kind = 'open' and holder_id is null and until_ms is null and annotation_id is null)
        or (kind = 'leased' and holder_id is not null and until_ms is not null and annotation_id is null)
        or (kind = 'submitted' and holder_id is not null and annotation_id is not null)`,
    ),
  ],
);

/** One person's answers, never changed. The place of a skip was given back. */
export const annotations = pgTable(
  "annotations",
  {
    id: text("id").primaryKey(),
    taskId: text("task_id")
      .notNull()
      .references(() => tasks.id),
    raterId: text("rater_id")
      .notNull()
      .references(() => participants.id, { onDelete: "cascade" }),
    answers: jsonb("answers").$type<Answers>().notNull(),
    /** The place and the token under which it came: sent again with them, it is the same. */
    place: integer("place").notNull(),
    token: integer("token").notNull(),
    isSkip: boolean("is_skip").notNull(),
    /** The annotation of the same person that this one takes the place of. */
    supersedes: text("supersedes").unique(),
    atMs: timeMs("at_ms").notNull(),
  },
  (table) => [
    index("annotations_task").on(table.taskId, table.raterId),
    index("annotations_rater").on(table.raterId, table.atMs),
  ],
);

/** Answers that came too late or for somebody else's place: kept, so that nobody's work is lost. */
export const annotationDrafts = pgTable(
  "annotation_drafts",
  {
    taskId: text("task_id")
      .notNull()
      .references(() => tasks.id),
    raterId: text("rater_id")
      .notNull()
      .references(() => participants.id, { onDelete: "cascade" }),
    answers: jsonb("answers").$type<Answers>().notNull(),
    atMs: timeMs("at_ms").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.taskId, table.raterId] }),
    index("annotation_drafts_rater").on(table.raterId),
  ],
);

/** Word to those who hold a release, numbered without gaps and hashed one onto the other. */
export const revocations = pgTable("revocations", {
  seq: integer("seq").primaryKey(),
  entry: jsonb("entry").$type<Revocation>().notNull(),
  hash: text("hash").notNull(),
});
