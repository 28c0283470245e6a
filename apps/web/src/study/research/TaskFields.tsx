import { Checkbox, Select, TextInput, Textarea } from "@mantine/core";
import type { StudyProtocol, StudyTask } from "@openempathic/experiences/study";
import { useTranslation } from "react-i18next";
import classes from "../Study.module.css";
import { InstrumentFields } from "./InstrumentFields.tsx";

/** What can be changed in one task. */
export function TaskFields(props: {
  readonly task: StudyTask;
  readonly earlier: readonly StudyTask[];
  readonly protocol: StudyProtocol;
  readonly isShort: boolean;
  readonly onTask: (task: StudyTask) => void;
}) {
  const { t } = useTranslation("study");
  const { task, earlier, protocol, isShort, onTask } = props;
  const { arms: only, moves, retestOf, ...bare } = task;
  const same = earlier.filter(
    (each) =>
      each.kind === task.kind &&
      task.kind !== "page" &&
      (each.kind !== "questionnaire" ||
        task.kind !== "questionnaire" ||
        each.instrument.id === task.instrument.id),
  );
  /** The task with these fields; one that is empty is left away. */
  function withFrame(fields: Pick<StudyTask, "arms" | "moves" | "retestOf"> | object): void {
    const all: Readonly<Record<string, unknown>> = {
      ...(only === undefined ? {} : { arms: only }),
      ...(moves === undefined ? {} : { moves }),
      ...(retestOf === undefined ? {} : { retestOf }),
      ...fields,
    };
    const kept = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
    onTask({ ...bare, ...kept });
  }
  return (
    <div className={`${classes.fields} ${classes.after}`}>
      <TextInput
        label={t("task.title")}
        maxLength={300}
        value={task.title}
        onChange={(event) => onTask({ ...task, title: event.currentTarget.value })}
      />
      <Content task={task} onTask={onTask} />
      {protocol.arms.length > 1 && (
        <div role="group" aria-label={t("task.arms")}>
          <p className={classes.soft}>{t("task.arms")}</p>
          <div className={classes.row}>
            {protocol.arms.map(({ id, name }) => {
              const isIn = only === undefined || only.includes(id);
              return (
                <Checkbox
                  key={id}
                  label={name === "" ? id : name}
                  checked={isIn}
                  onChange={() => {
                    const all = protocol.arms.map((arm) => arm.id);
                    const next = all.filter((each) =>
                      each === id ? !isIn : only === undefined || only.includes(each),
                    );
                    if (next.length > 0) withFrame({ arms: next.length === all.length ? undefined : next });
                  }}
                />
              );
            })}
          </div>
        </div>
      )}
      {!isShort && protocol.order !== "fixed" && (
        <Checkbox
          label={t("task.moves")}
          checked={moves === true}
          onChange={(event) => withFrame({ moves: event.currentTarget.checked ? true : undefined })}
        />
      )}
      {!isShort && same.length > 0 && (
        <Select
          label={t("task.retest")}
          description={t("task.retestHelp")}
          clearable
          data={same.map(({ id, title }) => ({ value: id, label: title }))}
          value={retestOf ?? null}
          onChange={(first) => withFrame({ retestOf: first ?? undefined })}
        />
      )}
    </div>
  );
}

function Content({ task, onTask }: { readonly task: StudyTask; readonly onTask: (task: StudyTask) => void }) {
  const { t } = useTranslation("study");
  switch (task.kind) {
    case "questionnaire":
      return (
        <InstrumentFields
          instrument={task.instrument}
          onInstrument={(instrument) => onTask({ ...task, instrument })}
        />
      );
    case "page":
      return (
        <Words label={t("task.text")} value={task.text} onChange={(text) => onTask({ ...task, text })} />
      );
    case "rate-texts":
      return (
        <>
          <Words
            label={t("task.prompt")}
            value={task.prompt}
            onChange={(prompt) => onTask({ ...task, prompt })}
          />
          <Words
            label={t("task.texts")}
            help={t("task.textsHelp")}
            value={task.texts.map(({ text }) => text).join("\n\n")}
            onChange={(all) =>
              onTask({
                ...task,
                texts: all
                  .split(/\n{2,}/u)
                  .slice(0, 60)
                  .map((text, index) => ({ id: `text${String(index + 1)}`, text })),
              })
            }
          />
        </>
      );
    case "affective-slider":
    case "affect-grid":
    case "free-label":
    case "own-text":
      return (
        <Words
          label={t("task.prompt")}
          value={task.prompt}
          onChange={(prompt) => onTask({ ...task, prompt })}
        />
      );
  }
}

function Words(props: {
  readonly label: string;
  readonly help?: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  const { label, help, value, onChange } = props;
  return (
    <Textarea
      label={label}
      description={help}
      autosize
      minRows={2}
      maxRows={14}
      maxLength={20_000}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
