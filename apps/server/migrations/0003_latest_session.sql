CREATE SEQUENCE "public"."event_numbers" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1;--> statement-breakpoint
DROP INDEX "sessions_participant";--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "last_event_number" bigint DEFAULT nextval('event_numbers') NOT NULL;--> statement-breakpoint
CREATE INDEX "sessions_participant" ON "sessions" USING btree ("participant_id","last_event_at_ms","last_event_number");