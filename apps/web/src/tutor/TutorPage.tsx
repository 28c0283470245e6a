import { tutor } from "@openempathic/experiences/tutor";
import { useTranslation } from "react-i18next";
import { Waiting } from "../app/Waiting.tsx";
import type { ExperiencePageProps } from "../experience/experience-entry.ts";
import { ExperienceFrame } from "../experience/ExperienceFrame.tsx";
import { useExperienceSession } from "../experience/use-experience-session.ts";
import { ChooseCourse } from "./ChooseCourse.tsx";
import { SimulationPlot } from "./simulation/SimulationPlot.tsx";
import { TutorPlace } from "./TutorPlace.tsx";

/** The tutor: its first page, or a course that somebody is in. */
export function TutorPage({ sessionId }: ExperiencePageProps) {
  const { t } = useTranslation("tutor");
  const session = useExperienceSession("tutor", tutor, sessionId);
  if (sessionId === undefined) {
    return (
      <ExperienceFrame title={t("title")} lead={t("lead")}>
        <ChooseCourse session={session} />
        <SimulationPlot />
      </ExperienceFrame>
    );
  }
  if (session.trouble !== undefined) {
    return (
      <ExperienceFrame title={t("title")} session={session}>
        {null}
      </ExperienceFrame>
    );
  }
  return session.state === undefined ? <Waiting /> : <TutorPlace session={session} state={session.state} />;
}
