import { Button } from "@mantine/core";
import type { StudyProtocol, StudyTask } from "@openempathic/experiences/study";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import classes from "../Study.module.css";
import { AddTask } from "./AddTask.tsx";
import { TaskFields } from "./TaskFields.tsx";

/** What participants do, one after the other. */
export function TaskList(props: {
  readonly title: string;
  readonly lead: string;
  readonly tasks: readonly StudyTask[];
  readonly protocol: StudyProtocol;
  /** In the middle of a day only short tasks are asked, and none twice. */
  readonly isShort?: boolean;
  readonly onTasks: (tasks: readonly StudyTask[]) => void;
}) {
  const { t } = useTranslation("study");
  const { title, lead, tasks, protocol, isShort = false, onTasks } = props;
  const [open, setOpen] = useState<string>();
  const taken = [...protocol.tasks, ...(protocol.sampling?.tasks ?? [])].map(({ id }) => id);
  const headingId = isShort ? "plan-short-tasks" : "plan-tasks";
  const move = (from: number, to: number) => {
    const next = [...tasks];
    const [task] = next.splice(from, 1);
    if (task !== undefined) next.splice(to, 0, task);
    onTasks(next);
  };
  return (
    <section className={classes.card} aria-labelledby={headingId}>
      <h2 id={headingId}>{title}</h2>
      <p className={classes.soft}>{lead}</p>
      {tasks.length === 0 && <p>{t("task.none")}</p>}
      <ol className={classes.tasks}>
        {tasks.map((task, index) => (
          <li key={task.id} className={classes.task}>
            <div className={classes.taskHead}>
              <h3>
                {task.title} <small className={classes.soft}>{t(`kind.${task.kind}`)}</small>
              </h3>
              <div className={classes.row}>
                <Button
                  size="compact-md"
                  variant="light"
                  aria-expanded={open === task.id}
                  aria-label={t("task.change", { title: task.title })}
                  onClick={() => setOpen(open === task.id ? undefined : task.id)}
                >
                  {t(open === task.id ? "task.done" : "task.edit")}
                </Button>
                {index > 0 && (
                  <Button
                    size="compact-md"
                    variant="subtle"
                    aria-label={t("task.up", { title: task.title })}
                    onClick={() => move(index, index - 1)}
                  >
                    ↑
                  </Button>
                )}
                <Button
                  size="compact-md"
                  variant="subtle"
                  aria-label={t("task.remove", { title: task.title })}
                  onClick={() => onTasks(tasks.filter(({ id }) => id !== task.id))}
                >
                  {t("plan.remove")}
                </Button>
              </div>
            </div>
            {open === task.id && (
              <TaskFields
                task={task}
                earlier={tasks.slice(0, index)}
                protocol={protocol}
                isShort={isShort}
                onTask={(changed) => onTasks(tasks.map((each) => (each.id === task.id ? changed : each)))}
              />
            )}
          </li>
        ))}
      </ol>
      <AddTask
        language={protocol.language}
        taken={taken}
        isShort={isShort}
        onAdd={(task) => {
          onTasks([...tasks, task]);
          setOpen(task.id);
        }}
      />
    </section>
  );
}
