import { Button, PasswordInput, TextInput } from "@mantine/core";
import type { RecordStore } from "@openempathic/client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useApi } from "../../api/api-context.ts";
import { detailOf } from "../../api/api.ts";
import classes from "../Tutor.module.css";

/** The owner's form for a learning record store; the password goes in and never comes out. */
export function RecordStoreForm({ saved }: { readonly saved: RecordStore }) {
  const { t } = useTranslation("tutor");
  const api = useApi();
  const queries = useQueryClient();
  const [endpoint, setEndpoint] = useState(saved.endpoint ?? "");
  const [username, setUsername] = useState(saved.username ?? "");
  const [password, setPassword] = useState("");
  const [home, setHome] = useState(saved.home ?? window.location.origin);
  const refresh = () => queries.invalidateQueries({ queryKey: ["record-store"] });
  const save = useMutation({
    mutationFn: () =>
      api.records.saveStore({
        endpoint: endpoint.trim(),
        username: username.trim(),
        home: home.trim(),
        ...(password === "" ? {} : { password }),
      }),
    onSuccess: refresh,
  });
  const remove = useMutation({ mutationFn: () => api.records.removeStore(), onSuccess: refresh });
  const failure = save.error ?? remove.error;
  const keepsPassword = saved.isConnected && endpoint.trim() === saved.endpoint;
  const isFilled = endpoint.trim() !== "" && username.trim() !== "" && (password !== "" || keepsPassword);
  return (
    <form
      className={`${classes.card} ${classes.fields}`}
      aria-labelledby="connect-store"
      onSubmit={(event) => {
        event.preventDefault();
        if (isFilled) save.mutate();
      }}
    >
      <h2 id="connect-store">{t("connect.store")}</h2>
      <p className={classes.soft}>{t("connect.storeHelp")}</p>
      <TextInput
        type="url"
        size="md"
        label={t("connect.endpoint")}
        description={t("connect.endpointHelp")}
        value={endpoint}
        onChange={(event) => setEndpoint(event.currentTarget.value)}
      />
      <TextInput
        size="md"
        autoComplete="off"
        label={t("connect.username")}
        value={username}
        onChange={(event) => setUsername(event.currentTarget.value)}
      />
      <PasswordInput
        size="md"
        autoComplete="off"
        label={t("connect.password")}
        description={keepsPassword ? t("connect.passwordKept") : undefined}
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
      <TextInput
        type="url"
        size="md"
        label={t("connect.home")}
        description={t("connect.homeHelp")}
        value={home}
        onChange={(event) => setHome(event.currentTarget.value)}
      />
      <div className={classes.row}>
        <Button type="submit" disabled={!isFilled} loading={save.isPending}>
          {t("connect.save")}
        </Button>
        {saved.isConnected && (
          <Button variant="subtle" color="clay" loading={remove.isPending} onClick={() => remove.mutate()}>
            {t("connect.remove")}
          </Button>
        )}
      </div>
      {failure !== null && <p role="alert">{t("connect.failed", { detail: detailOf(failure) })}</p>}
    </form>
  );
}
