ALTER TABLE "schedules" ADD COLUMN "event" jsonb;--> statement-breakpoint
ALTER TABLE "schedules" ADD COLUMN "latest_ms" bigint;--> statement-breakpoint
UPDATE "schedules" SET "event" = jsonb_build_object('kind', 'checked-in', 'text', "text"), "latest_ms" = 7200000;--> statement-breakpoint
ALTER TABLE "schedules" ALTER COLUMN "event" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "schedules" DROP COLUMN "text";