import { Anchor } from "@mantine/core";
import { council } from "@openempathic/experiences/council";
import { IconListCheck, IconTimeline, IconUsersGroup } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { BeforeWeBegin } from "../experience/BeforeWeBegin.tsx";
import { ExperienceFrame } from "../experience/ExperienceFrame.tsx";
import { useExperienceSession } from "../experience/use-experience-session.ts";
import classes from "./Council.module.css";

/** What a council is, the notices, and the way into one. */
export function FirstPage() {
  const { t } = useTranslation("council");
  const session = useExperienceSession("council", council, undefined);
  return (
    <ExperienceFrame title={t("title")} lead={t("lead")} session={session}>
      <ul className={classes.what}>
        <li>
          <IconListCheck size={22} stroke={1.6} aria-hidden="true" />
          {t("what.steps")}
        </li>
        <li>
          <IconTimeline size={22} stroke={1.6} aria-hidden="true" />
          {t("what.grow")}
        </li>
        <li>
          <IconUsersGroup size={22} stroke={1.6} aria-hidden="true" />
          {t("what.others")}
        </li>
      </ul>
      <BeforeWeBegin session={session} onBegin={() => session.begin()} />
      <p className={classes.after}>
        <Anchor href="#/council/verify">{t("verifyLink")}</Anchor>
      </p>
    </ExperienceFrame>
  );
}
