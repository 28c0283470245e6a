CREATE TABLE "care_counts" (
	"day" text NOT NULL,
	"level" text NOT NULL,
	"step" text NOT NULL,
	"country" text NOT NULL,
	"answers" integer NOT NULL,
	CONSTRAINT "care_counts_day_level_step_country_pk" PRIMARY KEY("day","level","step","country")
);
