import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useApi } from "../api/api-context.ts";
import { LanguageModelForm } from "./LanguageModelForm.tsx";

/** The connection to a language model, as far as the owner sees it. */
export function LanguageModelSettings() {
  const { t } = useTranslation();
  const api = useApi();
  const settings = useQuery({ queryKey: ["language-model"], queryFn: () => api.languageModel() });
  if (settings.isError) return <p role="alert">{t("arrival.failed")}</p>;
  if (settings.data === undefined) return <p>{t("app.loading")}</p>;
  return <LanguageModelForm key={JSON.stringify(settings.data)} saved={settings.data} />;
}
