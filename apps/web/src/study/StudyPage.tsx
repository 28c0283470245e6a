import { study } from "@openempathic/experiences/study";
import { useTranslation } from "react-i18next";
import { Waiting } from "../app/Waiting.tsx";
import type { ExperiencePageProps } from "../experience/experience-entry.ts";
import { ExperienceFrame } from "../experience/ExperienceFrame.tsx";
import { useExperienceSession } from "../experience/use-experience-session.ts";
import { FirstPage } from "./FirstPage.tsx";
import { JOIN, JoinPage } from "./JoinPage.tsx";
import { ResearchPlace } from "./research/ResearchPlace.tsx";
import { OwnRun } from "./run/OwnRun.tsx";

/** Everything of studies: the first page, a link to take part, a study of one’s own, a run through somebody’s. */
export function StudyPage({ sessionId }: ExperiencePageProps) {
  if (sessionId === undefined) return <FirstPage />;
  if (sessionId.startsWith(JOIN)) return <JoinPage token={sessionId.slice(JOIN.length)} />;
  return <OneSession sessionId={sessionId} key={sessionId} />;
}

function OneSession({ sessionId }: { readonly sessionId: string }) {
  const { t } = useTranslation("study");
  const session = useExperienceSession("study", study, sessionId);
  const { state } = session;
  if (session.trouble !== undefined) {
    return (
      <ExperienceFrame title={t("title")} session={session}>
        {null}
      </ExperienceFrame>
    );
  }
  if (state === undefined) return <Waiting />;
  return state.run === undefined ? (
    <ResearchPlace sessionId={sessionId} session={session} state={state} />
  ) : (
    <OwnRun sessionId={sessionId} session={session} state={state} run={state.run} />
  );
}
