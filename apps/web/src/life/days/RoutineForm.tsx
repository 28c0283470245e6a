import { Button, Chip, Input, TextInput } from "@mantine/core";
import { useId, useState } from "react";
import { FormEnd } from "../FormEnd.tsx";
import classes from "../Life.module.css";
import { useLifeTexts } from "../use-life-texts.ts";
import { clockTime, minuteOfDay } from "./clock-time.ts";

/** What a routine is set from. */
export interface RoutineWords {
  readonly text: string;
  readonly hour: number;
  readonly minute: number;
  readonly timeZone: string;
  readonly days: readonly number[];
}

const WEEK = [1, 2, 3, 4, 5, 6, 7] as const;
const IDEAS = ["walk", "call", "tea", "medicine"] as const;

/** Sets a reminder or changes one: what, when, on which days. */
export function RoutineForm(props: {
  readonly routine?: RoutineWords;
  readonly submit: string;
  readonly onSave: (words: RoutineWords) => void;
  readonly onCancel?: () => void;
}) {
  const { t } = useLifeTexts();
  const { routine } = props;
  const label = useId();
  const [text, setText] = useState(routine?.text ?? "");
  const [time, setTime] = useState(
    routine === undefined ? "10:00" : clockTime(routine.hour * 60 + routine.minute),
  );
  const [days, setDays] = useState<readonly number[]>(routine?.days ?? WEEK);
  const [isMissing, setMissing] = useState(false);

  function save(event: React.SubmitEvent) {
    event.preventDefault();
    const minute = minuteOfDay(time);
    const isWhole = text.trim() !== "" && days.length > 0 && minute !== undefined;
    setMissing(!isWhole);
    if (!isWhole) return;
    // A change keeps the clock that it was set by.
    const timeZone = routine?.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
    props.onSave({ text: text.trim(), hour: Math.floor(minute / 60), minute: minute % 60, timeZone, days });
    if (routine === undefined) setText("");
  }

  return (
    <form className={classes.fields} onSubmit={save}>
      <TextInput
        label={t("days.what")}
        placeholder={t("days.whatPlaceholder")}
        size="md"
        maxLength={200}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {routine === undefined && (
        <div className={classes.row} role="group" aria-label={t("days.ideas")}>
          {IDEAS.map((idea) => (
            <Button
              key={idea}
              size="compact-md"
              variant="default"
              onClick={() => setText(t(`days.idea.${idea}`))}
            >
              {t(`days.idea.${idea}`)}
            </Button>
          ))}
        </div>
      )}
      <TextInput
        type="time"
        label={t("days.time")}
        size="md"
        required
        withAsterisk={false}
        style={{ maxWidth: 180 }}
        value={time}
        onChange={(event) => setTime(event.currentTarget.value)}
      />
      <div role="group" aria-labelledby={label}>
        <Input.Label component="div" size="md" id={label}>
          {t("days.weekdays")}
        </Input.Label>
        <Chip.Group
          multiple
          value={days.map(String)}
          onChange={(chosen) => setDays(WEEK.filter((day) => chosen.includes(String(day))))}
        >
          <div className={classes.row}>
            {WEEK.map((day) => (
              <Chip key={day} value={String(day)} size="md" aria-label={t(`days.weekdayLong.${day}`)}>
                {t(`days.weekday.${day}`)}
              </Chip>
            ))}
          </div>
        </Chip.Group>
      </div>
      {isMissing && <p role="alert">{t("days.needed")}</p>}
      <FormEnd submit={props.submit} onCancel={props.onCancel} />
    </form>
  );
}
