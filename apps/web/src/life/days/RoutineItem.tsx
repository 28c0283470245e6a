import { Button } from "@mantine/core";
import { isQuiet, nextRoutineTime, type Routine } from "@openempathic/experiences";
import { useState } from "react";
import { useSession } from "../../session/use-session.ts";
import classes from "../Life.module.css";
import { useLifeTexts } from "../use-life-texts.ts";
import { clockTime } from "./clock-time.ts";
import { RoutineForm, type RoutineWords } from "./RoutineForm.tsx";

/** One reminder: what and when, and to say that it was done, to change it, to end it. */
export function RoutineItem(props: {
  readonly routine: Routine;
  readonly onChange: (words: RoutineWords) => void;
  readonly onEnd: () => void;
}) {
  const { t } = useLifeTexts();
  const { store, snapshot } = useSession();
  const [isChanging, setChanging] = useState(false);
  const [wasDone, setDone] = useState(false);
  const { routine } = props;
  const { text, routineId } = routine;
  if (isChanging)
    return (
      <li className={classes.item}>
        <RoutineForm
          routine={routine}
          submit={t("save")}
          onCancel={() => setChanging(false)}
          onSave={(words) => {
            props.onChange(words);
            setChanging(false);
          }}
        />
      </li>
    );
  const { quietHours } = snapshot.state;
  const setMs = nextRoutineTime(routine, snapshot.state.atMs ?? 0);
  const waits = quietHours !== undefined && setMs !== undefined && isQuiet(quietHours, setMs);
  return (
    <li className={classes.item}>
      <h2 className={classes.itemTitle}>{text}</h2>
      <p className={classes.soft}>
        <When routine={routine} />
        {waits && ` ${t("days.quietNote")}`}
      </p>
      <div className={classes.row} style={{ marginTop: 8 }}>
        <Button
          size="compact-md"
          variant="light"
          aria-label={t("days.doneLabel", { text })}
          onClick={() => {
            void store.send({ kind: "routine-done", routineId });
            setDone(true);
          }}
        >
          {t("days.done")}
        </Button>
        <Button
          size="compact-md"
          variant="subtle"
          aria-label={t("days.changeLabel", { text })}
          onClick={() => setChanging(true)}
        >
          {t("days.change")}
        </Button>
        <Button
          size="compact-md"
          variant="subtle"
          color="clay"
          aria-label={t("days.endLabel", { text })}
          onClick={props.onEnd}
        >
          {t("days.end")}
        </Button>
        <span role="status">{wasDone && t("days.doneToday")}</span>
      </div>
    </li>
  );
}

function When({ routine }: { readonly routine: Routine }) {
  const { t, i18n } = useLifeTexts();
  const { hour, minute, days, timeZone } = routine;
  const time = clockTime(hour * 60 + minute);
  const names = days.map((day) => t(`days.weekdayLong.${day as 1 | 2 | 3 | 4 | 5 | 6 | 7}`));
  const list = new Intl.ListFormat(i18n.language, { type: "conjunction" }).format(names);
  const when = days.length === 7 ? t("days.every", { time }) : t("days.on", { days: list, time });
  const isHere = timeZone === Intl.DateTimeFormat().resolvedOptions().timeZone;
  return isHere ? `${when}.` : `${when}, ${t("days.zone", { zone: timeZone })}.`;
}
