import { Button, Select, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSession } from "../session/use-session.ts";
import panel from "../understood/UnderstoodPanel.module.css";
import classes from "./MemoryPanel.module.css";

const TIME_ZONES = Intl.supportedValuesOf("timeZone");

/** A daily check-in, only for who asks for one. */
export function CheckInSection() {
  const { t } = useTranslation();
  const { store, snapshot } = useSession();
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const [time, setTime] = useState("19:00");
  const [timeZone, setTimeZone] = useState(here);
  const { checkIn } = snapshot.state;
  function ask(event: React.SubmitEvent) {
    event.preventDefault();
    const [hour, minute] = time.split(":").map(Number);
    if (hour === undefined || minute === undefined) return;
    void store.send({ kind: "check-in-asked", hour, minute, timeZone });
  }
  return (
    <section>
      <h2 className={panel.heading}>{t("checkIn.title")}</h2>
      <p className={panel.lead}>{t("checkIn.lead")}</p>
      {checkIn ? (
        <>
          <p style={{ margin: "14px 0" }}>
            <strong>
              {t("checkIn.on", { time: clock(checkIn.hour, checkIn.minute), timeZone: checkIn.timeZone })}
            </strong>
          </p>
          <Button variant="light" onClick={() => void store.send({ kind: "check-in-cancelled" })}>
            {t("checkIn.cancel")}
          </Button>
        </>
      ) : (
        <form onSubmit={ask}>
          <div className={classes.times}>
            <TextInput
              type="time"
              label={t("checkIn.time")}
              required
              withAsterisk={false}
              size="md"
              value={time}
              onChange={(event) => setTime(event.currentTarget.value)}
            />
            <Select
              label={t("checkIn.timeZone")}
              data={TIME_ZONES.includes(here) ? TIME_ZONES : [here, ...TIME_ZONES]}
              value={timeZone}
              onChange={(zone) => {
                if (zone !== null) setTimeZone(zone);
              }}
              searchable
              size="md"
              maxDropdownHeight={220}
            />
          </div>
          <Button type="submit" variant="light">
            {t("checkIn.ask")}
          </Button>
        </form>
      )}
    </section>
  );
}

function clock(hour: number, minute: number): string {
  return `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
}
