/** Tables of the tutor's classes and of what it tells other systems. Times are milliseconds since the epoch. */
import type { ClassCircles, Course } from "@openempathic/experiences/tutor";
import {
  bigint,
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import { participants, sessions } from "./schema.ts";

const timeMs = (name: string) => bigint(name, { mode: "number" });

/** Classes, each a teacher's, for one course. `circles` is who is counted with whom, and is never shown. */
export const classes = pgTable(
  "classes",
  {
    id: text("id").primaryKey(),
    participantId: text("participant_id")
      .notNull()
      .references(() => participants.id, { onDelete: "cascade" }),
    title: text("title").notNull(),
    language: text("language", { enum: ["en", "de"] }).notNull(),
    /** A course that comes with the tutor; null where the class has its own. */
    courseId: text("course_id"),
    ownCourse: jsonb("own_course").$type<Course>(),
    /** The link by which learners join, as a hash; one at a time. */
    tokenHash: text("token_hash").unique(),
    circles: jsonb("circles").$type<ClassCircles>().notNull(),
    /** How many have joined so far, those who left too: no name is given twice. */
    joined: bigint("joined", { mode: "number" }).notNull().default(0),
    createdAtMs: timeMs("created_at_ms").notNull(),
  },
  (table) => [index("classes_participant").on(table.participantId)],
);

/** Learners of a class, each with a session of their own; deleting that session is leaving the class. */
export const classLearners = pgTable(
  "class_learners",
  {
    sessionId: text("session_id")
      .primaryKey()
      .references(() => sessions.id, { onDelete: "cascade" }),
    classId: text("class_id")
      .notNull()
      .references(() => classes.id, { onDelete: "cascade" }),
    participantId: text("participant_id")
      .notNull()
      .references(() => participants.id, { onDelete: "cascade" }),
    /** Who they are in the class's circles. */
    memberId: text("member_id").notNull(),
    /** What the teacher sees beside what they show; null where they show nothing. */
    name: text("name"),
    showsProgress: boolean("shows_progress").notNull(),
    sharesFeelings: boolean("shares_feelings").notNull(),
    joinedAtMs: timeMs("joined_at_ms").notNull(),
  },
  (table) => [
    uniqueIndex("class_learners_once").on(table.classId, table.participantId),
    index("class_learners_participant").on(table.participantId),
  ],
);

/**
 * Sessions whose learner agreed that what they do is told to the record store. What is still to be told follows from the
 * session's log and `sent`, so there is no queue beside it that could be lost.
 */
export const recordSharing = pgTable(
  "record_sharing",
  {
    sessionId: text("session_id")
      .primaryKey()
      .references(() => sessions.id, { onDelete: "cascade" }),
    agreedAtMs: timeMs("agreed_at_ms").notNull(),
    /** Where what was agreed to goes: another store is not what was agreed to. */
    endpoint: text("endpoint").notNull(),
    /** How many statements the store has. */
    sent: integer("sent").notNull().default(0),
    /** The session's last event when that was so. */
    sentSeq: integer("sent_seq").notNull().default(0),
    /** Failures in a row, and when the next attempt is due. */
    failures: integer("failures").notNull().default(0),
    nextAtMs: timeMs("next_at_ms").notNull().default(0),
  },
  (table) => [index("record_sharing_due").on(table.nextAtMs)],
);

/** Learning platforms that the owner registered, such as a school's Moodle (LTI 1.3). */
export const ltiPlatforms = pgTable(
  "lti_platforms",
  {
    id: text("id").primaryKey(),
    name: text("name").notNull(),
    issuer: text("issuer").notNull(),
    clientId: text("client_id").notNull(),
    deploymentIds: jsonb("deployment_ids").$type<readonly string[]>().notNull(),
    authUrl: text("auth_url").notNull(),
    tokenUrl: text("token_url").notNull(),
    jwksUrl: text("jwks_url").notNull(),
    /** Whether it is in the owner's own network. */
    isPrivate: boolean("is_private").notNull(),
    createdAtMs: timeMs("created_at_ms").notNull(),
  },
  (table) => [uniqueIndex("lti_platforms_once").on(table.issuer, table.clientId)],
);

const platformId = () =>
  text("platform_id")
    .notNull()
    .references(() => ltiPlatforms.id, { onDelete: "cascade" });

/** Logins under way: each state is used up by one launch. State, nonce and browser are kept as hashes. */
export const ltiStates = pgTable("lti_states", {
  stateHash: text("state_hash").primaryKey(),
  nonceHash: text("nonce_hash").notNull(),
  browserHash: text("browser_hash").notNull(),
  platformId: platformId(),
  createdAtMs: timeMs("created_at_ms").notNull(),
});

/** Launches that were checked and wait for the browser they were for; each code is used up once. */
export const ltiLaunches = pgTable("lti_launches", {
  codeHash: text("code_hash").primaryKey(),
  browserHash: text("browser_hash").notNull(),
  platformId: platformId(),
  launch: jsonb("launch").$type<Readonly<Record<string, unknown>>>().notNull(),
  createdAtMs: timeMs("created_at_ms").notNull(),
});

/** Which participant somebody of a platform is here. `subject` is the platform's own opaque id. */
export const ltiUsers = pgTable(
  "lti_users",
  {
    platformId: platformId(),
    subject: text("subject").notNull(),
    participantId: text("participant_id")
      .notNull()
      .references(() => participants.id, { onDelete: "cascade" }),
  },
  (table) => [
    primaryKey({ columns: [table.platformId, table.subject] }),
    index("lti_users_participant").on(table.participantId),
  ],
);

/** Which class a link in a platform's course opens, and where that course's roster is. */
export const ltiLinks = pgTable(
  "lti_links",
  {
    platformId: platformId(),
    deploymentId: text("deployment_id").notNull(),
    resourceLinkId: text("resource_link_id").notNull(),
    classId: text("class_id")
      .notNull()
      .references(() => classes.id, { onDelete: "cascade" }),
    rosterUrl: text("roster_url"),
  },
  (table) => [
    primaryKey({ columns: [table.platformId, table.deploymentId, table.resourceLinkId] }),
    index("lti_links_class").on(table.classId),
  ],
);

/** A learner's seat in a class that they reached from a platform, and how far their result was passed back. */
export const ltiSeats = pgTable(
  "lti_seats",
  {
    classId: text("class_id")
      .notNull()
      .references(() => classes.id, { onDelete: "cascade" }),
    participantId: text("participant_id")
      .notNull()
      .references(() => participants.id, { onDelete: "cascade" }),
    platformId: platformId(),
    subject: text("subject").notNull(),
    /** The way to join, as a hash; a new one with each launch. */
    tokenHash: text("token_hash").notNull(),
    /** Where the platform takes results; null where it takes none. */
    lineItem: text("line_item"),
    sentSeq: integer("sent_seq").notNull().default(0),
    /** In whole per cent; null before one was sent. */
    sentPercent: integer("sent_percent"),
    failures: integer("failures").notNull().default(0),
    nextAtMs: timeMs("next_at_ms").notNull().default(0),
  },
  (table) => [
    primaryKey({ columns: [table.classId, table.participantId] }),
    index("lti_seats_token").on(table.tokenHash),
  ],
);
