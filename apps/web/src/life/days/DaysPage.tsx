import { Button } from "@mantine/core";
import { activeRoutines, type Routine } from "@openempathic/experiences";
import { useState } from "react";
import { CheckInSection } from "../../memory/CheckInSection.tsx";
import { newKey } from "../../session/new-key.ts";
import { useSession } from "../../session/use-session.ts";
import classes from "../Life.module.css";
import { useLifeTexts } from "../use-life-texts.ts";
import { QuietHoursCard } from "./QuietHoursCard.tsx";
import { RoutineForm, type RoutineWords } from "./RoutineForm.tsx";
import { RoutineItem } from "./RoutineItem.tsx";

/** As many as the fold takes. */
const MOST = 12;

/** Gentle reminders that the person sets, the hours in which nothing comes, and the daily check-in. */
export function DaysPage() {
  const { t } = useLifeTexts();
  const { store, snapshot } = useSession();
  const [ended, setEnded] = useState<Routine>();
  const routines = activeRoutines(snapshot.state);
  const set = (words: RoutineWords, routineId: string) =>
    void store.send({ kind: "routine-set", routineId, ...words, days: [...words.days] });

  function end(routine: Routine) {
    void store.send({ kind: "routine-ended", routineId: routine.routineId });
    setEnded(routine);
  }

  function takeUpAgain({ text, hour, minute, timeZone, days }: Routine) {
    set({ text, hour, minute, timeZone, days }, newKey());
    setEnded(undefined);
  }

  return (
    <>
      <p className={classes.note}>{t("days.care")}</p>
      <section className={classes.card}>
        {routines.length === 0 ? (
          <p className={classes.soft}>{t("days.none")}</p>
        ) : (
          <ul className={classes.list} style={{ marginTop: 0 }}>
            {routines.map((routine) => (
              <RoutineItem
                key={routine.routineId}
                routine={routine}
                onChange={(words) => set(words, routine.routineId)}
                onEnd={() => end(routine)}
              />
            ))}
          </ul>
        )}
        <div role="status">
          {ended !== undefined && (
            <p className={classes.undo}>
              {t("days.ended", { text: ended.text })}
              <Button size="compact-md" variant="subtle" onClick={() => takeUpAgain(ended)}>
                {t("undo")}
              </Button>
            </p>
          )}
        </div>
      </section>
      <section className={classes.card}>
        <h2 className={classes.cardTitle}>{t("days.add")}</h2>
        {routines.length < MOST ? (
          <RoutineForm submit={t("days.addButton")} onSave={(words) => set(words, newKey())} />
        ) : (
          <p className={classes.soft}>{t("days.most")}</p>
        )}
      </section>
      <QuietHoursCard />
      <div className={classes.card}>
        <CheckInSection />
      </div>
    </>
  );
}
