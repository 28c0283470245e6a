import { play } from "@openempathic/experiences/play";
import { useTranslation } from "react-i18next";
import type { ExperiencePageProps } from "../experience/experience-entry.ts";
import { ExperienceFrame } from "../experience/ExperienceFrame.tsx";
import { useExperienceSession } from "../experience/use-experience-session.ts";
import { isLanguage } from "../i18n/start-i18n.ts";
import { teaText } from "@openempathic/experiences/play";
import { FirstPage } from "./FirstPage.tsx";
import { Night } from "./Night.tsx";

/** Play: its first page, or one night in the tea house. */
export function PlayPage({ sessionId }: ExperiencePageProps) {
  const { t, i18n } = useTranslation("play");
  const session = useExperienceSession("play", play, sessionId);
  const title = teaText("title", isLanguage(i18n.language) ? i18n.language : "en");
  const { state } = session;
  if (sessionId === undefined) {
    return (
      <ExperienceFrame title={title} lead={t("lead")} wide>
        <FirstPage session={session} />
      </ExperienceFrame>
    );
  }
  return (
    <ExperienceFrame title={title} wide session={session}>
      {state !== undefined && <Night key={sessionId} sessionId={sessionId} session={session} state={state} />}
    </ExperienceFrame>
  );
}
