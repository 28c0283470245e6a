CREATE TABLE "study_runs" (
	"id" text PRIMARY KEY NOT NULL,
	"study_id" text NOT NULL,
	"run_id" text,
	"number" integer
);
--> statement-breakpoint
ALTER TABLE "study_runs" ADD CONSTRAINT "study_runs_study_id_sessions_id_fk" FOREIGN KEY ("study_id") REFERENCES "public"."sessions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "study_runs" ADD CONSTRAINT "study_runs_run_id_sessions_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."sessions"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "study_runs_study" ON "study_runs" USING btree ("study_id");--> statement-breakpoint
CREATE UNIQUE INDEX "study_runs_run" ON "study_runs" USING btree ("run_id");--> statement-breakpoint
CREATE UNIQUE INDEX "study_runs_number" ON "study_runs" USING btree ("study_id","number");