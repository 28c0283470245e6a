import { Button, VisuallyHidden } from "@mantine/core";
import { activeRoutines, type RoutineEntry } from "@openempathic/experiences";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Orb } from "../../app/Orb.tsx";
import turn from "../../conversation/ReplyTurn.module.css";
import { useSession } from "../../session/use-session.ts";
import { useLifeTexts } from "../use-life-texts.ts";

const LATER_MINUTES = 30;

/** A reminder that the person had set, to be done, put off or ended in one step, or simply left. */
export function RoutineTurn({ entry, isLast }: { readonly entry: RoutineEntry; readonly isLast: boolean }) {
  const { t } = useLifeTexts();
  const { t: site } = useTranslation();
  const { store, snapshot } = useSession();
  const [answer, setAnswer] = useState<"done" | "later">();
  const routine = activeRoutines(snapshot.state).find(({ routineId }) => routineId === entry.routineId);
  const isDone = routine?.doneAtMs.some((atMs) => atMs >= entry.atMs) === true;
  const { routineId } = entry;
  return (
    <li className={turn.reply}>
      <Orb size={26} />
      <div className={turn.body}>
        <VisuallyHidden component="h2">{site("conversation.checkIn")}</VisuallyHidden>
        <p className={turn.text}>{entry.text}</p>
        {routine !== undefined && isLast && !isDone && answer === undefined && (
          <div className={turn.actions}>
            <Button
              size="compact-md"
              variant="subtle"
              aria-label={t("days.doneLabel", { text: routine.text })}
              onClick={() => {
                void store.send({ kind: "routine-done", routineId });
                setAnswer("done");
              }}
            >
              {t("days.done")}
            </Button>
            <Button
              size="compact-md"
              variant="subtle"
              aria-label={t("days.laterLabel", { text: routine.text, minutes: LATER_MINUTES })}
              onClick={() => {
                void store.send({ kind: "routine-snoozed", routineId, minutes: LATER_MINUTES });
                setAnswer("later");
              }}
            >
              {t("days.later", { minutes: LATER_MINUTES })}
            </Button>
            <Button
              size="compact-md"
              variant="subtle"
              color="gray"
              aria-label={t("days.endLabel", { text: routine.text })}
              onClick={() => void store.send({ kind: "routine-ended", routineId })}
            >
              {t("days.end")}
            </Button>
          </div>
        )}
        <p role="status" className={turn.note}>
          {answer !== undefined && t("days.doneToday")}
        </p>
      </div>
    </li>
  );
}
