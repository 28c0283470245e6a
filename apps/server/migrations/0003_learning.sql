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
ALTER TABLE "class_learners" ADD CONSTRAINT "class_learners_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "class_learners" ADD CONSTRAINT "class_learners_class_id_classes_id_fk" FOREIGN KEY ("class_id") REFERENCES "public"."classes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "class_learners" ADD CONSTRAINT "class_learners_participant_id_participants_id_fk" FOREIGN KEY ("participant_id") REFERENCES "public"."participants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "classes" ADD CONSTRAINT "classes_participant_id_participants_id_fk" FOREIGN KEY ("participant_id") REFERENCES "public"."participants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "record_sharing" ADD CONSTRAINT "record_sharing_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "class_learners_once" ON "class_learners" USING btree ("class_id","participant_id");--> statement-breakpoint
CREATE INDEX "class_learners_participant" ON "class_learners" USING btree ("participant_id");--> statement-breakpoint
CREATE INDEX "classes_participant" ON "classes" USING btree ("participant_id");--> statement-breakpoint
CREATE INDEX "record_sharing_due" ON "record_sharing" USING btree ("next_at_ms");