import { Button } from "@mantine/core";
import classes from "../conversation/ReminderNotices.module.css";
import { dayOf, nudgeDue } from "./use-days.ts";
import { useUsageTexts } from "./use-usage-texts.ts";
import { useUseClock } from "./use-use-clock.ts";

/** A word about time when a day's talking gets long, put away in one step, and for good if that is wanted. */
export function TimeNote() {
  const { t } = useUsageTexts();
  const { use, change } = useUseClock();
  const day = dayOf(new Date());
  const minutes = nudgeDue(use, day);
  if (minutes === undefined) return null;
  const saidAt = { day, minutes };
  return (
    <section className={classes.card} aria-label={t("note.label")}>
      <p role="status">{t("note.text", { minutes })}</p>
      <Button variant="light" onClick={() => change({ ...use, saidAt })}>
        {t("note.ok")}
      </Button>
      <Button variant="subtle" color="gray" onClick={() => change({ ...use, saidAt, remind: false })}>
        {t("note.off")}
      </Button>
    </section>
  );
}
