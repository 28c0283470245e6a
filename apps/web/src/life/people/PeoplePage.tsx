import { Button } from "@mantine/core";
import { suggestionAt, type KeptPerson } from "@openempathic/experiences";
import { isGraveRisk } from "@openempathic/govern";
import { useState } from "react";
import { newKey } from "../../session/new-key.ts";
import { useSession } from "../../session/use-session.ts";
import classes from "../Life.module.css";
import { useLifeTexts } from "../use-life-texts.ts";
import { PersonForm } from "./PersonForm.tsx";
import { PersonItem } from "./PersonItem.tsx";
import { SuggestionCard } from "./SuggestionCard.tsx";

/** The people whom the person named: kept, changed, forgotten, and suggested when they ask for it. */
export function PeoplePage() {
  const { t } = useLifeTexts();
  const { store, snapshot } = useSession();
  const [forgotten, setForgotten] = useState<KeptPerson>();
  const { kept, suggestions } = snapshot.state.people;
  const wished = suggestions.findLast(({ isWished }) => isWished)?.of;
  const suggested = wished === undefined ? undefined : suggestionAt(snapshot.state, wished);
  const keep = (person: KeptPerson) => void store.send({ kind: "person-kept", ...person });
  return (
    <>
      <section className={classes.card}>
        {kept.length === 0 ? (
          <p className={classes.soft}>{t("people.none")}</p>
        ) : (
          <ul className={classes.list} style={{ marginTop: 0 }}>
            {kept.map((person) => (
              <PersonItem
                key={person.personId}
                person={person}
                onChange={keep}
                onForget={() => {
                  void store.send({ kind: "person-forgotten", personId: person.personId });
                  setForgotten(person);
                }}
              />
            ))}
          </ul>
        )}
        <div role="status">
          {forgotten !== undefined && (
            <p className={classes.undo}>
              {t("people.forgotten", { name: forgotten.name })}
              <Button
                size="compact-md"
                variant="subtle"
                onClick={() => {
                  keep({ ...forgotten, personId: newKey() });
                  setForgotten(undefined);
                }}
              >
                {t("undo")}
              </Button>
            </p>
          )}
        </div>
        {kept.some(({ maySuggest }) => maySuggest) && !isGraveRisk(snapshot.state.latch.level) && (
          <div className={classes.row} style={{ marginTop: 18 }}>
            <Button variant="light" onClick={() => void store.send({ kind: "suggestion-wished" })}>
              {t("people.suggest")}
            </Button>
          </div>
        )}
        <div role="status">
          {wished !== undefined && suggested !== undefined && (
            <SuggestionCard key={wished} person={suggested} of={wished} />
          )}
        </div>
      </section>
      <section className={classes.card}>
        <h2 className={classes.cardTitle}>{t("people.add")}</h2>
        <PersonForm
          submit={t("people.addButton")}
          onSave={(words) => keep({ personId: newKey(), maySuggest: true, ...words })}
        />
      </section>
    </>
  );
}
