import { ActionIcon } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { SessionSummary } from "../api/api.ts";
import { useSessions } from "../api/queries.ts";
import { goTo, hashOf, useRoute } from "../app/route.ts";
import { DayAgo } from "./DayAgo.tsx";
import classes from "./SessionList.module.css";
import { UndoDeletion } from "./UndoDeletion.tsx";
import { useSessionDeletion } from "./use-session-deletion.ts";

/** The person's conversations, newest first; each can be resumed, or deleted with a moment to undo it. */
export function SessionList({ onChosen }: { readonly onChosen?: () => void }) {
  const { t } = useTranslation();
  const route = useRoute();
  const sessions = useSessions("companion");
  const deletion = useSessionDeletion();

  function remove(id: string) {
    deletion.remove(id);
    if ((route.kind === "conversation" || route.kind === "life") && route.sessionId === id)
      goTo({ kind: "arrival" });
  }

  const shown = (sessions.data ?? []).filter(({ id }) => id !== deletion.leaving);
  return (
    <div className={classes.scroll}>
      <h2 className={classes.heading}>{t("sessions.title")}</h2>
      {shown.length === 0 && <p className={classes.none}>{t("sessions.none")}</p>}
      <ul className={classes.list}>
        {shown.map((session) => (
          <SessionRow
            key={session.id}
            session={session}
            current={
              (route.kind === "conversation" || route.kind === "life") && route.sessionId === session.id
            }
            onDelete={() => remove(session.id)}
            {...(onChosen ? { onChosen } : {})}
          />
        ))}
      </ul>
      <UndoDeletion deletion={deletion} />
    </div>
  );
}

function SessionRow(props: {
  readonly session: SessionSummary;
  readonly current: boolean;
  readonly onDelete: () => void;
  readonly onChosen?: () => void;
}) {
  const { t } = useTranslation();
  const { session } = props;
  const title = session.title ?? t("sessions.untitled");
  return (
    <li className={classes.row} data-current={props.current || undefined}>
      <a
        href={hashOf({ kind: "conversation", sessionId: session.id })}
        className={classes.link}
        {...(props.current ? { "aria-current": "page" as const } : {})}
        {...(props.onChosen ? { onClick: props.onChosen } : {})}
      >
        <span className={classes.title}>{title}</span>
        <DayAgo atMs={session.lastEventAtMs} />
      </a>
      <ActionIcon
        color="gray"
        size={36}
        aria-label={t("sessions.delete", { title })}
        onClick={props.onDelete}
      >
        <IconTrash size={17} stroke={1.6} />
      </ActionIcon>
    </li>
  );
}
