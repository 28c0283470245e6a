import type { ClassView } from "@openempathic/client";
import { LEARNING_FEELINGS } from "@openempathic/experiences/tutor";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import classes from "../Tutor.module.css";

/** How groups of a class are doing, and how far those are who show it. */
export function ClassFigures({ view }: { readonly view: ClassView }) {
  const { t } = useTranslation("tutor");
  const { groups, feelings, shown, skills } = view;
  return (
    <div className={classes.side}>
      <Part id="class-groups" title={t("class.groups")} help={t("class.meanHelp")}>
        {groups.length === 0 && <p>{t("class.groupsNone")}</p>}
        {groups.map(({ learners, atMs, masteryPercent }, index) => (
          <Group key={index} number={index + 1} learners={learners} atMs={atMs}>
            <Skills skills={skills} percents={masteryPercent} />
          </Group>
        ))}
      </Part>
      <Part id="class-feelings" title={t("class.feelings")} help={t("class.feelingsHelp")}>
        {feelings.length === 0 && <p>{t("class.feelingsNone")}</p>}
        {feelings.map(({ learners, atMs, shares }, index) => (
          <Group key={index} number={index + 1} learners={learners} atMs={atMs}>
            <ul className={classes.skills}>
              {LEARNING_FEELINGS.map((feeling) => (
                <li key={feeling} className={classes.skill}>
                  <span>{t(`feeling.${feeling}`)}</span>
                  <strong>{t(`class.share.${shares[feeling]}`)}</strong>
                </li>
              ))}
            </ul>
          </Group>
        ))}
      </Part>
      <Part id="class-shown" title={t("class.shown")}>
        {shown.length === 0 && <p>{t("class.shownNone")}</p>}
        {shown.map(({ name, masteryPercent }, index) => (
          <div key={index} className={classes.group}>
            <h3>{name}</h3>
            <Skills skills={skills} percents={masteryPercent} />
          </div>
        ))}
      </Part>
    </div>
  );
}

function Part(props: {
  readonly id: string;
  readonly title: string;
  readonly help?: string;
  readonly children: ReactNode;
}) {
  return (
    <section className={classes.card} aria-labelledby={props.id}>
      <h2 id={props.id}>{props.title}</h2>
      {props.children}
      {props.help !== undefined && <p className={classes.soft}>{props.help}</p>}
    </section>
  );
}

function Group(props: {
  readonly number: number;
  readonly learners: number;
  readonly atMs: number;
  readonly children: ReactNode;
}) {
  const { t, i18n } = useTranslation("tutor");
  const day = new Date(props.atMs).toLocaleDateString(i18n.language, { dateStyle: "medium" });
  return (
    <div className={classes.group}>
      <h3>{t("class.group", { number: props.number })}</h3>
      <p className={classes.soft}>{t("class.members", { count: props.learners, day })}</p>
      {props.children}
    </div>
  );
}

function Skills(props: {
  readonly skills: ClassView["skills"];
  readonly percents: Readonly<Record<string, number>>;
}) {
  const { t } = useTranslation("tutor");
  return (
    <ul className={classes.skills}>
      {props.skills.map(({ id, name }) => {
        const percent = props.percents[id];
        if (percent === undefined) return null;
        return (
          <li key={id}>
            <div className={classes.skill}>
              <span>{name}</span>
              <strong>{t("class.percent", { percent })}</strong>
            </div>
            <div className={classes.track} aria-hidden="true">
              <div className={classes.bar} style={{ width: `${String(percent)}%` }} />
            </div>
          </li>
        );
      })}
    </ul>
  );
}
