import { useTranslation } from "react-i18next";
import classes from "./DayAgo.module.css";
import { daysBetween } from "./days-between.ts";

/** How many days ago something was, in a word. */
export function DayAgo({ atMs }: { readonly atMs: number }) {
  const { t } = useTranslation();
  const days = daysBetween(new Date(atMs), new Date());
  const words =
    days <= 0
      ? t("sessions.today")
      : days === 1
        ? t("sessions.yesterday")
        : t("sessions.daysAgo", { count: days });
  return (
    <time className={classes.ago} dateTime={new Date(atMs).toISOString()}>
      {words}
    </time>
  );
}
