import { Anchor, Button } from "@mantine/core";
import { calm } from "@openempathic/experiences/calm";
import type { CalmPersonEvent } from "@openempathic/experiences/calm";
import { useTranslation } from "react-i18next";
import { useMe, useSessions } from "../api/queries.ts";
import { hashOfSession } from "../app/route.ts";
import { BeforeWeBegin } from "../experience/BeforeWeBegin.tsx";
import type { ExperiencePageProps } from "../experience/experience-entry.ts";
import { ExperienceFrame } from "../experience/ExperienceFrame.tsx";
import { useExperienceSession } from "../experience/use-experience-session.ts";
import type { ExperienceSession } from "../experience/use-experience-session.ts";
import { Waiting } from "../app/Waiting.tsx";
import { VoicePage } from "./voice/VoicePage.tsx";
import { CalmPlace } from "./CalmPlace.tsx";

/** Calm: its first page with the notices, or somebody's place. */
export function CalmPage({ sessionId }: ExperiencePageProps) {
  const session = useExperienceSession("calm", calm, sessionId === "voice" ? undefined : sessionId);
  const me = useMe();
  if (sessionId === "voice") return <VoicePage />;
  if (sessionId === undefined) return <FirstPage session={session} />;
  if (session.trouble !== undefined) return <Frame session={session} />;
  if (session.state === undefined) return <Waiting />;
  return (
    <CalmPlace
      session={{ ...session, state: session.state }}
      sessionId={sessionId}
      modelConnected={me.data?.languageModel.connected ?? false}
    />
  );
}

type Session = ExperienceSession<unknown, CalmPersonEvent>;

function Frame({ session }: { readonly session: Session }) {
  const { t } = useTranslation("calm");
  return (
    <ExperienceFrame title={t("title")} session={session}>
      {null}
    </ExperienceFrame>
  );
}

/** One place is enough: whoever has one goes back to it, with their history. */
function FirstPage({ session }: { readonly session: Session }) {
  const { t } = useTranslation("calm");
  const sessions = useSessions("calm");
  const isOwner = useMe().data?.participant.role === "owner";
  if (sessions.isPending) return <Waiting />;
  const [latest] = sessions.data ?? [];
  return (
    <ExperienceFrame title={t("title")} lead={t("lead")}>
      {latest === undefined ? (
        <BeforeWeBegin session={session} onBegin={() => session.begin()} />
      ) : (
        <>
          <p>{t("back")}</p>
          <Button component="a" size="lg" href={hashOfSession(latest)}>
            {t("goOn")}
          </Button>
        </>
      )}
      {isOwner && (
        <p>
          <Anchor href="#/calm/voice">{t("voice.link")}</Anchor>
        </p>
      )}
    </ExperienceFrame>
  );
}
