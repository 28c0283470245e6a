import { Button, FileButton } from "@mantine/core";
import { faultText } from "@openempathic/experiences/tutor";
import type { Course, CourseReading } from "@openempathic/experiences/tutor";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Language } from "../i18n/start-i18n.ts";
import { readCourseFile } from "./read-course-file.ts";
import classes from "./Tutor.module.css";

const SHOWN_FAULTS = 12;

/** A course from a file: read whole, or refused with every line that stands in the way. */
export function OwnCourse(props: { readonly language: Language; readonly onRead: (course: Course) => void }) {
  const { t } = useTranslation("tutor");
  const [file, setFile] = useState<{ readonly name: string; readonly reading: CourseReading }>();
  async function open(opened: File | null): Promise<void> {
    if (opened === null) return;
    const reading = await readCourseFile(opened, props.language);
    setFile({ name: opened.name, reading });
    if (reading.kind === "read") props.onRead(reading.course);
  }
  return (
    <section aria-label={t("choose.own")}>
      <p className={classes.soft}>{t("choose.ownHelp")}</p>
      <FileButton accept=".gift,.txt,.csv" onChange={(opened) => void open(opened)}>
        {(button) => (
          <Button variant="default" {...button}>
            {t("choose.ownPick")}
          </Button>
        )}
      </FileButton>
      <div role="status">
        {file?.reading.kind === "read" && (
          <p>
            {t("choose.ownRead", {
              title: file.reading.course.title,
              count: file.reading.course.items.length,
            })}
          </p>
        )}
        {file?.reading.kind === "faulty" && (
          <div className={classes.alert}>
            <p>{t("choose.ownFaulty", { name: file.name })}</p>
            <ul className={classes.faults}>
              {file.reading.faults.slice(0, SHOWN_FAULTS).map((fault, index) => (
                <li key={index}>{faultText(fault, props.language)}</li>
              ))}
              {file.reading.faults.length > SHOWN_FAULTS && (
                <li>{t("choose.ownMore", { count: file.reading.faults.length - SHOWN_FAULTS })}</li>
              )}
            </ul>
          </div>
        )}
      </div>
    </section>
  );
}
