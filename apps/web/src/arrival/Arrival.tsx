import { Button } from "@mantine/core";
import { noticeText } from "@openempathic/govern";
import { IconHeartHandshake, IconRobot } from "@tabler/icons-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useApi } from "../api/api-context.ts";
import type { SessionSummary } from "../api/api.ts";
import { useMe } from "../api/queries.ts";
import { goTo } from "../app/route.ts";
import { isLanguage } from "../i18n/start-i18n.ts";
import { newKey } from "../session/new-key.ts";
import { noticesShown } from "../session/notices-shown.ts";
import { chosenCountry } from "../settings/preferences.ts";
import classes from "./Arrival.module.css";
import { Landscape } from "./Landscape.tsx";

/** The first screen: what this is, what it is not, and one gentle step into a conversation. */
export function Arrival({ sessions }: { readonly sessions: readonly SessionSummary[] }) {
  const { t, i18n } = useTranslation();
  const api = useApi();
  const queries = useQueryClient();
  const me = useMe();
  const language = isLanguage(i18n.language) ? i18n.language : "en";
  const latest = sessions[0];
  const begin = useMutation({
    mutationFn: async () => {
      const country = chosenCountry();
      const asked = { language, ...(country === undefined ? {} : { country }) };
      const session = await api.createSession({ experience: "companion", ...asked });
      const line = api.line("companion");
      await noticesShown(line, session.id);
      await line.postEvent(session.id, { kind: "notices-acknowledged" }, newKey());
      return session;
    },
    onSuccess: async ({ id }) => {
      goTo({ kind: "conversation", sessionId: id });
      await queries.invalidateQueries({ queryKey: ["sessions"] });
    },
  });
  const model = me.data?.languageModel;
  return (
    <main id="main" tabIndex={-1} className={classes.arrival}>
      <div className={classes.words}>
        <h1 className={classes.title}>{t(latest ? "arrival.welcomeBack" : "arrival.title")}</h1>
        <p className={classes.lead}>{t("arrival.lead")}</p>
        <section className={classes.notices} aria-label={t("arrival.noticesTitle")}>
          <p>
            <IconRobot size={22} stroke={1.5} aria-hidden="true" />
            {noticeText("not-a-person", language)}
          </p>
          <p>
            <IconHeartHandshake size={22} stroke={1.5} aria-hidden="true" />
            {noticeText("emotion-analysis", language)}
          </p>
        </section>
        <div className={classes.steps}>
          <Button size="lg" loading={begin.isPending} onClick={() => begin.mutate()}>
            {t("arrival.begin")}
          </Button>
          {latest && (
            <Button
              size="lg"
              variant="subtle"
              onClick={() => goTo({ kind: "conversation", sessionId: latest.id })}
            >
              {t("arrival.continue")}
            </Button>
          )}
        </div>
        {begin.isError && (
          <p role="alert" className={classes.failed}>
            {t("arrival.failed")}
          </p>
        )}
        <p className={classes.privacy}>
          {t("arrival.privacy")}{" "}
          {model?.connected === true && t("arrival.privacyModel", { model: model.model ?? "" })}
        </p>
      </div>
      <Landscape />
    </main>
  );
}
