import { ActionIcon, Button, TextInput } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useApi } from "../api/api-context.ts";
import { detailOf } from "../api/api.ts";
import { CopyText } from "./CopyText.tsx";
import { gatewaySnippet } from "./gateway-snippet.ts";
import classes from "./SettingsPage.module.css";

/** Keys with which programs use the gateway, and how. */
export function KeySettings() {
  const { t } = useTranslation();
  const api = useApi();
  const queries = useQueryClient();
  const [name, setName] = useState("");
  const keys = useQuery({ queryKey: ["keys"], queryFn: () => api.keys() });
  const refresh = () => queries.invalidateQueries({ queryKey: ["keys"] });
  const make = useMutation({
    mutationFn: (wanted: string) => api.makeKey(wanted),
    onSuccess: async () => {
      setName("");
      await refresh();
    },
  });
  const remove = useMutation({ mutationFn: (id: string) => api.deleteKey(id), onSuccess: refresh });
  const failure = make.error ?? remove.error ?? keys.error;
  const snippet = gatewaySnippet(window.location.origin, make.data?.key);
  return (
    <>
      {keys.data?.length === 0 && <p className={classes.soft}>{t("keys.none")}</p>}
      {keys.data && keys.data.length > 0 && (
        <ul className={classes.keys}>
          {keys.data.map((key) => (
            <li key={key.id} className={classes.key}>
              {key.name}
              <ActionIcon
                color="gray"
                size={36}
                aria-label={t("keys.delete", { name: key.name })}
                onClick={() => remove.mutate(key.id)}
              >
                <IconTrash size={18} stroke={1.6} />
              </ActionIcon>
            </li>
          ))}
        </ul>
      )}
      <form
        className={classes.row}
        style={{ alignItems: "flex-end" }}
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() !== "") make.mutate(name.trim());
        }}
      >
        <TextInput
          size="md"
          style={{ flex: "1 1 220px" }}
          label={t("keys.name")}
          placeholder={t("keys.namePlaceholder")}
          maxLength={100}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Button type="submit" size="md" variant="light" loading={make.isPending}>
          {t("keys.make")}
        </Button>
      </form>
      {make.data && (
        <div className={classes.secret} role="status">
          <p>{t("keys.shownOnce")}</p>
          <code>{make.data.key}</code>
          <CopyText text={make.data.key} />
        </div>
      )}
      {failure && (
        <p role="alert" className={classes.result} data-bad>
          {t("settings.failed", { detail: detailOf(failure) })}
        </p>
      )}
      <div className={classes.snippet}>
        <div className={classes.snippetHead}>
          <strong>{t("keys.snippet")}</strong>
          <CopyText text={snippet} />
        </div>
        <pre tabIndex={0} role="region" aria-label={t("keys.snippet")}>
          {snippet}
        </pre>
      </div>
    </>
  );
}
