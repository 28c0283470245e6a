import { Button } from "@mantine/core";
import type { ClassInvitation } from "@openempathic/client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useApi } from "../../api/api-context.ts";
import { useMe } from "../../api/queries.ts";
import { goTo } from "../../app/route.ts";
import { BeforeWeBegin } from "../../experience/BeforeWeBegin.tsx";
import { ExperienceFrame } from "../../experience/ExperienceFrame.tsx";
import { isLanguage } from "../../i18n/start-i18n.ts";
import { newKey } from "../../session/new-key.ts";
import { noticesShown } from "../../session/notices-shown.ts";
import { chosenCountry } from "../../settings/preferences.ts";
import classes from "../Tutor.module.css";
import { areWhole, ChoicesForm, choicesOnWire, SHOW_NOTHING } from "./ChoicesForm.tsx";

/** What somebody sees who opens the link of a class. */
export function JoinClassPage({ token }: { readonly token: string }) {
  const { t } = useTranslation("tutor");
  const api = useApi();
  const me = useMe();
  const looked = useQuery({
    queryKey: ["class-invitation", token],
    queryFn: () => api.classes.look(token),
    enabled: me.isSuccess,
    retry: false,
    // A link may have stopped working since it was last looked at.
    staleTime: 0,
    gcTime: 0,
  });
  if (looked.isError) {
    return (
      <ExperienceFrame title={t("title")}>
        <p role="alert">{t("join.gone")}</p>
      </ExperienceFrame>
    );
  }
  if (looked.data === undefined) {
    return (
      <ExperienceFrame title={t("title")}>
        <p>{t("class.loading")}</p>
      </ExperienceFrame>
    );
  }
  return <Invited token={token} invitation={looked.data} />;
}

function Invited(props: { readonly token: string; readonly invitation: ClassInvitation }) {
  const { t } = useTranslation("tutor");
  const { title, course, sessionId } = props.invitation;
  const [choices, setChoices] = useState(SHOW_NOTHING);
  const join = useJoin(props.token);
  return (
    <ExperienceFrame title={t("join.title", { title })} lead={t("join.lead", { course: course.title })}>
      {sessionId === undefined ? (
        <BeforeWeBegin
          session={{ isBeginning: join.isPending, beginFailed: join.isError }}
          label={t("join.join")}
          disabled={!areWhole(choices)}
          onBegin={() => join.mutate(choicesOnWire(choices))}
        >
          <div className={classes.after}>
            <ChoicesForm choices={choices} onChange={setChoices} />
          </div>
        </BeforeWeBegin>
      ) : (
        <Button component="a" size="lg" h="auto" mih={50} py={8} href={`#/tutor/${sessionId}`}>
          {t("join.goOn")}
        </Button>
      )}
    </ExperienceFrame>
  );
}

function useJoin(token: string) {
  const { i18n } = useTranslation();
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (choices: ReturnType<typeof choicesOnWire>) => {
      const country = chosenCountry();
      const session = await api.classes.join({
        token,
        language: isLanguage(i18n.language) ? i18n.language : "en",
        ...(country === undefined ? {} : { country }),
        ...choices,
      });
      const line = api.line("tutor");
      await noticesShown(line, session.id);
      await line.postEvent(session.id, { kind: "notices-acknowledged" }, newKey());
      return session;
    },
    onSuccess: async ({ id }) => {
      goTo({ kind: "experience", experience: "tutor", sessionId: id });
      await queries.invalidateQueries({ queryKey: ["sessions"] });
    },
  });
}
