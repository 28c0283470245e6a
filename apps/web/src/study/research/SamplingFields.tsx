import { Checkbox, NumberInput, TextInput } from "@mantine/core";
import { PROTOCOL_LIMITS } from "@openempathic/experiences/study";
import type { Sampling } from "@openempathic/experiences/study";
import { useTranslation } from "react-i18next";
import classes from "../Study.module.css";
import { TaskList } from "./TaskList.tsx";
import type { Draft } from "./use-draft.ts";

/** Experience sampling: on how many days, how often, and when not. */
export function SamplingFields({ draft: { protocol, change } }: { readonly draft: Draft }) {
  const { t } = useTranslation("study");
  const { sampling, ...rest } = protocol;
  const set = (fields: Partial<Sampling>): void => {
    if (sampling !== undefined) change({ sampling: { ...sampling, ...fields } });
  };
  const toggle = (isOn: boolean): void => {
    change(
      isOn
        ? { ...rest, sampling: usual(t("start.affect-grid", { lng: protocol.language })) }
        : withoutSampling(),
    );
  };
  /** `change` puts fields over the old ones; an absent one is said by naming it. */
  function withoutSampling() {
    return { sampling: undefined } as unknown as Partial<typeof protocol>;
  }
  const quiet = sampling?.quiet[0];
  return (
    <>
      <section className={classes.card} aria-labelledby="plan-sampling">
        <h2 id="plan-sampling">{t("sampling.title")}</h2>
        <Checkbox
          label={t("sampling.on")}
          description={t("sampling.onHelp")}
          checked={sampling !== undefined}
          onChange={(event) => toggle(event.currentTarget.checked)}
        />
        {sampling !== undefined && (
          <div className={`${classes.fields} ${classes.after}`}>
            <div className={classes.pair}>
              <Count
                label={t("sampling.days")}
                max={PROTOCOL_LIMITS.days}
                value={sampling.days}
                onChange={(days) => set({ days })}
              />
              <Count
                label={t("sampling.perDay")}
                max={PROTOCOL_LIMITS.perDay}
                value={sampling.perDay}
                onChange={(perDay) => set({ perDay })}
              />
              <Count
                label={t("sampling.minutes")}
                max={1_440}
                value={sampling.answerWithinMinutes}
                onChange={(minutes) => set({ answerWithinMinutes: minutes })}
              />
            </div>
            <div className={classes.pair}>
              <Clock
                label={t("sampling.from")}
                value={sampling.awake.from}
                onChange={(from) => set({ awake: { ...sampling.awake, from } })}
              />
              <Clock
                label={t("sampling.to")}
                value={sampling.awake.to}
                onChange={(to) => set({ awake: { ...sampling.awake, to } })}
              />
            </div>
            <Checkbox
              label={t("sampling.quiet")}
              checked={quiet !== undefined}
              onChange={(event) =>
                set({ quiet: event.currentTarget.checked ? [{ from: "12:00", to: "13:00" }] : [] })
              }
            />
            {quiet !== undefined && (
              <div className={classes.pair}>
                <Clock
                  label={t("sampling.quietFrom")}
                  value={quiet.from}
                  onChange={(from) => set({ quiet: [{ ...quiet, from }] })}
                />
                <Clock
                  label={t("sampling.quietTo")}
                  value={quiet.to}
                  onChange={(to) => set({ quiet: [{ ...quiet, to }] })}
                />
              </div>
            )}
          </div>
        )}
      </section>
      {sampling !== undefined && (
        <TaskList
          title={t("sampling.tasks")}
          lead={t("sampling.tasksLead")}
          tasks={sampling.tasks}
          protocol={protocol}
          isShort
          onTasks={(tasks) => set({ tasks })}
        />
      )}
    </>
  );
}

function usual(prompt: string): Sampling {
  return {
    days: 7,
    perDay: 5,
    awake: { from: "09:00", to: "21:00" },
    quiet: [],
    answerWithinMinutes: 30,
    tasks: [{ kind: "affect-grid", id: "moment", title: "Now", prompt }],
  };
}

function Count(props: {
  readonly label: string;
  readonly max: number;
  readonly value: number;
  readonly onChange: (value: number) => void;
}) {
  const { label, max, value, onChange } = props;
  return (
    <NumberInput
      label={label}
      min={1}
      max={max}
      allowDecimal={false}
      value={value}
      onChange={(given) => onChange(Math.max(1, Number(given)))}
    />
  );
}

function Clock(props: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  const { label, value, onChange } = props;
  return (
    <TextInput
      type="time"
      label={label}
      value={value}
      onChange={(event) => {
        if (event.currentTarget.value !== "") onChange(event.currentTarget.value);
      }}
    />
  );
}
