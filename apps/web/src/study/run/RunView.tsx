import { Button } from "@mantine/core";
import { needsCare, placeOf, workOf } from "@openempathic/experiences/study";
import type { StudyPersonEvent, StudyRun } from "@openempathic/experiences/study";
import { useEffect, useRef, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import classes from "../Study.module.css";
import { SamplingPlace } from "./SamplingPlace.tsx";
import { StudyCareCard } from "./StudyCareCard.tsx";
import { TaskView } from "./TaskView.tsx";

/** A participant’s way through a study: the task that it is time for, the days of sampling, the end. */
export function RunView(props: {
  readonly run: StudyRun;
  readonly country: string | undefined;
  readonly onAct: (act: StudyPersonEvent) => void;
}) {
  const { t } = useTranslation("study");
  const { run, country, onAct } = props;
  return (
    <>
      {needsCare(run) && (
        <StudyCareCard
          run={run}
          country={country}
          onCountry={(chosen) => onAct({ kind: "country-changed", country: chosen })}
        />
      )}
      <Now run={run} onAct={onAct} />
      <p className={classes.soft}>{t("run.code", { code: run.code })}</p>
    </>
  );
}

function Now({ run, onAct }: { readonly run: StudyRun; readonly onAct: (act: StudyPersonEvent) => void }) {
  const { t } = useTranslation("study");
  const place = placeOf(run);
  switch (place.kind) {
    case "task":
      return (
        <>
          <div className={classes.progress}>
            <span>{t("run.place", { place: place.place, of: place.of })}</span>
            <div className={classes.bar} aria-hidden="true">
              <div style={{ width: `${String((100 * (place.place - 1)) / place.of)}%` }} />
            </div>
          </div>
          <TaskView
            key={place.task.id}
            task={place.task}
            work={workOf(run, { taskId: place.task.id })}
            onAct={onAct}
          />
        </>
      );
    case "before-sampling":
      return (
        <End title={t("sampling.beginTitle")}>
          <p>{t("sampling.beginLead", { ...samplingWords(run) })}</p>
          <Button
            size="md"
            onClick={() =>
              onAct({ kind: "sampling-begun", timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone })
            }
          >
            {t("sampling.begin")}
          </Button>
        </End>
      );
    case "sampling":
      return <SamplingPlace run={run} onAct={onAct} />;
    case "finished":
      return (
        <End title={t("run.finished")}>
          <p>{t("run.finishedLead", { contact: run.protocol.contact })}</p>
        </End>
      );
    case "stopped":
      return (
        <End title={t("run.stopped")}>
          <p>{t("run.stoppedLead", { contact: run.protocol.contact })}</p>
        </End>
      );
  }
}

function End({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section className={classes.card}>
      <h2 ref={heading} tabIndex={-1}>
        {title}
      </h2>
      {children}
    </section>
  );
}

/** The numbers that the words about sampling need. */
export function samplingWords({ protocol }: StudyRun) {
  const { days = 0, perDay = 0, awake, answerWithinMinutes = 0 } = protocol.sampling ?? {};
  return { days, perDay, from: awake?.from ?? "", to: awake?.to ?? "", minutes: answerWithinMinutes };
}
