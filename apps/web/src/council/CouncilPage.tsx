import { MantineThemeProvider, createTheme } from "@mantine/core";
import { council } from "@openempathic/experiences/council";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useApi } from "../api/api-context.ts";
import { Waiting } from "../app/Waiting.tsx";
import type { ExperiencePageProps } from "../experience/experience-entry.ts";
import { ExperienceFrame } from "../experience/ExperienceFrame.tsx";
import { useExperienceSession } from "../experience/use-experience-session.ts";
import { CouncilContext } from "./council-context.ts";
import { CouncilWork } from "./CouncilWork.tsx";
import { FirstPage } from "./FirstPage.tsx";
import { JoinPage } from "./JoinPage.tsx";
import { MemberView } from "./MemberView.tsx";
import { VerifyPage } from "./VerifyPage.tsx";

/** How an invitation's address begins, after the experience's own. */
export const JOIN = "join-";

/** Everything of the council: its first page, an invitation, a check of a saved record, and a council itself. */
export function CouncilPage({ sessionId }: ExperiencePageProps) {
  if (sessionId === undefined) return <FirstPage />;
  if (sessionId === "verify") return <VerifyPage />;
  if (sessionId.startsWith(JOIN)) return <JoinPage token={sessionId.slice(JOIN.length)} />;
  return <OneCouncil sessionId={sessionId} key={sessionId} />;
}

const MIDDLE = { defaultProps: { size: "md" } };

/** Much is written and read here: fields and their words are as large as the text around them. */
const ROOMY = createTheme({
  components: {
    TextInput: MIDDLE,
    Textarea: MIDDLE,
    Select: MIDDLE,
    MultiSelect: MIDDLE,
    NumberInput: MIDDLE,
    RadioGroup: MIDDLE,
    Radio: MIDDLE,
    Checkbox: MIDDLE,
  },
});

function OneCouncil({ sessionId }: { readonly sessionId: string }) {
  const { t } = useTranslation("council");
  const api = useApi();
  const member = useQuery({
    queryKey: ["membership", sessionId],
    queryFn: () => api.membership(sessionId),
    staleTime: Infinity,
  });
  const isHost = member.data === "m1";
  const session = useExperienceSession("council", council, { sessionId, isOwn: isHost });
  const { state, send } = session;
  const isHere = state !== undefined && member.data !== undefined;
  return (
    <ExperienceFrame title={t("title")} wide session={session}>
      {isHere ? (
        <MantineThemeProvider theme={ROOMY}>
          <CouncilContext value={{ sessionId, state, send, memberId: member.data }}>
            {isHost ? <CouncilWork /> : <MemberView />}
          </CouncilContext>
        </MantineThemeProvider>
      ) : (
        <Waiting />
      )}
    </ExperienceFrame>
  );
}
