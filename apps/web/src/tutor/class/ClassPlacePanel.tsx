import { Button } from "@mantine/core";
import type { ClassPlace } from "@openempathic/client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useApi } from "../../api/api-context.ts";
import classes from "../Tutor.module.css";
import { areWhole, ChoicesForm, choicesOnWire } from "./ChoicesForm.tsx";

/** A learner's place in a class: what the teacher sees of them, to be changed or ended. Nothing where they are in none. */
export function ClassPlacePanel({ sessionId }: { readonly sessionId: string }) {
  const { t } = useTranslation("tutor");
  const api = useApi();
  const queries = useQueryClient();
  const queryKey = ["class-place", sessionId];
  const place = useQuery({
    queryKey,
    queryFn: async () => (await api.classes.placeOf(sessionId)) ?? null,
  });
  const leave = useMutation({
    mutationFn: () => api.classes.leave(sessionId),
    onSuccess: () => queries.invalidateQueries({ queryKey }),
  });
  if (place.data === undefined || place.data === null) {
    return leave.isSuccess ? <p role="status">{t("place.left")}</p> : null;
  }
  return (
    <details className={classes.card}>
      <summary className={classes.summary}>{t("place.title", { title: place.data.title })}</summary>
      <Choosing key={JSON.stringify(place.data)} sessionId={sessionId} place={place.data} />
      <p className={classes.soft}>{t("place.leaveHelp")}</p>
      <Button variant="subtle" color="clay" loading={leave.isPending} onClick={() => leave.mutate()}>
        {t("place.leave")}
      </Button>
      {leave.isError && <p role="alert">{t("class.load")}</p>}
    </details>
  );
}

function Choosing({ sessionId, place }: { readonly sessionId: string; readonly place: ClassPlace }) {
  const { t } = useTranslation("tutor");
  const api = useApi();
  const queries = useQueryClient();
  const { showsProgress, sharesFeelings } = place;
  const [choices, setChoices] = useState({ name: place.name ?? "", showsProgress, sharesFeelings });
  const save = useMutation({
    mutationFn: () => api.classes.change(sessionId, choicesOnWire(choices)),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["class-place", sessionId] }),
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <ChoicesForm choices={choices} onChange={setChoices} />
      <Button type="submit" variant="light" disabled={!areWhole(choices)} loading={save.isPending}>
        {t("place.save")}
      </Button>
      {save.isError && <p role="alert">{t("class.load")}</p>}
    </form>
  );
}
