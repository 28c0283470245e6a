import { Button, Checkbox } from "@mantine/core";
import { noticeText } from "@openempathic/govern";
import type { StudyInvitation } from "@openempathic/client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useApi } from "../api/api-context.ts";
import { useMe } from "../api/queries.ts";
import { goTo } from "../app/route.ts";
import { Waiting } from "../app/Waiting.tsx";
import { ExperienceFrame } from "../experience/ExperienceFrame.tsx";
import { newKey } from "../session/new-key.ts";
import { noticesShown } from "../session/notices-shown.ts";
import { chosenCountry } from "../settings/preferences.ts";
import classes from "./Study.module.css";

/** How the address of a study’s link begins, after the experience’s own. */
export const JOIN = "join-";

/** What somebody sees who was asked to take part: what it is about, the consent, yes or no. */
export function JoinPage({ token }: { readonly token: string }) {
  const { t } = useTranslation("study");
  const api = useApi();
  const me = useMe();
  const study = useQuery({
    queryKey: ["study-link", token],
    queryFn: () => api.studies.look(token),
    enabled: me.isSuccess,
    retry: false,
  });
  const [answer, setAnswer] = useState<"no">();
  const decline = useMutation({
    mutationFn: () => api.studies.decline(token),
    onSuccess: () => setAnswer("no"),
  });
  if (study.isError) {
    return (
      <ExperienceFrame title={t("title")}>
        <p role="alert">{t("join.gone")}</p>
      </ExperienceFrame>
    );
  }
  if (study.data === undefined) return <Waiting />;
  if (answer === "no") {
    return (
      <ExperienceFrame title={study.data.title}>
        <p role="status">{t("join.declined")}</p>
      </ExperienceFrame>
    );
  }
  return (
    <ExperienceFrame title={study.data.title} lead={t("join.lead", { contact: study.data.contact })}>
      <Consent study={study.data} token={token} onDecline={() => decline.mutate()} />
    </ExperienceFrame>
  );
}

function Consent(props: {
  readonly study: StudyInvitation;
  readonly token: string;
  readonly onDecline: () => void;
}) {
  const { t } = useTranslation("study");
  const { study } = props;
  const [agrees, setAgrees] = useState(false);
  const join = useJoin(props.token, study);
  return (
    <div className={classes.fields}>
      <section className={classes.card} aria-labelledby="study-consent">
        <h2 id="study-consent">{t("join.consent")}</h2>
        <div className={classes.consent}>{study.consent.text}</div>
        <p className={classes.soft}>
          {t("join.version", { version: study.consent.version })}
          {study.ethics !== "" && ` · ${study.ethics}`}
        </p>
      </section>
      <section className={classes.card} aria-labelledby="study-know">
        <h2 id="study-know">{t("join.know")}</h2>
        <ul className={classes.points}>
          <li>{t("join.tasks", { count: study.tasks })}</li>
          {study.sampling !== undefined && <li>{t("join.sampling", { ...study.sampling })}</li>}
          <li>{t("join.code")}</li>
          <li>{t("join.leave")}</li>
          <li>{noticeText("not-a-person", study.language)}</li>
          <li>{noticeText("emotion-analysis", study.language)}</li>
        </ul>
      </section>
      {study.isOwn ? (
        <p role="status">{t("join.own")}</p>
      ) : (
        <>
          <Checkbox
            size="md"
            label={t("join.agree")}
            checked={agrees}
            onChange={(event) => setAgrees(event.currentTarget.checked)}
          />
          <div className={classes.row}>
            <Button size="lg" disabled={!agrees} loading={join.isPending} onClick={() => join.mutate()}>
              {t("join.yes")}
            </Button>
            <Button size="lg" variant="subtle" onClick={props.onDecline}>
              {t("join.no")}
            </Button>
          </div>
          {join.isError && <p role="alert">{t("join.failed")}</p>}
        </>
      )}
    </div>
  );
}

function useJoin(token: string, study: StudyInvitation) {
  const api = useApi();
  const queries = useQueryClient();
  const [key] = useState(newKey);
  return useMutation({
    mutationFn: async () => {
      const country = chosenCountry();
      const { id } = await api.studies.join(
        {
          token,
          consentVersion: study.consent.version,
          language: study.language,
          ...(country === undefined ? {} : { country }),
        },
        key,
      );
      const line = api.line("study");
      await noticesShown(line, id);
      await line.postEvent(id, { kind: "notices-acknowledged" }, newKey());
      return id;
    },
    onSuccess: async (sessionId) => {
      goTo({ kind: "experience", experience: "study", sessionId });
      await queries.invalidateQueries({ queryKey: ["sessions"] });
    },
  });
}
