import { Button } from "@mantine/core";
import type { Course, TutorPersonEvent } from "@openempathic/experiences/tutor";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSessions } from "../api/queries.ts";
import { hashOfSession } from "../app/route.ts";
import { BeforeWeBegin } from "../experience/BeforeWeBegin.tsx";
import type { ExperienceSession } from "../experience/use-experience-session.ts";
import { CoursePicker } from "./CoursePicker.tsx";
import type { ChosenCourse } from "./CoursePicker.tsx";
import classes from "./Tutor.module.css";

/** A course to begin: one of those that are there, or one from a file. */
export function ChooseCourse({
  session,
}: {
  readonly session: ExperienceSession<unknown, TutorPersonEvent>;
}) {
  const { t } = useTranslation("tutor");
  const [latest] = useSessions("tutor").data ?? [];
  const [chosen, setChosen] = useState<ChosenCourse>("fractions");
  const [own, setOwn] = useState<Course>();
  const begin = () =>
    session.begin(
      typeof chosen === "string"
        ? { kind: "course-chosen", courseId: chosen }
        : { kind: "course-brought", course: chosen },
    );
  return (
    <>
      {latest !== undefined && (
        <div className={classes.row} style={{ marginBottom: 20 }}>
          <Button component="a" variant="light" href={hashOfSession(latest)}>
            {t("choose.goOn")}
          </Button>
        </div>
      )}
      <BeforeWeBegin session={session} onBegin={begin}>
        <CoursePicker
          chosen={chosen}
          own={own}
          onChoose={setChosen}
          onRead={(course) => {
            setOwn(course);
            setChosen(course);
          }}
        />
      </BeforeWeBegin>
    </>
  );
}
