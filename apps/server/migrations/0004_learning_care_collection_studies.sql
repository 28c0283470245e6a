CREATE TABLE "care_counts" (
	"day" text NOT NULL,
	"level" text NOT NULL,
	"step" text NOT NULL,
	"country" text NOT NULL,
	"answers" integer NOT NULL,
	CONSTRAINT "care_counts_day_level_step_country_pk" PRIMARY KEY("day","level","step","country")
);
--> statement-breakpoint
CREATE TABLE "study_runs" (
	"id" text PRIMARY KEY NOT NULL,
	"study_id" text NOT NULL,
	"run_id" text,
	"number" integer
);
--> statement-breakpoint
CREATE TABLE "class_learners" (
	"session_id" text PRIMARY KEY NOT NULL,
	"class_id" text NOT NULL,
	"participant_id" text NOT NULL,
	"member_id" text NOT NULL,
	"name" text,
	"shows_progress" boolean NOT NULL,
	"shares_feelings" boolean NOT NULL,
	"joined_at_ms" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "classes" (
	"id" text PRIMARY KEY NOT NULL,
	"participant_id" text NOT NULL,
	"title" text NOT NULL,
	"language" text NOT NULL,
	"course_id" text,
	"own_course" jsonb,
	"token_hash" text,
	"circles" jsonb NOT NULL,
	"joined" bigint DEFAULT 0 NOT NULL,
	"created_at_ms" bigint NOT NULL,
	CONSTRAINT "classes_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "lti_launches" (
	"code_hash" text PRIMARY KEY NOT NULL,
	"browser_hash" text NOT NULL,
	"platform_id" text NOT NULL,
	"launch" jsonb NOT NULL,
	"created_at_ms" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "lti_links" (
	"platform_id" text NOT NULL,
	"deployment_id" text NOT NULL,
	"resource_link_id" text NOT NULL,
	"class_id" text NOT NULL,
	"roster_url" text,
	CONSTRAINT "lti_links_platform_id_deployment_id_resource_link_id_pk" PRIMARY KEY("platform_id","deployment_id","resource_link_id")
);
--> statement-breakpoint
CREATE TABLE "lti_platforms" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"issuer" text NOT NULL,
	"client_id" text NOT NULL,
	"deployment_ids" jsonb NOT NULL,
	"auth_url" text NOT NULL,
	"token_url" text NOT NULL,
	"jwks_url" text NOT NULL,
	"is_private" boolean NOT NULL,
	"created_at_ms" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "lti_seats" (
	"class_id" text NOT NULL,
	"participant_id" text NOT NULL,
	"platform_id" text NOT NULL,
	"subject" text NOT NULL,
	"token_hash" text NOT NULL,
	"line_item" text,
	"sent_seq" integer DEFAULT 0 NOT NULL,
	"sent_percent" integer,
	"failures" integer DEFAULT 0 NOT NULL,
	"next_at_ms" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "lti_seats_class_id_participant_id_pk" PRIMARY KEY("class_id","participant_id")
);
--> statement-breakpoint
CREATE TABLE "lti_states" (
	"state_hash" text PRIMARY KEY NOT NULL,
	"nonce_hash" text NOT NULL,
	"browser_hash" text NOT NULL,
	"platform_id" text NOT NULL,
	"created_at_ms" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "lti_users" (
	"platform_id" text NOT NULL,
	"subject" text NOT NULL,
	"participant_id" text NOT NULL,
	CONSTRAINT "lti_users_platform_id_subject_pk" PRIMARY KEY("platform_id","subject")
);
--> statement-breakpoint
CREATE TABLE "record_sharing" (
	"session_id" text PRIMARY KEY NOT NULL,
	"agreed_at_ms" bigint NOT NULL,
	"endpoint" text NOT NULL,
	"sent" integer DEFAULT 0 NOT NULL,
	"sent_seq" integer DEFAULT 0 NOT NULL,
	"failures" integer DEFAULT 0 NOT NULL,
	"next_at_ms" bigint DEFAULT 0 NOT NULL
);
--> statement-breakpoint
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
ALTER TABLE "study_runs" ADD CONSTRAINT "study_runs_study_id_sessions_id_fk" FOREIGN KEY ("study_id") REFERENCES "public"."sessions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "study_runs" ADD CONSTRAINT "study_runs_run_id_sessions_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."sessions"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "class_learners" ADD CONSTRAINT "class_learners_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "class_learners" ADD CONSTRAINT "class_learners_class_id_classes_id_fk" FOREIGN KEY ("class_id") REFERENCES "public"."classes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "class_learners" ADD CONSTRAINT "class_learners_participant_id_participants_id_fk" FOREIGN KEY ("participant_id") REFERENCES "public"."participants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "classes" ADD CONSTRAINT "classes_participant_id_participants_id_fk" FOREIGN KEY ("participant_id") REFERENCES "public"."participants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lti_launches" ADD CONSTRAINT "lti_launches_platform_id_lti_platforms_id_fk" FOREIGN KEY ("platform_id") REFERENCES "public"."lti_platforms"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lti_links" ADD CONSTRAINT "lti_links_platform_id_lti_platforms_id_fk" FOREIGN KEY ("platform_id") REFERENCES "public"."lti_platforms"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lti_links" ADD CONSTRAINT "lti_links_class_id_classes_id_fk" FOREIGN KEY ("class_id") REFERENCES "public"."classes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lti_seats" ADD CONSTRAINT "lti_seats_class_id_classes_id_fk" FOREIGN KEY ("class_id") REFERENCES "public"."classes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lti_seats" ADD CONSTRAINT "lti_seats_participant_id_participants_id_fk" FOREIGN KEY ("participant_id") REFERENCES "public"."participants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lti_seats" ADD CONSTRAINT "lti_seats_platform_id_lti_platforms_id_fk" FOREIGN KEY ("platform_id") REFERENCES "public"."lti_platforms"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lti_states" ADD CONSTRAINT "lti_states_platform_id_lti_platforms_id_fk" FOREIGN KEY ("platform_id") REFERENCES "public"."lti_platforms"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lti_users" ADD CONSTRAINT "lti_users_platform_id_lti_platforms_id_fk" FOREIGN KEY ("platform_id") REFERENCES "public"."lti_platforms"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lti_users" ADD CONSTRAINT "lti_users_participant_id_participants_id_fk" FOREIGN KEY ("participant_id") REFERENCES "public"."participants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "record_sharing" ADD CONSTRAINT "record_sharing_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "annotation_drafts" ADD CONSTRAINT "annotation_drafts_task_id_tasks_id_fk" FOREIGN KEY ("task_id") REFERENCES "public"."tasks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "annotation_drafts" ADD CONSTRAINT "annotation_drafts_rater_id_participants_id_fk" FOREIGN KEY ("rater_id") REFERENCES "public"."participants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "annotations" ADD CONSTRAINT "annotations_task_id_tasks_id_fk" FOREIGN KEY ("task_id") REFERENCES "public"."tasks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "annotations" ADD CONSTRAINT "annotations_rater_id_participants_id_fk" FOREIGN KEY ("rater_id") REFERENCES "public"."participants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "clip_audit" ADD CONSTRAINT "clip_audit_clip_id_clips_id_fk" FOREIGN KEY ("clip_id") REFERENCES "public"."clips"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "clips" ADD CONSTRAINT "clips_contributor_id_participants_id_fk" FOREIGN KEY ("contributor_id") REFERENCES "public"."participants"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "slots" ADD CONSTRAINT "slots_task_id_tasks_id_fk" FOREIGN KEY ("task_id") REFERENCES "public"."tasks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_clip_id_clips_id_fk" FOREIGN KEY ("clip_id") REFERENCES "public"."clips"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "study_runs_study" ON "study_runs" USING btree ("study_id");--> statement-breakpoint
CREATE UNIQUE INDEX "study_runs_run" ON "study_runs" USING btree ("run_id");--> statement-breakpoint
CREATE UNIQUE INDEX "study_runs_number" ON "study_runs" USING btree ("study_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "class_learners_once" ON "class_learners" USING btree ("class_id","participant_id");--> statement-breakpoint
CREATE INDEX "class_learners_participant" ON "class_learners" USING btree ("participant_id");--> statement-breakpoint
CREATE INDEX "classes_participant" ON "classes" USING btree ("participant_id");--> statement-breakpoint
CREATE INDEX "lti_links_class" ON "lti_links" USING btree ("class_id");--> statement-breakpoint
CREATE UNIQUE INDEX "lti_platforms_once" ON "lti_platforms" USING btree ("issuer","client_id");--> statement-breakpoint
CREATE INDEX "lti_seats_token" ON "lti_seats" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "lti_users_participant" ON "lti_users" USING btree ("participant_id");--> statement-breakpoint
CREATE INDEX "record_sharing_due" ON "record_sharing" USING btree ("next_at_ms");--> statement-breakpoint
CREATE INDEX "annotation_drafts_rater" ON "annotation_drafts" USING btree ("rater_id");--> statement-breakpoint
CREATE INDEX "annotations_task" ON "annotations" USING btree ("task_id","rater_id");--> statement-breakpoint
CREATE INDEX "annotations_rater" ON "annotations" USING btree ("rater_id","at_ms");--> statement-breakpoint
CREATE INDEX "clips_contributor" ON "clips" USING btree ("contributor_id","created_at_ms");--> statement-breakpoint
CREATE INDEX "clips_state" ON "clips" USING btree ("state","language");--> statement-breakpoint
CREATE UNIQUE INDEX "slots_one_each" ON "slots" USING btree ("task_id","holder_id");--> statement-breakpoint
CREATE INDEX "slots_leased" ON "slots" USING btree ("holder_id") WHERE "slots"."kind" = 'leased';--> statement-breakpoint
CREATE UNIQUE INDEX "tasks_clip" ON "tasks" USING btree ("clip_id","campaign_id");--> statement-breakpoint
CREATE INDEX "tasks_queue" ON "tasks" USING btree ("campaign_id","language","stage","opened_at_ms") WHERE "tasks"."is_open";