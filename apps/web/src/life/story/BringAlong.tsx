import { Button, NativeSelect } from "@mantine/core";
import { replayCompanion } from "@openempathic/experiences";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useApi } from "../../api/api-context.ts";
import { useSessions } from "../../api/queries.ts";
import { newKey } from "../../session/new-key.ts";
import { useSession } from "../../session/use-session.ts";
import classes from "../Life.module.css";
import { useLifeTexts } from "../use-life-texts.ts";
import { movesFrom } from "./bring-along.ts";

/** Moves what is kept in another conversation to this one; nothing is shown where there is no other. */
export function BringAlong() {
  const { t, i18n } = useLifeTexts();
  const api = useApi();
  const { store, snapshot } = useSession();
  const sessions = useSessions("companion");
  const others = (sessions.data ?? []).filter(({ id }) => id !== store.sessionId);
  const [chosen, setChosen] = useState<string>();
  const from = chosen ?? others[0]?.id;
  const bring = useMutation({
    mutationFn: async (sessionId: string) => {
      const there = replayCompanion(await api.companionEvents(sessionId));
      const line = api.line("companion");
      let count = 0;
      for (const { keep, forget } of movesFrom(there, snapshot.state, newKey)) {
        // Kept here first: should the connection break between the two, it is in both places and lost in none.
        if (!(await store.send(keep))) throw new Error(t("failed"));
        await line.postEvent(sessionId, forget, newKey());
        count += 1;
      }
      return count;
    },
  });
  if (from === undefined) return null;
  const nameOf = (session: (typeof others)[number]) =>
    session.title ?? new Date(session.startedAtMs).toLocaleDateString(i18n.language, { dateStyle: "long" });
  return (
    <section className={classes.card} data-no-print>
      <h2 className={classes.cardTitle}>{t("bring.title")}</h2>
      <p className={classes.soft}>{t("bring.lead")}</p>
      <div className={classes.fields}>
        <NativeSelect
          label={t("bring.from")}
          size="md"
          value={from}
          data={others.map((session) => ({ value: session.id, label: nameOf(session) }))}
          onChange={(event) => setChosen(event.currentTarget.value)}
        />
        <div className={classes.row}>
          <Button variant="light" loading={bring.isPending} onClick={() => bring.mutate(from)}>
            {t("bring.button")}
          </Button>
          <span role="status">
            {bring.isSuccess && t(bring.data === 0 ? "bring.nothing" : "bring.done")}
            {bring.isError && t("bring.failed")}
          </span>
        </div>
      </div>
    </section>
  );
}
