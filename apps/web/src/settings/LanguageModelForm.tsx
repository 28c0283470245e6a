import { Button, PasswordInput, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useApi } from "../api/api-context.ts";
import { detailOf, type LanguageModelSettings } from "../api/api.ts";
import { ConnectionTest } from "./ConnectionTest.tsx";
import classes from "./SettingsPage.module.css";

/** Address, model and key; the key goes to the server and never comes back. */
export function LanguageModelForm({ saved }: { readonly saved: LanguageModelSettings }) {
  const { t } = useTranslation();
  const api = useApi();
  const queries = useQueryClient();
  const [baseUrl, setBaseUrl] = useState(saved.baseUrl ?? "");
  const [model, setModel] = useState(saved.model ?? "");
  const [apiKey, setApiKey] = useState("");
  const input = { baseUrl: baseUrl.trim(), model: model.trim(), ...(apiKey === "" ? {} : { apiKey }) };
  const isFilled = input.baseUrl !== "" && input.model !== "";

  async function refresh() {
    await queries.invalidateQueries({ queryKey: ["language-model"] });
    await queries.invalidateQueries({ queryKey: ["me"] });
  }
  const save = useMutation({ mutationFn: () => api.saveLanguageModel(input), onSuccess: refresh });
  const remove = useMutation({ mutationFn: () => api.removeLanguageModel(), onSuccess: refresh });
  const failure = save.error ?? remove.error;

  return (
    <form
      className={classes.fields}
      onSubmit={(event) => {
        event.preventDefault();
        if (isFilled) save.mutate();
      }}
    >
      <p className={classes.soft}>
        <strong>{t(saved.source === "none" ? "model.notConnected" : "model.connected")}</strong>
        {saved.source === "environment" && ` · ${t("model.fromEnvironment")}`}
      </p>
      <TextInput
        type="url"
        size="md"
        label={t("model.baseUrl")}
        placeholder={t("model.baseUrlPlaceholder")}
        value={baseUrl}
        onChange={(event) => setBaseUrl(event.currentTarget.value)}
      />
      <TextInput
        size="md"
        label={t("model.model")}
        placeholder={t("model.modelPlaceholder")}
        value={model}
        onChange={(event) => setModel(event.currentTarget.value)}
      />
      <PasswordInput
        size="md"
        label={t("model.apiKey")}
        description={t(saved.hasApiKey ? "model.apiKeyKept" : "model.apiKeyHelp")}
        autoComplete="off"
        value={apiKey}
        onChange={(event) => setApiKey(event.currentTarget.value)}
      />
      <ConnectionTest key={JSON.stringify(input)} input={input} disabled={!isFilled}>
        <Button type="submit" disabled={!isFilled} loading={save.isPending}>
          {t("app.save")}
        </Button>
        {saved.source === "saved" && (
          <Button variant="subtle" color="clay" loading={remove.isPending} onClick={() => remove.mutate()}>
            {t("model.remove")}
          </Button>
        )}
      </ConnectionTest>
      {failure && (
        <p role="alert" className={classes.result} data-bad>
          {t("settings.failed", { detail: detailOf(failure) })}
        </p>
      )}
    </form>
  );
}
