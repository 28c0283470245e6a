import { Anchor, Button, TextInput } from "@mantine/core";
import type { ClassView } from "@openempathic/client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useApi } from "../../api/api-context.ts";
import { isNotFound } from "../../api/api.ts";
import { useMe } from "../../api/queries.ts";
import { goTo } from "../../app/route.ts";
import { ExperienceFrame } from "../../experience/ExperienceFrame.tsx";
import { CopyText } from "../../settings/CopyText.tsx";
import classes from "../Tutor.module.css";
import { ClassFigures } from "./ClassFigures.tsx";
import { Roster } from "./Roster.tsx";
import { JOIN_CLASS } from "./class-address.ts";

/** How often the page looks anew while it is open. */
const LOOK_MS = 15_000;

/** One class, as its teacher sees it. */
export function ClassPage({ id }: { readonly id: string }) {
  const { t } = useTranslation("tutor");
  const api = useApi();
  const me = useMe();
  const view = useQuery({
    queryKey: ["class", id],
    queryFn: () => api.classes.view(id),
    enabled: me.isSuccess,
    refetchInterval: LOOK_MS,
  });
  const { data } = view;
  const trouble = view.isError ? t(isNotFound(view.error) ? "class.gone" : "class.load") : undefined;
  return (
    <ExperienceFrame title={data?.class.title ?? t("class.title")} wide>
      <p>
        <Anchor href="#/tutor/classes">{t("class.back")}</Anchor>
      </p>
      {trouble !== undefined && <p role="alert">{trouble}</p>}
      {view.isPending && <p className={classes.soft}>{t("class.loading")}</p>}
      {data !== undefined && (
        <div className={classes.place}>
          <ClassFigures view={data} />
          <div className={classes.side}>
            <Invitation id={id} view={data} />
            <Roster id={id} />
            <p className={classes.soft}>{t("class.rule")}</p>
            <DeleteClass id={id} />
          </div>
        </div>
      )}
    </ExperienceFrame>
  );
}

function Invitation({ id, view }: { readonly id: string; readonly view: ClassView }) {
  const { t } = useTranslation("tutor");
  const api = useApi();
  const invite = useMutation({ mutationFn: () => api.classes.invite(id) });
  const link =
    invite.data === undefined
      ? undefined
      : `${window.location.origin}${window.location.pathname}#/tutor/${JOIN_CLASS}${invite.data}`;
  return (
    <section className={classes.card}>
      <p>{view.class.course}</p>
      <p role="status">
        {t("class.learners", { count: view.learners })}{" "}
        {view.uncounted > 0 && t("class.uncounted", { count: view.uncounted })}
      </p>
      {link !== undefined && (
        <>
          <TextInput label={t("class.link")} description={t("class.linkHelp")} readOnly value={link} />
          <CopyText text={link} />
        </>
      )}
      <div className={classes.row}>
        <Button
          variant={link === undefined && view.learners === 0 ? "filled" : "light"}
          loading={invite.isPending}
          h="auto"
          mih={44}
          py={6}
          styles={{ label: { whiteSpace: "normal" } }}
          onClick={() => invite.mutate()}
        >
          {t(link === undefined && view.learners === 0 ? "class.makeLink" : "class.newLink")}
        </Button>
      </div>
      {invite.isError && <p role="alert">{t("class.load")}</p>}
    </section>
  );
}

function DeleteClass({ id }: { readonly id: string }) {
  const { t } = useTranslation("tutor");
  const api = useApi();
  const queries = useQueryClient();
  const [asks, setAsks] = useState(false);
  const remove = useMutation({
    mutationFn: () => api.classes.delete(id),
    onSuccess: async () => {
      goTo({ kind: "experience", experience: "tutor", sessionId: "classes" });
      await queries.invalidateQueries({ queryKey: ["classes"] });
    },
  });
  return (
    <section aria-label={t("class.delete")}>
      <p className={classes.soft}>{t("class.deleteHelp")}</p>
      <div className={classes.row}>
        {asks ? (
          <>
            <Button variant="filled" color="clay" loading={remove.isPending} onClick={() => remove.mutate()}>
              {t("class.reallyDelete")}
            </Button>
            <Button variant="default" onClick={() => setAsks(false)}>
              {t("class.keep")}
            </Button>
          </>
        ) : (
          <Button variant="subtle" color="clay" onClick={() => setAsks(true)}>
            {t("class.delete")}
          </Button>
        )}
      </div>
      {remove.isError && <p role="alert">{t("class.load")}</p>}
    </section>
  );
}
