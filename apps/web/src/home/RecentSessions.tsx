import { ActionIcon, Button } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { SessionSummary } from "../api/api.ts";
import { hashOfSession } from "../app/route.ts";
import { experienceWith } from "../experience/experiences.ts";
import { isLanguage } from "../i18n/start-i18n.ts";
import { DayAgo } from "../sessions/DayAgo.tsx";
import { UndoDeletion } from "../sessions/UndoDeletion.tsx";
import { useSessionDeletion } from "../sessions/use-session-deletion.ts";
import classes from "./Home.module.css";

const SHOWN_AT_FIRST = 5;

/** Where the person left off, whatever it was; a word where there is nothing yet. */
export function RecentSessions({
  sessions,
  failed,
}: {
  readonly sessions: readonly SessionSummary[] | undefined;
  readonly failed: boolean;
}) {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const deletion = useSessionDeletion();
  // What an experience left behind that this site does not have could not be opened.
  const known = (sessions ?? []).filter(
    ({ id, experience }) => id !== deletion.leaving && experienceWith(experience) !== undefined,
  );
  const shown = all ? known : known.slice(0, SHOWN_AT_FIRST);
  return (
    <section className={classes.section} aria-labelledby="home-recent">
      <h2 id="home-recent">{t("home.recent")}</h2>
      {failed && <p role="alert">{t("home.recentFailed")}</p>}
      {!failed && sessions !== undefined && known.length === 0 && (
        <p className={classes.none}>{t("home.recentNone")}</p>
      )}
      {shown.length > 0 && (
        <ul className={classes.recent}>
          {shown.map((session) => (
            <RecentSession key={session.id} session={session} onDelete={() => deletion.remove(session.id)} />
          ))}
        </ul>
      )}
      {known.length > shown.length && (
        <Button variant="subtle" size="compact-md" onClick={() => setAll(true)}>
          {t("home.recentAll", { count: known.length })}
        </Button>
      )}
      <UndoDeletion deletion={deletion} />
    </section>
  );
}

function RecentSession({
  session,
  onDelete,
}: {
  readonly session: SessionSummary;
  readonly onDelete: () => void;
}) {
  const { t, i18n } = useTranslation();
  const entry = experienceWith(session.experience);
  if (entry === undefined) return null;
  const card = entry.card[isLanguage(i18n.language) ? i18n.language : "en"];
  const Icon = entry.icon;
  const title = session.title ?? card.session;
  return (
    <li>
      <a href={hashOfSession(session)}>
        <Icon size={20} stroke={1.5} />
        <span className={classes.recentName}>{title}</span>
        <span className={classes.recentKind}>
          {card.title} · <DayAgo atMs={session.lastEventAtMs} />
        </span>
      </a>
      <ActionIcon color="gray" size={36} aria-label={t("sessions.delete", { title })} onClick={onDelete}>
        <IconTrash size={17} stroke={1.6} aria-hidden="true" />
      </ActionIcon>
    </li>
  );
}
