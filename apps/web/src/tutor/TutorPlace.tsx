import { Button } from "@mantine/core";
import { courseOf, unitOf } from "@openempathic/experiences/tutor";
import type { TutorPersonEvent, TutorState } from "@openempathic/experiences/tutor";
import { useTranslation } from "react-i18next";
import { useMe } from "../api/queries.ts";
import { ExperienceFrame } from "../experience/ExperienceFrame.tsx";
import type { ExperienceSession } from "../experience/use-experience-session.ts";
import { CareCard } from "./CareCard.tsx";
import { ClassPlacePanel } from "./class/ClassPlacePanel.tsx";
import { FeelingPanel } from "./FeelingPanel.tsx";
import { FocusedHeading } from "../experience/FocusedHeading.tsx";
import { LessonBlocks } from "./LessonBlocks.tsx";
import { MasteryPanel } from "./MasteryPanel.tsx";
import { RecordsPanel } from "./record/RecordsPanel.tsx";
import { TaskCard } from "./TaskCard.tsx";
import classes from "./Tutor.module.css";

/** A course that somebody is in: the lesson or task, how it goes, and what sits. */
export function TutorPlace(props: {
  readonly session: ExperienceSession<TutorState, TutorPersonEvent>;
  readonly sessionId: string;
  readonly state: TutorState;
}) {
  const { t } = useTranslation("tutor");
  const { session, state } = props;
  const isConnected = useMe().data?.languageModel.connected ?? false;
  const course = courseOf(state);
  const send = (act: TutorPersonEvent) => void session.send(act);
  return (
    <ExperienceFrame title={course?.title ?? t("title")} session={session} wide>
      <div className={classes.place}>
        <div className={classes.side}>
          {state.care !== undefined && <CareCard care={state.care} state={state} onSend={send} />}
          <Now state={state} isConnected={isConnected} onSend={send} />
        </div>
        <div className={classes.side}>
          <FeelingPanel state={state} onSend={send} />
          <MasteryPanel state={state} />
          <ClassPlacePanel sessionId={props.sessionId} />
          <RecordsPanel sessionId={props.sessionId} />
          <p className={classes.soft}>
            {isConnected ? "" : t("model.without")}
            {course !== undefined && course.licence !== "" && (
              <small> {t("licence", { authors: course.authors, licence: course.licence })}</small>
            )}
          </p>
        </div>
      </div>
    </ExperienceFrame>
  );
}

function Now(props: {
  readonly state: TutorState;
  readonly isConnected: boolean;
  readonly onSend: (act: TutorPersonEvent) => void;
}) {
  const { t } = useTranslation("tutor");
  const { state, onSend } = props;
  const course = courseOf(state);
  switch (state.place.kind) {
    case "choosing":
      return null;
    case "task":
      return <TaskCard {...props} place={state.place} />;
    case "lesson": {
      const unit = unitOf(state);
      if (unit === undefined || course === undefined) return null;
      const number = course.units.indexOf(unit) + 1;
      return (
        <section className={classes.card}>
          <FocusedHeading key={unit.id}>{unit.title}</FocusedHeading>
          <p className={classes.soft}>{t("lesson.unit", { number, count: course.units.length })}</p>
          {unit.lesson === "" ? <p>{t("lesson.none")}</p> : <LessonBlocks markdown={unit.lesson} />}
          <div className={classes.row}>
            <Button size="md" onClick={() => onSend({ kind: "task-asked" })}>
              {t("lesson.begin")}
            </Button>
          </div>
        </section>
      );
    }
    case "finished":
      return (
        <section className={classes.card}>
          <FocusedHeading>{t("finished.title")}</FocusedHeading>
          <p>{t("finished.lead")}</p>
          <div className={classes.row}>
            {course?.units.map(({ id, title }) => (
              <Button key={id} variant="light" onClick={() => onSend({ kind: "lesson-opened", unitId: id })}>
                {t("finished.again", { title })}
              </Button>
            ))}
          </div>
        </section>
      );
  }
}
