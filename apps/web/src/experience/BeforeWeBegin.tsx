import { Button } from "@mantine/core";
import { noticeText } from "@openempathic/govern";
import { IconHeartHandshake, IconRobot } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { isLanguage } from "../i18n/start-i18n.ts";
import classes from "./ExperienceFrame.module.css";
import type { ExperienceSession } from "./use-experience-session.ts";

/** The notices that the law and care ask for, and the step into a session under them. */
export function BeforeWeBegin(props: {
  readonly session: Pick<ExperienceSession<unknown, object>, "isBeginning" | "beginFailed">;
  /** Calls `session.begin(…)`. */
  readonly onBegin: () => void;
  /** What the button says; "I understand, let’s begin" unless told. */
  readonly label?: string;
  readonly disabled?: boolean;
  /** Between the notices and the button: what has to be chosen before. */
  readonly children?: ReactNode;
}) {
  const { t, i18n } = useTranslation();
  const language = isLanguage(i18n.language) ? i18n.language : "en";
  return (
    <>
      <section className={classes.notices} aria-label={t("arrival.noticesTitle")}>
        <p>
          <IconRobot size={22} stroke={1.5} aria-hidden="true" />
          {noticeText("not-a-person", language)}
        </p>
        <p>
          <IconHeartHandshake size={22} stroke={1.5} aria-hidden="true" />
          {noticeText("emotion-analysis", language)}
        </p>
      </section>
      {props.children}
      <div className={classes.begin}>
        <Button
          size="lg"
          loading={props.session.isBeginning}
          disabled={props.disabled ?? false}
          onClick={props.onBegin}
        >
          {props.label ?? t("arrival.begin")}
        </Button>
        {props.session.beginFailed && (
          <p role="alert" className={classes.failed}>
            {t("arrival.failed")}
          </p>
        )}
      </div>
    </>
  );
}
