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
CREATE UNIQUE INDEX "class_learners_once" ON "class_learners" USING btree ("class_id","participant_id");--> statement-breakpoint
CREATE INDEX "class_learners_participant" ON "class_learners" USING btree ("participant_id");--> statement-breakpoint
CREATE INDEX "classes_participant" ON "classes" USING btree ("participant_id");--> statement-breakpoint
CREATE INDEX "lti_links_class" ON "lti_links" USING btree ("class_id");--> statement-breakpoint
CREATE UNIQUE INDEX "lti_platforms_once" ON "lti_platforms" USING btree ("issuer","client_id");--> statement-breakpoint
CREATE INDEX "lti_seats_token" ON "lti_seats" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "lti_users_participant" ON "lti_users" USING btree ("participant_id");--> statement-breakpoint
CREATE INDEX "record_sharing_due" ON "record_sharing" USING btree ("next_at_ms");