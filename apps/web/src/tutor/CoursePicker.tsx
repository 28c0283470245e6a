import { BUILT_IN_COURSES } from "@openempathic/experiences/tutor";
import type { Course } from "@openempathic/experiences/tutor";
import { useTranslation } from "react-i18next";
import { isLanguage } from "../i18n/start-i18n.ts";
import { OwnCourse } from "./OwnCourse.tsx";
import classes from "./Tutor.module.css";

/** A course that is chosen: one that comes with the tutor, by its id, or one's own. */
export type ChosenCourse = string | Course;

/** One of the courses that are there, or one from a file. */
export function CoursePicker(props: {
  readonly chosen: ChosenCourse;
  /** The course from a file, once there is one. */
  readonly own: Course | undefined;
  readonly onChoose: (course: ChosenCourse) => void;
  readonly onRead: (course: Course) => void;
}) {
  const { t, i18n } = useTranslation("tutor");
  const language = isLanguage(i18n.language) ? i18n.language : "en";
  const { chosen, own, onChoose, onRead } = props;
  const offers = [
    ...Object.entries(BUILT_IN_COURSES).map(([id, course]) => ({ pick: id, course: course[language] })),
    ...(own === undefined ? [] : [{ pick: own, course: own }]),
  ];
  return (
    <>
      <fieldset className={classes.courses}>
        <legend>{t("choose.title")}</legend>
        {offers.map(({ pick, course }) => (
          <label key={course.id} className={classes.choice}>
            <input
              type="radio"
              name="course"
              value={course.id}
              checked={chosen === pick}
              onChange={() => onChoose(pick)}
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
      <OwnCourse language={language} onRead={onRead} />
    </>
  );
}
