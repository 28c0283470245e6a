import { Button } from "@mantine/core";
import { fateOf, openPrompt, promptTask, workOf } from "@openempathic/experiences/study";
import type { StudyPersonEvent, StudyRun } from "@openempathic/experiences/study";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import classes from "../Study.module.css";
import { TaskView } from "./TaskView.tsx";

/** How often the page looks at the clock. */
const LOOK_MS = 2_000;

/** Days of questions at times that nobody can foresee: the one that is open, or when they come. */
export function SamplingPlace(props: {
  readonly run: StudyRun;
  readonly onAct: (act: StudyPersonEvent) => void;
}) {
  const { run, onAct } = props;
  const nowMs = useNow();
  const prompt = openPrompt(run, nowMs);
  const { promptId, shownAtMs } = prompt ?? {};
  useEffect(() => {
    if (promptId !== undefined && shownAtMs === undefined) onAct({ kind: "prompt-shown", promptId });
  }, [promptId, shownAtMs, onAct]);
  const task = promptId === undefined ? undefined : promptTask(run, promptId);
  if (promptId !== undefined && task !== undefined) {
    const ref = { taskId: task.id, promptId };
    return (
      <TaskView
        key={`${promptId}.${task.id}`}
        task={task}
        promptId={promptId}
        work={workOf(run, ref)}
        onAct={onAct}
      />
    );
  }
  return <Between run={run} onAct={onAct} />;
}

function Between({
  run,
  onAct,
}: {
  readonly run: StudyRun;
  readonly onAct: (act: StudyPersonEvent) => void;
}) {
  const { t, i18n } = useTranslation("study");
  const { sampling } = run.protocol;
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const answered = run.prompts.filter((prompt) => fateOf(prompt) === "answered").length;
  const last = run.prompts.at(-1);
  const until =
    last === undefined
      ? ""
      : new Date(last.closesAtMs).toLocaleDateString(i18n.language, { dateStyle: "long" });
  return (
    <section className={classes.card}>
      <h2>{t("sampling.waiting")}</h2>
      <p>
        {t("sampling.when", {
          from: sampling?.awake.from ?? "",
          to: sampling?.awake.to ?? "",
          perDay: sampling?.perDay ?? 0,
          until,
          minutes: sampling?.answerWithinMinutes ?? 0,
        })}
      </p>
      <p role="status">{t("sampling.answered", { count: answered, of: run.prompts.length })}</p>
      {here !== run.timeZone && (
        <div className={classes.note}>
          <p>{t("sampling.otherClock", { old: run.timeZone ?? "", now: here })}</p>
          <Button variant="light" onClick={() => onAct({ kind: "time-zone-changed", timeZone: here })}>
            {t("sampling.useClock", { now: here })}
          </Button>
        </div>
      )}
    </section>
  );
}

function useNow(): number {
  const [nowMs, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), LOOK_MS);
    return () => clearInterval(timer);
  }, []);
  return nowMs;
}
