import { Button, TextInput } from "@mantine/core";
import type { Course } from "@openempathic/experiences/tutor";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useApi } from "../../api/api-context.ts";
import { detailOf } from "../../api/api.ts";
import { useMe } from "../../api/queries.ts";
import { goTo } from "../../app/route.ts";
import { ExperienceFrame } from "../../experience/ExperienceFrame.tsx";
import { isLanguage } from "../../i18n/start-i18n.ts";
import { CoursePicker } from "../CoursePicker.tsx";
import type { ChosenCourse } from "../CoursePicker.tsx";
import classes from "../Tutor.module.css";
import { CLASS } from "./class-address.ts";

/** A teacher's classes, and a new one. */
export function ClassesPage() {
  const { t } = useTranslation("tutor");
  const api = useApi();
  const me = useMe();
  const list = useQuery({ queryKey: ["classes"], queryFn: () => api.classes.list(), enabled: me.isSuccess });
  return (
    <ExperienceFrame title={t("class.title")} lead={t("class.lead")}>
      {list.isError && <p role="alert">{t("class.load")}</p>}
      {list.data?.length === 0 && <p className={classes.soft}>{t("class.none")}</p>}
      {list.data !== undefined && list.data.length > 0 && (
        <ul className={classes.skills}>
          {list.data.map(({ id, title, course }) => (
            <li key={id}>
              <a className={classes.link} href={`#/tutor/${CLASS}${id}`}>
                <strong>{title}</strong> <span className={classes.soft}>{course}</span>
              </a>
            </li>
          ))}
        </ul>
      )}
      <NewClass />
    </ExperienceFrame>
  );
}

function NewClass() {
  const { t, i18n } = useTranslation("tutor");
  const api = useApi();
  const queries = useQueryClient();
  const [title, setTitle] = useState("");
  const [course, setCourse] = useState<ChosenCourse>("fractions");
  const [own, setOwn] = useState<Course>();
  const language = isLanguage(i18n.language) ? i18n.language : "en";
  const make = useMutation({
    mutationFn: () => api.classes.make({ title: title.trim(), language, course }),
    onSuccess: async ({ id }) => {
      goTo({ kind: "experience", experience: "tutor", sessionId: `${CLASS}${id}` });
      await queries.invalidateQueries({ queryKey: ["classes"] });
    },
  });
  return (
    <form
      className={`${classes.card} ${classes.after}`}
      aria-labelledby="tutor-new-class"
      onSubmit={(event) => {
        event.preventDefault();
        if (title.trim() !== "") make.mutate();
      }}
    >
      <h2 id="tutor-new-class">{t("class.making")}</h2>
      <TextInput
        label={t("class.name")}
        description={t("class.nameHelp")}
        size="md"
        mb="lg"
        maxLength={80}
        value={title}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <CoursePicker
        chosen={course}
        own={own}
        onChoose={setCourse}
        onRead={(read) => {
          setOwn(read);
          setCourse(read);
        }}
      />
      <div className={classes.row}>
        <Button type="submit" size="md" disabled={title.trim() === ""} loading={make.isPending}>
          {t("class.make")}
        </Button>
      </div>
      {make.isError && <p role="alert">{t("class.failed", { detail: detailOf(make.error) })}</p>}
    </form>
  );
}
