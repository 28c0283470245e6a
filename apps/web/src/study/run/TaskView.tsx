import { Button } from "@mantine/core";
import { AFFECTIVE_SLIDER_CREDIT } from "@openempathic/experiences/calm";
import type { DatumValue, StudyPersonEvent, StudyTask, TaskWork } from "@openempathic/experiences/study";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import classes from "../Study.module.css";
import { AffectGrid } from "./AffectGrid.tsx";
import { missingIn } from "./missing-in.ts";
import { QuestionnaireForm } from "./QuestionnaireForm.tsx";
import type { TaskFormProps } from "./task-form-props.ts";
import { UnitSlider } from "./UnitSlider.tsx";
import { WordsField } from "./WordsField.tsx";

/** One task, its answers kept as they are given, and the way on; leaving something out is asked about once. */
export function TaskView(props: {
  readonly task: StudyTask;
  readonly promptId?: string;
  readonly work: TaskWork | undefined;
  readonly onAct: (act: StudyPersonEvent) => void;
}) {
  const { t } = useTranslation("study");
  const { task, promptId, work, onAct } = props;
  const ref = { taskId: task.id, ...(promptId === undefined ? {} : { promptId }) };
  const isBegun = work !== undefined;
  const heading = useRef<HTMLHeadingElement>(null);
  const [asked, setAsked] = useState(false);
  useEffect(() => {
    if (!isBegun) onAct({ kind: "task-begun", ...ref });
    heading.current?.focus();
    // Once for each task: its key is new whenever the task is another.
  }, []);
  const values = work?.values ?? {};
  const missing = missingIn(task, values);
  return (
    <section className={classes.card} aria-labelledby="study-task">
      <h2 id="study-task" ref={heading} tabIndex={-1}>
        {task.title}
      </h2>
      <TaskForm
        task={task}
        values={values}
        onValues={(given) => onAct({ kind: "answered", ...ref, values: given })}
      />
      {asked && missing > 0 && (
        <p className={classes.note} role="status">
          {t("run.missing", { count: missing })}
        </p>
      )}
      <div className={`${classes.row} ${classes.after}`}>
        <Button
          size="md"
          onClick={() => {
            if (missing > 0 && !asked) setAsked(true);
            else onAct({ kind: "task-finished", ...ref });
          }}
        >
          {asked && missing > 0 ? t("run.nextAnyway") : t("run.next")}
        </Button>
      </div>
    </section>
  );
}

function TaskForm({ task, values, onValues }: TaskFormProps) {
  const { t } = useTranslation("study");
  switch (task.kind) {
    case "page":
      return <p className={classes.text}>{task.text}</p>;
    case "questionnaire":
      return <QuestionnaireForm task={task} values={values} onValues={onValues} />;
    case "affective-slider":
      return (
        <div className={classes.fields}>
          <p className={classes.text}>{task.prompt}</p>
          <Sliders values={values} onValues={onValues} />
          <Credit />
        </div>
      );
    case "affect-grid": {
      const { pleasure, arousal } = values;
      const place =
        typeof pleasure === "number" && typeof arousal === "number" ? { pleasure, arousal } : undefined;
      return (
        <div className={classes.fields}>
          <p className={classes.text}>{task.prompt}</p>
          <AffectGrid label={task.prompt} value={place} onChange={(given) => onValues({ ...given })} />
        </div>
      );
    }
    case "free-label":
      return (
        <WordsField
          label={task.prompt}
          rows={1}
          longest={200}
          value={textOf(values["words"])}
          onGiven={(words) => onValues({ words })}
        />
      );
    case "own-text":
      return (
        <div className={classes.fields}>
          <WordsField
            label={task.prompt}
            rows={5}
            longest={4_000}
            value={textOf(values["text"])}
            onGiven={(text) => onValues({ text })}
          />
          <p>{t("run.howDidItFeel")}</p>
          <Sliders values={values} onValues={onValues} />
          <p className={classes.soft}>{t("run.willBeRead")}</p>
        </div>
      );
    case "rate-texts":
      return (
        <div className={classes.items}>
          <p className={classes.text}>{task.prompt}</p>
          {task.texts.map(({ id, text }) => (
            <fieldset key={id} className={classes.item}>
              <legend className={classes.text}>{text}</legend>
              <Sliders values={values} onValues={onValues} of={id} about={text} />
            </fieldset>
          ))}
        </div>
      );
  }
}

function Sliders(props: {
  readonly values: TaskWork["values"];
  readonly onValues: TaskFormProps["onValues"];
  readonly of?: string;
  readonly about?: string;
}) {
  const { values, onValues, of, about } = props;
  return (
    <div className={classes.fields}>
      {(["arousal", "pleasure"] as const).map((dimension) => {
        const name = of === undefined ? dimension : `${of}_${dimension}`;
        const value = values[name];
        return (
          <UnitSlider
            key={name}
            dimension={dimension}
            {...(about === undefined ? {} : { about })}
            value={typeof value === "number" ? value : undefined}
            onChange={(given) => onValues({ [name]: given })}
          />
        );
      })}
    </div>
  );
}

function Credit() {
  const { t } = useTranslation("study");
  const { citation, doi } = AFFECTIVE_SLIDER_CREDIT;
  return (
    <p className={classes.soft}>
      <a href={`https://doi.org/${doi}`} target="_blank" rel="noreferrer" title={citation}>
        {t("slider.credit")}
      </a>
    </p>
  );
}

function textOf(value: DatumValue | undefined): string {
  return typeof value === "string" ? value : "";
}
