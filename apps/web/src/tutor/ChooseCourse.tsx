import { Button } from "@mantine/core";
import { BUILT_IN_COURSES } from "@openempathic/experiences/tutor";
import type { Course, TutorPersonEvent } from "@openempathic/experiences/tutor";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSessions } from "../api/queries.ts";
import { hashOfSession } from "../app/route.ts";
import { BeforeWeBegin } from "../experience/BeforeWeBegin.tsx";
import type { ExperienceSession } from "../experience/use-experience-session.ts";
import { isLanguage } from "../i18n/start-i18n.ts";
import { OwnCourse } from "./OwnCourse.tsx";
import classes from "./Tutor.module.css";

/** A course to begin: one of those that are there, or one from a file. */
export function ChooseCourse({
  session,
}: {
  readonly session: ExperienceSession<unknown, TutorPersonEvent>;
}) {
  const { t, i18n } = useTranslation("tutor");
  const language = isLanguage(i18n.language) ? i18n.language : "en";
  const [latest] = useSessions("tutor").data ?? [];
  const [chosen, setChosen] = useState("fractions");
  const [own, setOwn] = useState<Course>();
  const courses = Object.values(BUILT_IN_COURSES).map((each) => each[language]);
  const offered = own === undefined ? courses : [...courses, own];
  const begin = () =>
    session.begin(
      chosen === "own" && own !== undefined
        ? { kind: "course-brought", course: own }
        : { kind: "course-chosen", courseId: chosen },
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
        <fieldset className={classes.courses}>
          <legend>{t("choose.title")}</legend>
          {offered.map((course) => (
            <label key={course.id} className={classes.choice}>
              <input
                type="radio"
                name="course"
                value={course.id}
                checked={chosen === course.id}
                onChange={() => setChosen(course.id)}
              />
              <span>
                <strong>{course.title}</strong>
                {course.lead !== "" && <small>{course.lead}</small>}
                <small>
                  {t("choose.tasks", {
                    units: course.units.length,
                    items: course.items.length,
                    licence: course.licence === "" ? t("choose.own") : course.licence,
                  })}
                </small>
              </span>
            </label>
          ))}
        </fieldset>
        <OwnCourse
          language={language}
          onRead={(course) => {
            setOwn(course);
            setChosen("own");
          }}
        />
      </BeforeWeBegin>
    </>
  );
}
