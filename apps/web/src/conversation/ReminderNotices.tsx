import { Button } from "@mantine/core";
import { noticeText } from "@openempathic/govern";
import { useTranslation } from "react-i18next";
import { useSession } from "../session/use-session.ts";
import classes from "./ReminderNotices.module.css";
import { noticesToAnswer } from "./notices-to-answer.ts";

/** Notices that have come due again, acknowledged in one step. */
export function ReminderNotices() {
  const { t } = useTranslation();
  const { store, snapshot } = useSession();
  const { state } = snapshot;
  const notices = noticesToAnswer(state);
  const answering = snapshot.outgoing.some(({ event }) => event.kind === "notices-acknowledged");
  if (notices.length === 0 || answering) return null;
  return (
    <section className={classes.card} aria-label={t("notices.again")}>
      <div>
        {notices.map((id) => (
          <p key={id}>{noticeText(id, state.language)}</p>
        ))}
      </div>
      <Button variant="light" onClick={() => void store.send({ kind: "notices-acknowledged" })}>
        {t("notices.ok")}
      </Button>
    </section>
  );
}
