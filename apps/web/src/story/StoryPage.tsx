import { Button } from "@mantine/core";
import { story } from "@openempathic/experiences/story";
import { IconChartLine, IconFileExport, IconZoomQuestion } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useSessions } from "../api/queries.ts";
import { hashOfSession } from "../app/route.ts";
import { Waiting } from "../app/Waiting.tsx";
import { BeforeWeBegin } from "../experience/BeforeWeBegin.tsx";
import type { ExperiencePageProps } from "../experience/experience-entry.ts";
import { ExperienceFrame } from "../experience/ExperienceFrame.tsx";
import { useExperienceSession } from "../experience/use-experience-session.ts";
import { BringScript } from "./BringScript.tsx";
import classes from "./Story.module.css";
import { StoryWorkshop } from "./StoryWorkshop.tsx";

/** Story: its first page, or a script that somebody looks at. */
export function StoryPage({ sessionId }: ExperiencePageProps) {
  const { t } = useTranslation("story");
  const session = useExperienceSession("story", story, sessionId);
  const { state } = session;
  if (sessionId === undefined) return <FirstPage />;
  if (session.trouble !== undefined) {
    return (
      <ExperienceFrame title={t("title")} session={session}>
        {null}
      </ExperienceFrame>
    );
  }
  if (state === undefined) return <Waiting />;
  if (state.work === undefined) {
    return (
      <ExperienceFrame title={t("title")} lead={t("lead")} session={session}>
        <BringScript onBring={(act) => void session.send(act)} />
      </ExperienceFrame>
    );
  }
  return <StoryWorkshop session={session} state={state} work={state.work} />;
}

function FirstPage() {
  const { t } = useTranslation("story");
  const session = useExperienceSession("story", story, undefined);
  const [latest] = useSessions("story").data ?? [];
  const icon = { size: 22, stroke: 1.6, "aria-hidden": true } as const;
  return (
    <ExperienceFrame title={t("title")} lead={t("lead")} session={session}>
      <ul className={classes.what}>
        <li>
          <IconChartLine {...icon} />
          {t("what.arc")}
        </li>
        <li>
          <IconZoomQuestion {...icon} />
          {t("what.find")}
        </li>
        <li>
          <IconFileExport {...icon} />
          {t("what.out")}
        </li>
      </ul>
      {latest !== undefined && (
        <div className={classes.row} style={{ marginBottom: 20 }}>
          <Button component="a" variant="light" href={hashOfSession(latest)}>
            {t("goOn")}
          </Button>
        </div>
      )}
      <BeforeWeBegin session={session} onBegin={() => session.begin()} />
    </ExperienceFrame>
  );
}
