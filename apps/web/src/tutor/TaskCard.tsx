import { Button } from "@mantine/core";
import { courseOf, hintsOf, rightAnswer, taskOf } from "@openempathic/experiences/tutor";
import type { TaskPlace, TutorPersonEvent, TutorState } from "@openempathic/experiences/tutor";
import { useTranslation } from "react-i18next";
import { AnswerForm } from "./AnswerForm.tsx";
import { FocusedHeading } from "../experience/FocusedHeading.tsx";
import { HintList } from "./HintList.tsx";
import { LessonBlocks } from "./LessonBlocks.tsx";
import classes from "./Tutor.module.css";
import { WhyNow } from "./WhyNow.tsx";

/** A task: what is asked, the answer, the help, and why all this comes now. */
export function TaskCard(props: {
  readonly state: TutorState;
  readonly place: TaskPlace;
  readonly isConnected: boolean;
  readonly onSend: (act: TutorPersonEvent) => void;
}) {
  const { t } = useTranslation("tutor");
  const { state, place, isConnected, onSend } = props;
  const task = taskOf(state);
  const course = courseOf(state);
  if (task === undefined || course === undefined) return null;
  const { itemId, outcome } = place;
  const isOpen = outcome === "open";
  const isOffered = place.move?.move === "another-task";
  const showing = state.progress.shown.length;
  return (
    <section className={classes.card}>
      <FocusedHeading key={showing}>{course.skills.find(({ id }) => id === task.skill)?.name}</FocusedHeading>
      <LessonBlocks markdown={task.prompt} />
      {isOpen && (
        <AnswerForm
          key={showing}
          item={task}
          onAnswer={(answer) => onSend({ kind: "answered", itemId, answer })}
        />
      )}
      <div role="status">
        {place.last !== undefined && (
          <div className={place.last.judgement === "right" ? classes.said : classes.alert}>
            <p>
              <strong>{t(`task.${place.last.judgement}`)}</strong>{" "}
              {place.praise !== undefined && t(`praise.${place.praise}`)}
            </p>
          </div>
        )}
        {outcome === "shown" && (
          <div className={classes.said}>
            <p>
              <strong>{t("task.solution")}</strong>
            </p>
            <p>{t("task.rightAnswer", { answer: rightAnswer(task, course.language) })}</p>
            {task.solution !== "" && <p>{task.solution}</p>}
          </div>
        )}
        <HintList
          shown={hintsOf(state).shown}
          place={place}
          isConnected={isConnected && isOpen}
          onReword={() => onSend({ kind: "rewording-asked", itemId })}
        />
      </div>
      <div className={classes.row}>
        {(!isOpen || isOffered) && (
          <Button onClick={() => onSend({ kind: "task-asked" })}>
            {t(isOffered ? "task.another" : "task.next")}
          </Button>
        )}
        {isOpen && hintsOf(state).left > 0 && (
          <Button variant="light" onClick={() => onSend({ kind: "hint-asked", itemId })}>
            {t("task.hint")}
          </Button>
        )}
        {isOpen && !isOffered && (
          <Button variant="subtle" onClick={() => onSend({ kind: "task-skipped", itemId })}>
            {t("task.another")}
          </Button>
        )}
        <Button variant="subtle" onClick={() => onSend({ kind: "lesson-opened", unitId: place.unitId })}>
          {t("lesson.reread")}
        </Button>
      </div>
      {isOpen && place.tries === 0 && place.hints === 0 && (
        <p className={classes.soft}>{t("task.hintHelp")}</p>
      )}
      <WhyNow state={state} place={place} />
    </section>
  );
}
