import { Button } from "@mantine/core";
import type { KeptPerson } from "@openempathic/experiences";
import { useState } from "react";
import { MessageDraft } from "../../ladder/MessageDraft.tsx";
import { useSession } from "../../session/use-session.ts";
import classes from "../Life.module.css";
import { useLifeTexts } from "../use-life-texts.ts";

/** A gentle suggestion to reach out to somebody, with a message to begin with. Nobody but the person sends it. */
export function SuggestionCard({ person, of }: { readonly person: KeptPerson; readonly of: number }) {
  const { t } = useLifeTexts();
  const { store } = useSession();
  const { name, relation, reach } = person;
  const [isDrafting, setDrafting] = useState(false);
  const [own, setOwn] = useState<string>();
  const who = relation === "" ? name : t("people.whoWith", { name, relation });
  return (
    <section className={classes.note} aria-label={t("people.suggestion", { who })}>
      <p style={{ margin: 0 }}>
        <strong>{t("people.suggestion", { who })}</strong>
      </p>
      <p className={classes.soft}>{t("people.suggestionLead")}</p>
      {reach !== "" && <p className={classes.soft}>{t("people.reachAt", { reach })}</p>}
      {isDrafting && (
        <div className={classes.fields}>
          <MessageDraft text={own ?? t("people.message", { name })} onText={setOwn} reach={reach} />
        </div>
      )}
      <div className={classes.row} style={{ marginTop: 10 }}>
        {!isDrafting && (
          <Button size="compact-md" onClick={() => setDrafting(true)}>
            {t("people.draft")}
          </Button>
        )}
        <Button
          size="compact-md"
          variant="subtle"
          onClick={() => void store.send({ kind: "suggestion-dismissed", of })}
        >
          {t("people.notNow")}
        </Button>
        <Button
          size="compact-md"
          variant="subtle"
          color="gray"
          aria-label={t("people.notThisOneLabel", { name })}
          onClick={() => void store.send({ kind: "person-kept", ...person, maySuggest: false })}
        >
          {t("people.notThisOne")}
        </Button>
      </div>
    </section>
  );
}
