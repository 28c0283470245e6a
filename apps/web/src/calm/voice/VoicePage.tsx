import { Button, PasswordInput, TextInput } from "@mantine/core";
import type { Voice } from "@openempathic/client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useApi } from "../../api/api-context.ts";
import { detailOf } from "../../api/api.ts";
import { useMe } from "../../api/queries.ts";
import { ExperienceFrame } from "../../experience/ExperienceFrame.tsx";
import classes from "./VoicePage.module.css";

/** The owner's page for a voice behind the server. */
export function VoicePage() {
  const { t } = useTranslation("calm");
  const api = useApi();
  const me = useMe();
  const isOwner = me.data?.participant.role === "owner";
  const setting = useQuery({
    queryKey: ["voice-setting"],
    queryFn: () => api.voice.setting(),
    enabled: isOwner,
  });
  return (
    <ExperienceFrame title={t("voice.title")} lead={t("voice.lead")}>
      {me.isSuccess && !isOwner && <p role="alert">{t("voice.ownerOnly")}</p>}
      {isOwner && setting.data === undefined && <p>{t("voice.loading")}</p>}
      {setting.data !== undefined && <VoiceForm key={JSON.stringify(setting.data)} saved={setting.data} />}
    </ExperienceFrame>
  );
}

function VoiceForm({ saved }: { readonly saved: Voice }) {
  const { t } = useTranslation("calm");
  const api = useApi();
  const queries = useQueryClient();
  const [baseUrl, setBaseUrl] = useState(saved.baseUrl ?? "");
  const [model, setModel] = useState(saved.model ?? "");
  const [voice, setVoice] = useState(saved.voice ?? "");
  const [apiKey, setApiKey] = useState("");
  const refresh = async () => {
    await queries.invalidateQueries({ queryKey: ["voice-setting"] });
    await queries.invalidateQueries({ queryKey: ["voice"] });
  };
  const save = useMutation({
    mutationFn: () =>
      api.voice.save({
        baseUrl: baseUrl.trim(),
        model: model.trim(),
        voice: voice.trim(),
        ...(apiKey === "" ? {} : { apiKey }),
      }),
    onSuccess: refresh,
  });
  const remove = useMutation({ mutationFn: () => api.voice.remove(), onSuccess: refresh });
  const failure = save.error ?? remove.error;
  const isFilled = [baseUrl, model, voice].every((each) => each.trim() !== "");
  return (
    <form
      className={classes.fields}
      onSubmit={(event) => {
        event.preventDefault();
        if (isFilled) save.mutate();
      }}
    >
      <TextInput
        type="url"
        size="md"
        label={t("voice.baseUrl")}
        description={t("voice.baseUrlHelp")}
        value={baseUrl}
        onChange={(event) => setBaseUrl(event.currentTarget.value)}
      />
      <TextInput
        size="md"
        autoComplete="off"
        label={t("voice.model")}
        value={model}
        onChange={(event) => setModel(event.currentTarget.value)}
      />
      <TextInput
        size="md"
        autoComplete="off"
        label={t("voice.voice")}
        value={voice}
        onChange={(event) => setVoice(event.currentTarget.value)}
      />
      <PasswordInput
        size="md"
        autoComplete="off"
        label={t("voice.apiKey")}
        description={t(saved.hasApiKey ? "voice.apiKeyKept" : "voice.apiKeyHelp")}
        value={apiKey}
        onChange={(event) => setApiKey(event.currentTarget.value)}
      />
      <div className={classes.row}>
        <Button type="submit" disabled={!isFilled} loading={save.isPending}>
          {t("voice.save")}
        </Button>
        {saved.isConnected && (
          <>
            <TryVoice />
            <Button variant="subtle" color="clay" loading={remove.isPending} onClick={() => remove.mutate()}>
              {t("voice.remove")}
            </Button>
          </>
        )}
      </div>
      {failure !== null && <p role="alert">{t("voice.failed", { detail: detailOf(failure) })}</p>}
    </form>
  );
}

/** Has a few words said by the voice that is saved. */
function TryVoice() {
  const { t } = useTranslation("calm");
  const api = useApi();
  const say = useMutation({
    mutationFn: async () => {
      const sound = await api.voice.say(t("voice.tryWords"));
      if (sound === undefined) throw new Error("no voice");
      await new Audio(URL.createObjectURL(sound)).play();
    },
  });
  return (
    <>
      <Button variant="light" loading={say.isPending} onClick={() => say.mutate()}>
        {t("voice.try")}
      </Button>
      <span role="status">{say.isError && t("voice.tryFailed")}</span>
    </>
  );
}
