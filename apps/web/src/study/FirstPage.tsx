import { Button, FileButton, TextInput } from "@mantine/core";
import { readProtocol, study } from "@openempathic/experiences/study";
import type { ProtocolReading } from "@openempathic/experiences/study";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSessions } from "../api/queries.ts";
import { hashOfSession } from "../app/route.ts";
import { BeforeWeBegin } from "../experience/BeforeWeBegin.tsx";
import { ExperienceFrame } from "../experience/ExperienceFrame.tsx";
import { useExperienceSession } from "../experience/use-experience-session.ts";
import { isLanguage } from "../i18n/start-i18n.ts";
import { newProtocol, randomSeed } from "./new-protocol.ts";
import { ProtocolFaults } from "./research/ProtocolFaults.tsx";
import classes from "./Study.module.css";

/** A study to begin, new or from a file, and those that are there. */
export function FirstPage() {
  const { t, i18n } = useTranslation("study");
  const language = isLanguage(i18n.language) ? i18n.language : "en";
  const session = useExperienceSession("study", study, undefined);
  const known = useSessions("study").data ?? [];
  const [title, setTitle] = useState("");
  const [file, setFile] = useState<{ readonly name: string; readonly reading: ProtocolReading }>();
  const read = file?.reading.kind === "read" ? file.reading.protocol : undefined;
  const begin = () =>
    session.begin({
      kind: "drafted",
      protocol: read ?? newProtocol(title.trim(), language, randomSeed()),
    });
  return (
    <ExperienceFrame title={t("title")} lead={t("lead")}>
      {known.length > 0 && (
        <section className={classes.card} aria-labelledby="study-known">
          <h2 id="study-known">{t("first.known")}</h2>
          <ul className={classes.plain}>
            {known.map((each) => (
              <li key={each.id}>
                <a href={hashOfSession(each)}>{each.title ?? t("first.untitled")}</a>{" "}
                <small className={classes.soft}>
                  {new Date(each.lastEventAtMs).toLocaleDateString(i18n.language, { dateStyle: "medium" })}
                </small>
              </li>
            ))}
          </ul>
        </section>
      )}
      <ul className={classes.what}>
        {(["frozen", "chance", "simulated", "theirs"] as const).map((point) => (
          <li key={point}>{t(`first.${point}`)}</li>
        ))}
      </ul>
      <BeforeWeBegin session={session} onBegin={begin} disabled={read === undefined && title.trim() === ""}>
        <div className={`${classes.fields} ${classes.after}`}>
          {read === undefined && (
            <TextInput
              size="md"
              label={t("first.name")}
              description={t("first.nameHelp")}
              maxLength={300}
              value={title}
              onChange={(event) => setTitle(event.currentTarget.value)}
            />
          )}
          <div className={classes.row}>
            <FileButton
              accept=".json,application/json"
              onChange={(opened) => {
                if (opened === null) return;
                void opened
                  .text()
                  .then((text) => setFile({ name: opened.name, reading: readProtocol(text) }));
              }}
            >
              {(button) => (
                <Button variant="default" {...button}>
                  {t("first.open")}
                </Button>
              )}
            </FileButton>
            {read !== undefined && (
              <Button variant="subtle" onClick={() => setFile(undefined)}>
                {t("first.withoutFile")}
              </Button>
            )}
          </div>
          <div role="status">
            {read !== undefined && <p>{t("first.read", { title: read.title, count: read.tasks.length })}</p>}
            {file?.reading.kind === "faulty" && (
              <div className={classes.alert}>
                <p>{t("first.faulty", { name: file.name })}</p>
                <ProtocolFaults faults={file.reading.faults} />
              </div>
            )}
          </div>
        </div>
      </BeforeWeBegin>
    </ExperienceFrame>
  );
}
