import { MantineThemeProvider, createTheme } from "@mantine/core";
import type { StudyPersonEvent, StudyState } from "@openempathic/experiences/study";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ExperienceFrame } from "../../experience/ExperienceFrame.tsx";
import type { ExperienceSession } from "../../experience/use-experience-session.ts";
import { isLanguage } from "../../i18n/start-i18n.ts";
import { newProtocol, randomSeed } from "../new-protocol.ts";
import classes from "../Study.module.css";
import { DataPanel } from "./DataPanel.tsx";
import { FrozenPlan } from "./FrozenPlan.tsx";
import { PlanEditor } from "./PlanEditor.tsx";
import { PreviewRun } from "./PreviewRun.tsx";
import { TryOut } from "./TryOut.tsx";
import { useDraft } from "./use-draft.ts";

const MIDDLE = { defaultProps: { size: "md" } };

/** Much is written here: fields and their words are as large as the text around them. */
const ROOMY = createTheme({
  components: { TextInput: MIDDLE, Textarea: MIDDLE, Select: MIDDLE, NumberInput: MIDDLE, Checkbox: MIDDLE },
});

type Tab = "plan" | "preview" | "simulate" | "data";

/** A study of one’s own: laid down and tried out, then, once it is frozen, its participants and their data. */
export function ResearchPlace(props: {
  readonly sessionId: string;
  readonly session: ExperienceSession<StudyState, StudyPersonEvent>;
  readonly state: StudyState;
}) {
  const { t, i18n } = useTranslation("study");
  const { sessionId, session, state } = props;
  const isFrozen = state.frozen !== undefined;
  const [chosen, setTab] = useState<Tab>();
  const tab = chosen ?? (isFrozen ? "data" : "plan");
  const language = isLanguage(i18n.language) ? i18n.language : "en";
  const [fallback] = useState(() => newProtocol("", language, randomSeed()));
  const draft = useDraft(state.protocol ?? fallback, session.send);
  const tabs: readonly Tab[] = isFrozen
    ? ["data", "plan", "preview", "simulate"]
    : ["plan", "preview", "simulate"];
  const title = draft.protocol.title.trim() === "" ? t("first.untitled") : draft.protocol.title;
  return (
    <ExperienceFrame title={title} session={session} wide>
      <MantineThemeProvider theme={ROOMY}>
        <nav className={classes.tabs} aria-label={t("tab.label")}>
          {tabs.map((each) => (
            <button
              key={each}
              type="button"
              className={classes.tab}
              aria-current={each === tab ? "page" : undefined}
              onClick={() => {
                void draft.saveNow();
                setTab(each);
              }}
            >
              {t(`tab.${each}`)}
            </button>
          ))}
        </nav>
        {tab === "plan" &&
          (state.frozen === undefined ? (
            <PlanEditor
              draft={draft}
              onFreeze={async () => {
                await draft.saveNow();
                if (await session.send({ kind: "protocol-frozen" })) setTab("data");
              }}
            />
          ) : (
            <FrozenPlan protocol={draft.protocol} frozen={state.frozen} />
          ))}
        {tab === "preview" && <PreviewRun protocol={draft.protocol} />}
        {tab === "simulate" && <TryOut protocol={draft.protocol} />}
        {tab === "data" && state.frozen !== undefined && (
          <DataPanel sessionId={sessionId} protocol={draft.protocol} hash={state.frozen.hash} />
        )}
      </MantineThemeProvider>
    </ExperienceFrame>
  );
}
