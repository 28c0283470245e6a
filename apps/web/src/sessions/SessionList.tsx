import { ActionIcon, Button } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useApi } from "../api/api-context.ts";
import type { SessionSummary } from "../api/api.ts";
import { useSessions } from "../api/queries.ts";
import { goTo, hashOf, useRoute } from "../app/route.ts";
import { DayAgo } from "./DayAgo.tsx";
import classes from "./SessionList.module.css";

/** How long a deletion can be undone before the server is asked to do it. */
const UNDO_MS = 6000;

/** The person's conversations, newest first; each can be resumed, or deleted with a moment to undo it. */
export function SessionList({ onChosen }: { readonly onChosen?: () => void }) {
  const { t } = useTranslation();
  const api = useApi();
  const queries = useQueryClient();
  const route = useRoute();
  const sessions = useSessions("companion");
  const [leaving, setLeaving] = useState<string>();
  const [failed, setFailed] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  async function reallyDelete(id: string) {
    setFailed(false);
    await api.deleteSession(id).catch(() => setFailed(true));
    setLeaving((current) => (current === id ? undefined : current));
    await queries.invalidateQueries({ queryKey: ["sessions"] });
  }

  function remove(id: string) {
    if (leaving !== undefined) void reallyDelete(leaving);
    clearTimeout(timer.current);
    setLeaving(id);
    timer.current = setTimeout(() => void reallyDelete(id), UNDO_MS);
    if (route.kind === "conversation" && route.sessionId === id) goTo({ kind: "arrival" });
  }

  useEffect(() => {
    if (leaving === undefined) return undefined;
    // A page that is closed before the moment is over still deletes.
    const finish = () => void reallyDelete(leaving);
    window.addEventListener("pagehide", finish);
    return () => window.removeEventListener("pagehide", finish);
  });

  function undo() {
    clearTimeout(timer.current);
    setLeaving(undefined);
  }

  const shown = (sessions.data ?? []).filter(({ id }) => id !== leaving);
  return (
    <div className={classes.scroll}>
      <h2 className={classes.heading}>{t("sessions.title")}</h2>
      {shown.length === 0 && <p className={classes.none}>{t("sessions.none")}</p>}
      <ul className={classes.list}>
        {shown.map((session) => (
          <SessionRow
            key={session.id}
            session={session}
            current={route.kind === "conversation" && route.sessionId === session.id}
            onDelete={() => remove(session.id)}
            {...(onChosen ? { onChosen } : {})}
          />
        ))}
      </ul>
      <div role="status">
        {failed && <p className={classes.none}>{t("arrival.failed")}</p>}
        {leaving !== undefined && (
          <p className={classes.undo}>
            {t("sessions.deleted")}
            <Button size="compact-sm" variant="subtle" onClick={undo}>
              {t("app.undo")}
            </Button>
          </p>
        )}
      </div>
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
