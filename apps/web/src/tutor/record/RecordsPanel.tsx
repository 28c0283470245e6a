import { Button, Switch } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useApi } from "../../api/api-context.ts";
import { saveFile } from "../../settings/save-file.ts";
import classes from "../Tutor.module.css";

/** How often it is asked how far the store is. */
const LOOK_MS = 15_000;

/** A learner's own record: saved as a file, and sent to a school's store only where they switch that on. */
export function RecordsPanel({ sessionId }: { readonly sessionId: string }) {
  const { t } = useTranslation("tutor");
  const api = useApi();
  const queries = useQueryClient();
  const queryKey = ["record-sharing", sessionId];
  const sharing = useQuery({
    queryKey,
    queryFn: () => api.records.sharing(sessionId),
    refetchInterval: LOOK_MS,
  });
  const change = useMutation({
    mutationFn: async (on: boolean) => {
      if (on) await api.records.agree(sessionId);
      else await api.records.stop(sessionId);
    },
    onSettled: () => queries.invalidateQueries({ queryKey }),
  });
  const save = useMutation({
    mutationFn: () => api.records.statements(sessionId),
    onSuccess: (statements) =>
      saveFile(
        new Blob([JSON.stringify(statements, null, 2)], { type: "application/json" }),
        "open-empathic-xapi.json",
      ),
  });
  const { store, agreed = false, sent = 0, isWaiting = false } = sharing.data ?? {};
  return (
    <details className={classes.card}>
      <summary className={classes.summary}>{t("records.title")}</summary>
      <p className={classes.soft}>{t("records.help")}</p>
      <Button variant="light" loading={save.isPending} onClick={() => save.mutate()}>
        {t("records.save")}
      </Button>
      {store !== undefined && (
        <Switch
          size="md"
          mt="md"
          label={t("records.share", { store })}
          description={t("records.shareHelp")}
          checked={change.isPending ? change.variables : agreed}
          onChange={(event) => change.mutate(event.currentTarget.checked)}
        />
      )}
      <p className={classes.soft} role="status">
        {agreed && t("records.sent", { count: sent })} {agreed && isWaiting && t("records.waiting")}
      </p>
      {(save.isError || change.isError) && <p role="alert">{t("records.failed")}</p>}
    </details>
  );
}
