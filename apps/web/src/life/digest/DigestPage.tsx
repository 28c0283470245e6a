import { Button, TextInput } from "@mantine/core";
import { DIGEST_MAX_LENGTH, digestText, draftDigest } from "@openempathic/experiences";
import { useState } from "react";
import type { Language } from "../../i18n/start-i18n.ts";
import { newKey } from "../../session/new-key.ts";
import { useSession } from "../../session/use-session.ts";
import classes from "../Life.module.css";
import { useLifeTexts } from "../use-life-texts.ts";
import {
  dayOf,
  dropChoice,
  emptyChoice,
  loadChoice,
  periodOf,
  saveChoice,
  type DigestChoice,
} from "./digest-choice.ts";
import { ApprovedDigests } from "./ApprovedDigests.tsx";
import { DigestLines } from "./DigestLines.tsx";
import styles from "./Digest.module.css";

const DAY_MS = 86_400_000;
const WEEK_DAYS = 7;

/** A digest for somebody who cares for the person, who approves it line by line and gives it away themselves. */
export function DigestPage() {
  const { t, i18n } = useLifeTexts();
  const { store, snapshot } = useSession();
  const [choice, setChoice] = useState(() => loadChoice(window.localStorage, store.sessionId, lastWeek()));
  const language: Language = i18n.language === "de" ? "de" : "en";
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const days = periodOf(choice);
  const period = days && { ...days, timeZone, language };
  const drafted = period === undefined ? [] : draftDigest(snapshot.state, period);
  const lines = [...drafted, ...choice.own.map((line) => ({ ...line, group: "own" as const }))];
  const chosen = lines.filter(
    ({ lineId }) => choice.ticked.includes(lineId) && !choice.left.includes(lineId),
  );
  const wording = chosen.map(({ lineId, text }) => choice.worded[lineId] ?? text);
  const text = period === undefined ? "" : digestText(wording, period);

  function write(next: DigestChoice) {
    saveChoice(window.localStorage, store.sessionId, next);
    setChoice(next);
  }

  async function approve() {
    if (days === undefined || text === "") return;
    const isKept = await store.send({ kind: "digest-approved", digestId: newKey(), ...days, text });
    if (!isKept) return;
    dropChoice(window.localStorage, store.sessionId);
    setChoice(emptyChoice(choice.from, choice.to));
  }

  return (
    <>
      <section className={classes.card}>
        <h2 className={classes.cardTitle}>{t("digest.period")}</h2>
        <div className={styles.period}>
          <TextInput
            type="date"
            label={t("digest.from")}
            size="md"
            value={choice.from}
            onChange={(event) => write({ ...choice, from: event.currentTarget.value })}
          />
          <TextInput
            type="date"
            label={t("digest.to")}
            size="md"
            value={choice.to}
            onChange={(event) => write({ ...choice, to: event.currentTarget.value })}
          />
        </div>
        {period === undefined && <p role="alert">{t("digest.periodWrong")}</p>}
      </section>
      <DigestLines lines={lines} choice={choice} onChoice={write} />
      <section className={classes.card}>
        <h2 className={classes.cardTitle}>{t("digest.preview")}</h2>
        {text === "" ? (
          <p className={classes.soft}>{t("digest.previewNone")}</p>
        ) : (
          <blockquote className={styles.preview} data-testid="digest-preview">
            {text}
          </blockquote>
        )}
        <p className={classes.soft}>{t("digest.approveLead")}</p>
        <div className={classes.row} style={{ marginTop: 12 }}>
          <Button disabled={text === "" || text.length > DIGEST_MAX_LENGTH} onClick={() => void approve()}>
            {t("digest.approve")}
          </Button>
        </div>
      </section>
      <ApprovedDigests />
    </>
  );
}

function lastWeek(): DigestChoice {
  const nowMs = Date.now();
  return emptyChoice(dayOf(nowMs - (WEEK_DAYS - 1) * DAY_MS), dayOf(nowMs));
}
