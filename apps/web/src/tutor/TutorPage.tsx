import { Anchor } from "@mantine/core";
import { tutor } from "@openempathic/experiences/tutor";
import { useTranslation } from "react-i18next";
import { useMe } from "../api/queries.ts";
import { Waiting } from "../app/Waiting.tsx";
import type { ExperiencePageProps } from "../experience/experience-entry.ts";
import { ExperienceFrame } from "../experience/ExperienceFrame.tsx";
import { useExperienceSession } from "../experience/use-experience-session.ts";
import { ChooseCourse } from "./ChooseCourse.tsx";
import { CLASS, JOIN_CLASS } from "./class/class-address.ts";
import { ClassesPage } from "./class/ClassesPage.tsx";
import { ClassPage } from "./class/ClassPage.tsx";
import { JoinClassPage } from "./class/JoinClassPage.tsx";
import { ConnectionsPage } from "./record/ConnectionsPage.tsx";
import { SimulationPlot } from "./simulation/SimulationPlot.tsx";
import { TutorPlace } from "./TutorPlace.tsx";

/** Everything of the tutor: its first page, a teacher's classes, an invitation to one, and a course that somebody is in. */
export function TutorPage({ sessionId }: ExperiencePageProps) {
  if (sessionId === "classes") return <ClassesPage />;
  if (sessionId === "connections") return <ConnectionsPage />;
  if (sessionId?.startsWith(CLASS) === true) return <ClassPage id={sessionId.slice(CLASS.length)} />;
  if (sessionId?.startsWith(JOIN_CLASS) === true) {
    return <JoinClassPage token={sessionId.slice(JOIN_CLASS.length)} />;
  }
  return <Course {...(sessionId === undefined ? {} : { sessionId })} />;
}

function Course({ sessionId }: ExperiencePageProps) {
  const { t } = useTranslation("tutor");
  const session = useExperienceSession("tutor", tutor, sessionId);
  const isOwner = useMe().data?.participant.role === "owner";
  if (sessionId === undefined) {
    return (
      <ExperienceFrame title={t("title")} lead={t("lead")}>
        <ChooseCourse session={session} />
        <p>
          <Anchor href="#/tutor/classes">{t("class.teach")}</Anchor>
          {isOwner && (
            <>
              {" · "}
              <Anchor href="#/tutor/connections">{t("connect.link")}</Anchor>
            </>
          )}
        </p>
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
  if (session.state === undefined) return <Waiting />;
  return <TutorPlace session={session} sessionId={sessionId} state={session.state} />;
}
