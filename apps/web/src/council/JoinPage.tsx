import { Button, TextInput } from "@mantine/core";
import { noticeText } from "@openempathic/govern";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useApi } from "../api/api-context.ts";
import { goTo } from "../app/route.ts";
import { ExperienceFrame } from "../experience/ExperienceFrame.tsx";
import { isLanguage } from "../i18n/start-i18n.ts";
import classes from "./Council.module.css";

/** What somebody sees who opens an invitation. */
export function JoinPage({ token }: { readonly token: string }) {
  const { t, i18n } = useTranslation("council");
  const api = useApi();
  const queries = useQueryClient();
  const [name, setName] = useState("");
  const language = isLanguage(i18n.language) ? i18n.language : "en";
  const join = useMutation({
    mutationFn: () => api.join(token, name.trim() === "" ? undefined : name.trim()),
    onSuccess: async ({ id }) => {
      goTo({ kind: "experience", experience: "council", sessionId: id });
      await queries.invalidateQueries({ queryKey: ["sessions"] });
    },
  });
  return (
    <ExperienceFrame title={t("join.title")} lead={t("join.lead")}>
      <form
        className={classes.card}
        onSubmit={(event) => {
          event.preventDefault();
          join.mutate();
        }}
      >
        <div className={classes.fields}>
          <p className={classes.soft}>{noticeText("not-a-person", language)}</p>
          <TextInput
            label={t("join.name")}
            description={t("join.nameHelp")}
            value={name}
            maxLength={60}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <div className={classes.row}>
            <Button type="submit" loading={join.isPending}>
              {t("join.join")}
            </Button>
          </div>
          {join.isError && <p role="alert">{t("join.failed")}</p>}
        </div>
      </form>
    </ExperienceFrame>
  );
}
