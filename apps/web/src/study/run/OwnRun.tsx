import { Button } from "@mantine/core";
import { placeOf } from "@openempathic/experiences/study";
import type { StudyPersonEvent, StudyRun, StudyState } from "@openempathic/experiences/study";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useCallback, useState } from "react";
import { useTranslation } from "react-i18next";
import { useApi } from "../../api/api-context.ts";
import { goTo } from "../../app/route.ts";
import { ExperienceFrame } from "../../experience/ExperienceFrame.tsx";
import type { ExperienceSession } from "../../experience/use-experience-session.ts";
import classes from "../Study.module.css";
import { RunView } from "./RunView.tsx";

/** One’s own run through a study, with the ways out of it. */
export function OwnRun(props: {
  readonly sessionId: string;
  readonly session: ExperienceSession<StudyState, StudyPersonEvent>;
  readonly state: StudyState;
  readonly run: StudyRun;
}) {
  const { sessionId, session, state, run } = props;
  const { send } = session;
  const act = useCallback((event: StudyPersonEvent) => void send(event), [send]);
  return (
    <ExperienceFrame title={run.protocol.title} session={session}>
      <RunView run={run} country={state.country} onAct={act} />
      <Leave sessionId={sessionId} run={run} onStop={() => act({ kind: "stopped" })} />
    </ExperienceFrame>
  );
}

function Leave(props: { readonly sessionId: string; readonly run: StudyRun; readonly onStop: () => void }) {
  const { t } = useTranslation("study");
  const api = useApi();
  const queries = useQueryClient();
  const [isSure, setSure] = useState(false);
  const withdraw = useMutation({
    mutationFn: () => api.deleteSession(props.sessionId),
    onSuccess: async () => {
      goTo({ kind: "home" });
      await queries.invalidateQueries({ queryKey: ["sessions"] });
    },
  });
  const { kind } = placeOf(props.run);
  const isUnderWay = kind !== "finished" && kind !== "stopped";
  return (
    <details className={classes.leave}>
      <summary>{t("leave.title")}</summary>
      <div className={classes.card}>
        <p>{t("leave.lead")}</p>
        <div className={classes.row}>
          {isUnderWay && (
            <Button variant="default" onClick={props.onStop}>
              {t("leave.stop")}
            </Button>
          )}
          {isSure ? (
            <Button color="red" loading={withdraw.isPending} onClick={() => withdraw.mutate()}>
              {t("leave.sure")}
            </Button>
          ) : (
            <Button variant="default" onClick={() => setSure(true)}>
              {t("leave.withdraw")}
            </Button>
          )}
        </div>
        {isSure && <p role="status">{t("leave.sureHelp")}</p>}
        {withdraw.isError && <p role="alert">{t("leave.failed")}</p>}
      </div>
    </details>
  );
}
