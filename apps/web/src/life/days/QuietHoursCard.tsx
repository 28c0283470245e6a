import { Button, TextInput } from "@mantine/core";
import { useState } from "react";
import { useSession } from "../../session/use-session.ts";
import classes from "../Life.module.css";
import { useLifeTexts } from "../use-life-texts.ts";
import { clockTime, minuteOfDay } from "./clock-time.ts";

/** The hours in which nothing comes by itself. */
export function QuietHoursCard() {
  const { t } = useLifeTexts();
  const { store, snapshot } = useSession();
  const [from, setFrom] = useState("21:00");
  const [to, setTo] = useState("08:00");
  const { quietHours } = snapshot.state;
  const isSame = from === to;

  function keep(event: React.SubmitEvent) {
    event.preventDefault();
    const fromMinute = minuteOfDay(from);
    const toMinute = minuteOfDay(to);
    if (fromMinute === undefined || toMinute === undefined || isSame) return;
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
    void store.send({ kind: "quiet-hours-set", fromMinute, toMinute, timeZone });
  }

  return (
    <section className={classes.card}>
      <h2 className={classes.cardTitle}>{t("days.quiet")}</h2>
      <p className={classes.soft}>{t("days.quietLead")}</p>
      {quietHours ? (
        <div className={classes.fields}>
          <p style={{ margin: 0 }}>
            <strong>
              {t("days.quietOn", {
                from: clockTime(quietHours.fromMinute),
                to: clockTime(quietHours.toMinute),
                zone: quietHours.timeZone,
              })}
            </strong>
          </p>
          <div className={classes.row}>
            <Button variant="light" onClick={() => void store.send({ kind: "quiet-hours-cleared" })}>
              {t("days.quietClear")}
            </Button>
          </div>
        </div>
      ) : (
        <form className={classes.fields} onSubmit={keep}>
          <div
            className={classes.pair}
            style={{ gridTemplateColumns: "repeat(auto-fit, minmax(120px, 180px))" }}
          >
            <TextInput
              type="time"
              label={t("days.from")}
              size="md"
              required
              withAsterisk={false}
              value={from}
              onChange={(event) => setFrom(event.currentTarget.value)}
            />
            <TextInput
              type="time"
              label={t("days.to")}
              size="md"
              required
              withAsterisk={false}
              value={to}
              error={isSame ? t("days.quietSame") : undefined}
              onChange={(event) => setTo(event.currentTarget.value)}
            />
          </div>
          <div className={classes.row}>
            <Button type="submit" variant="light">
              {t("days.quietSave")}
            </Button>
          </div>
        </form>
      )}
    </section>
  );
}
