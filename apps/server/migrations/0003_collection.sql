CREATE TABLE "annotation_drafts" (
	"task_id" text NOT NULL,
	"rater_id" text NOT NULL,
	"answers" jsonb NOT NULL,
	"at_ms" bigint NOT NULL,
	CONSTRAINT "annotation_drafts_task_id_rater_id_pk" PRIMARY KEY("task_id","rater_id")
);
--> statement-breakpoint
CREATE TABLE "annotations" (
	"id" text PRIMARY KEY NOT NULL,
	"task_id" text NOT NULL,
	"rater_id" text NOT NULL,
	"answers" jsonb NOT NULL,
	"place" integer NOT NULL,
	"token" integer NOT NULL,
	"is_skip" boolean NOT NULL,
	"supersedes" text,
	"at_ms" bigint NOT NULL,
	CONSTRAINT "annotations_supersedes_unique" UNIQUE("supersedes")
);
--> statement-breakpoint
CREATE TABLE "campaigns" (
	"id" text PRIMARY KEY NOT NULL,
	"questions" jsonb NOT NULL,
	"questions_digest" text NOT NULL,
	"acceptance" jsonb NOT NULL,
	"eligibility" jsonb NOT NULL,
	"is_open" boolean NOT NULL,
	"created_at_ms" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "clip_audit" (
	"clip_id" text NOT NULL,
	"seq" integer NOT NULL,
	"event" jsonb NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "clip_audit_clip_id_seq_pk" PRIMARY KEY("clip_id","seq")
);
--> statement-breakpoint
CREATE TABLE "clips" (
	"id" text PRIMARY KEY NOT NULL,
	"contributor_id" text,
	"kind" text NOT NULL,
	"words" text,
	"language" text NOT NULL,
	"licence" text NOT NULL,
	"consent_id" text NOT NULL,
	"intended" text,
	"state" text NOT NULL,
	"release" integer NOT NULL,
	"held_from" text,
	"has_appealed" boolean NOT NULL,
	"audit_seq" integer NOT NULL,
	"audit_hash" text NOT NULL,
	"created_at_ms" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "revocations" (
	"seq" integer PRIMARY KEY NOT NULL,
	"entry" jsonb NOT NULL,
	"hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "slots" (
	"task_id" text NOT NULL,
	"number" integer NOT NULL,
	"kind" text NOT NULL,
	"token" integer NOT NULL,
	"holder_id" text,
	"until_ms" bigint,
	"annotation_id" text,
	CONSTRAINT "slots_task_id_number_pk" PRIMARY KEY("task_id","number"),
	CONSTRAINT "slots_are_whole" CHECK ((kind = 'open' and holder_id is null and until_ms is null and annotation_id is null)
        or (kind = 'leased' and holder_id is not null and until_ms is not null and annotation_id is null)
        or (kind = 'submitted' and holder_id is not null and annotation_id is not null))
);
--> statement-breakpoint
CREATE TABLE "tasks" (
	"id" text PRIMARY KEY NOT NULL,
	"campaign_id" text NOT NULL,
	"clip_id" text NOT NULL,
	"asked" jsonb NOT NULL,
	"language" text NOT NULL,
	"contributor_id" text,
	"verdict" text NOT NULL,
	"overlap" integer NOT NULL,
	"answers" integer NOT NULL,
	"uncertainty" real,
	"stage" smallint NOT NULL,
	"is_open" boolean NOT NULL,
	"opened_at_ms" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "annotation_drafts" ADD CONSTRAINT "annotation_drafts_task_id_tasks_id_fk" FOREIGN KEY ("task_id") REFERENCES "public"."tasks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "annotation_drafts" ADD CONSTRAINT "annotation_drafts_rater_id_participants_id_fk" FOREIGN KEY ("rater_id") REFERENCES "public"."participants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "annotations" ADD CONSTRAINT "annotations_task_id_tasks_id_fk" FOREIGN KEY ("task_id") REFERENCES "public"."tasks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "annotations" ADD CONSTRAINT "annotations_rater_id_participants_id_fk" FOREIGN KEY ("rater_id") REFERENCES "public"."participants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "clip_audit" ADD CONSTRAINT "clip_audit_clip_id_clips_id_fk" FOREIGN KEY ("clip_id") REFERENCES "public"."clips"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "clips" ADD CONSTRAINT "clips_contributor_id_participants_id_fk" FOREIGN KEY ("contributor_id") REFERENCES "public"."participants"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "slots" ADD CONSTRAINT "slots_task_id_tasks_id_fk" FOREIGN KEY ("task_id") REFERENCES "public"."tasks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_clip_id_clips_id_fk" FOREIGN KEY ("clip_id") REFERENCES "public"."clips"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "annotation_drafts_rater" ON "annotation_drafts" USING btree ("rater_id");--> statement-breakpoint
CREATE INDEX "annotations_task" ON "annotations" USING btree ("task_id","rater_id");--> statement-breakpoint
CREATE INDEX "annotations_rater" ON "annotations" USING btree ("rater_id","at_ms");--> statement-breakpoint
CREATE INDEX "clips_contributor" ON "clips" USING btree ("contributor_id","created_at_ms");--> statement-breakpoint
CREATE INDEX "clips_state" ON "clips" USING btree ("state","language");--> statement-breakpoint
CREATE UNIQUE INDEX "slots_one_each" ON "slots" USING btree ("task_id","holder_id");--> statement-breakpoint
CREATE INDEX "slots_leased" ON "slots" USING btree ("holder_id") WHERE "slots"."kind" = 'leased';--> statement-breakpoint
CREATE UNIQUE INDEX "tasks_clip" ON "tasks" USING btree ("clip_id","campaign_id");--> statement-breakpoint
CREATE INDEX "tasks_queue" ON "tasks" USING btree ("campaign_id","language","stage","opened_at_ms") WHERE "tasks"."is_open";