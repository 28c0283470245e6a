import { Button, Switch, TextInput } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useApi } from "../../api/api-context.ts";
import { detailOf } from "../../api/api.ts";
import classes from "../Tutor.module.css";

const EMPTY = {
  name: "",
  issuer: "",
  clientId: "",
  deployments: "",
  authUrl: "",
  tokenUrl: "",
  jwksUrl: "",
  isPrivate: false,
};

const FIELDS = [
  ["name", "connect.platformName", undefined],
  ["issuer", "connect.issuer", undefined],
  ["clientId", "connect.clientId", undefined],
  ["deployments", "connect.deployments", "connect.deploymentsHelp"],
  ["authUrl", "connect.auth", undefined],
  ["tokenUrl", "connect.token", undefined],
  ["jwksUrl", "connect.keys", undefined],
] as const;

/** The learning platforms that are registered, what one needs to know of this server, and a new one. */
export function Platforms() {
  const { t } = useTranslation("tutor");
  const api = useApi();
  const queries = useQueryClient();
  const queryKey = ["lti-platforms"];
  const platforms = useQuery({ queryKey, queryFn: () => api.platforms.list() });
  const remove = useMutation({
    mutationFn: (id: string) => api.platforms.remove(id),
    onSuccess: () => queries.invalidateQueries({ queryKey }),
  });
  const { origin } = window.location;
  return (
    <section className={classes.card} aria-labelledby="connect-platforms">
      <h2 id="connect-platforms">{t("connect.platforms")}</h2>
      <p className={classes.soft}>{t("connect.platformsHelp")}</p>
      <ul className={classes.skills}>
        {platforms.data?.map(({ id, name, issuer }) => (
          <li key={id} className={classes.group}>
            <h3>{name}</h3>
            <p className={classes.soft}>{issuer}</p>
            <Button
              variant="subtle"
              color="clay"
              h="auto"
              mih={44}
              styles={{ label: { whiteSpace: "normal" } }}
              onClick={() => remove.mutate(id)}
            >
              {t("connect.away", { name })}
            </Button>
          </li>
        ))}
      </ul>
      {(platforms.isError || remove.isError) && <p role="alert">{t("class.load")}</p>}
      <h3>{t("connect.tool")}</h3>
      <dl className={classes.addresses}>
        <dt>{t("connect.login")}</dt>
        <dd>{`${origin}/lti/login`}</dd>
        <dt>{t("connect.launch")}</dt>
        <dd>{`${origin}/lti/launch`}</dd>
        <dt>{t("connect.jwks")}</dt>
        <dd>{`${origin}/lti/jwks`}</dd>
      </dl>
      <p className={classes.soft}>{t("connect.custom")}</p>
      <NewPlatform onAdded={() => void queries.invalidateQueries({ queryKey })} />
    </section>
  );
}

function NewPlatform({ onAdded }: { readonly onAdded: () => void }) {
  const { t } = useTranslation("tutor");
  const api = useApi();
  const [form, setForm] = useState(EMPTY);
  const { deployments, ...rest } = form;
  const add = useMutation({
    mutationFn: () =>
      api.platforms.add({
        ...rest,
        deploymentIds: deployments
          .split(",")
          .map((each) => each.trim())
          .filter((each) => each !== ""),
      }),
    onSuccess: () => {
      setForm(EMPTY);
      onAdded();
    },
  });
  const isFilled = FIELDS.every(([field]) => form[field].trim() !== "");
  return (
    <form
      className={classes.fields}
      onSubmit={(event) => {
        event.preventDefault();
        if (isFilled) add.mutate();
      }}
    >
      {FIELDS.map(([field, label, help]) => (
        <TextInput
          key={field}
          size="md"
          autoComplete="off"
          label={t(label)}
          description={help === undefined ? undefined : t(help)}
          value={form[field]}
          onChange={(event) => setForm({ ...form, [field]: event.currentTarget.value })}
        />
      ))}
      <Switch
        size="md"
        label={t("connect.private")}
        description={t("connect.privateHelp")}
        checked={form.isPrivate}
        onChange={(event) => setForm({ ...form, isPrivate: event.currentTarget.checked })}
      />
      <div className={classes.row}>
        <Button type="submit" disabled={!isFilled} loading={add.isPending}>
          {t("connect.register")}
        </Button>
      </div>
      {add.isError && <p role="alert">{t("connect.failed", { detail: detailOf(add.error) })}</p>}
    </form>
  );
}
