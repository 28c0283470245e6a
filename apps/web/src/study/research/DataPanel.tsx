import { Button, TextInput } from "@mantine/core";
import { readStudyData } from "@openempathic/experiences/study";
import type { StudyProtocol } from "@openempathic/experiences/study";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useApi } from "../../api/api-context.ts";
import { CopyText } from "../../settings/CopyText.tsx";
import { JOIN } from "../JoinPage.tsx";
import classes from "../Study.module.css";
import { StudyFigures } from "./StudyFigures.tsx";

/** How often the page looks for new participants. */
const LOOK_MS = 10_000;

/** The link for participants, how far they are, and their data. */
export function DataPanel(props: {
  readonly sessionId: string;
  readonly protocol: StudyProtocol;
  readonly hash: string;
}) {
  const { t } = useTranslation("study");
  const { sessionId, protocol, hash } = props;
  const api = useApi();
  const runs = useQuery({
    queryKey: ["study-runs", sessionId],
    queryFn: () => api.studies.runs(sessionId),
    refetchInterval: LOOK_MS,
  });
  const data = useMemo(
    () =>
      runs.data === undefined
        ? undefined
        : readStudyData({ protocol, hash, declined: runs.data.declined }, runs.data.runs),
    [runs.data, protocol, hash],
  );
  return (
    <>
      <Link sessionId={sessionId} />
      {runs.isError && <p role="alert">{t("data.failed")}</p>}
      {data !== undefined && data.records.length === 0 && data.declined === 0 && (
        <section className={classes.card}>
          <h2>{t("data.emptyTitle")}</h2>
          <p>{t("data.empty")}</p>
        </section>
      )}
      {data !== undefined && (data.records.length > 0 || data.declined > 0) && <StudyFigures data={data} />}
    </>
  );
}

function Link({ sessionId }: { readonly sessionId: string }) {
  const { t } = useTranslation("study");
  const api = useApi();
  const make = useMutation({ mutationFn: () => api.studies.link(sessionId) });
  const link =
    make.data === undefined
      ? undefined
      : `${window.location.origin}${window.location.pathname}#/study/${JOIN}${make.data}`;
  return (
    <section className={classes.card} aria-labelledby="data-link">
      <h2 id="data-link">{t("data.linkTitle")}</h2>
      <p className={classes.soft}>{t("data.linkHelp")}</p>
      {link !== undefined && (
        <div className={classes.row}>
          <TextInput style={{ flex: "1 1 240px" }} label={t("data.link")} readOnly value={link} />
          <div style={{ alignSelf: "end" }}>
            <CopyText text={link} />
          </div>
        </div>
      )}
      <div className={`${classes.row} ${classes.after}`}>
        <Button
          variant={link === undefined ? "filled" : "subtle"}
          loading={make.isPending}
          onClick={() => make.mutate()}
        >
          {t(link === undefined ? "data.makeLink" : "data.newLink")}
        </Button>
      </div>
      {make.isError && <p role="alert">{t("data.failed")}</p>}
    </section>
  );
}
