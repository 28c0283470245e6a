import { Button, FileButton, Textarea, TextInput } from "@mantine/core";
import {
  InvalidCouncilRecordError,
  councilMarkdown,
  fingerprintOf,
  readCouncilRecord,
} from "@openempathic/experiences/council";
import type { CouncilRecord } from "@openempathic/experiences/council";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ExperienceFrame } from "../experience/ExperienceFrame.tsx";
import classes from "./Council.module.css";
import { GoOn } from "./GoOn.tsx";
import { Paper } from "./Paper.tsx";

type Checked =
  | { readonly kind: "intact"; readonly record: CouncilRecord }
  | { readonly kind: "broken"; readonly line: number; readonly reason: string };

/** Checks a saved record, byte by byte, on this device. */
export function VerifyPage() {
  const { t } = useTranslation("council");
  const [text, setText] = useState("");
  const [checked, setChecked] = useState<Checked>();
  const check = (record: string) => {
    setText(record);
    setChecked(checkRecord(record));
  };
  return (
    <ExperienceFrame title={t("verify.title")} lead={t("verify.lead")}>
      <div className={classes.card}>
        <form
          className={classes.fields}
          onSubmit={(event) => {
            event.preventDefault();
            check(text);
          }}
        >
          <div className={classes.row}>
            <FileButton
              accept="application/json,.json"
              inputProps={{ "aria-label": t("verify.open") }}
              onChange={(file) => void file?.text().then(check)}
            >
              {(props) => <Button {...props}>{t("verify.open")}</Button>}
            </FileButton>
          </div>
          <Textarea
            label={t("verify.paste")}
            rows={6}
            styles={{ input: { fontFamily: "ui-monospace, monospace", fontSize: "0.875rem" } }}
            value={text}
            onChange={(event) => {
              setText(event.currentTarget.value);
              setChecked(undefined);
            }}
          />
          <div className={classes.row}>
            <Button type="submit" variant="light" disabled={text === ""}>
              {t("verify.check")}
            </Button>
          </div>
        </form>
        <div role="status" className={classes.after}>
          {checked?.kind === "broken" && (
            <p className={classes.careNote}>{t("verify.broken", { ...checked })}</p>
          )}
          {checked?.kind === "intact" && (
            <p className={classes.hint}>{t("verify.intact", { count: checked.record.events.length })}</p>
          )}
        </div>
        {checked?.kind === "intact" && <Intact record={checked.record} />}
        {checked?.kind === "intact" && <GoOn key={checked.record.state.head} text={text} />}
      </div>
    </ExperienceFrame>
  );
}

function Intact({ record }: { readonly record: CouncilRecord }) {
  const { t } = useTranslation("council");
  const [noted, setNoted] = useState("");
  const head = record.state.head;
  const given = noted.toLowerCase().replace(/[^0-9a-f]/gu, "");
  const entry =
    given.length < 16 ? -1 : record.hashes.findIndex((hash) => hash.startsWith(given.slice(0, 16)));
  return (
    <div className={classes.fields}>
      <p className={classes.soft}>{t("verify.intactHelp")}</p>
      <p className={classes.fingerprint}>{fingerprintOf(head)}</p>
      <TextInput
        label={t("verify.compare")}
        value={noted}
        onChange={(event) => setNoted(event.currentTarget.value)}
      />
      <p role="status">
        {given.length >= 16 &&
          (entry === -1
            ? t("verify.different")
            : entry === record.hashes.length - 1
              ? t("verify.same")
              : t("verify.earlier", { entry: entry + 1 }))}
      </p>
      <Paper markdown={councilMarkdown(record.state)} label={t("record.print")} level={2} />
    </div>
  );
}

function checkRecord(text: string): Checked {
  try {
    return { kind: "intact", record: readCouncilRecord(text) };
  } catch (error) {
    if (error instanceof InvalidCouncilRecordError) {
      return { kind: "broken", line: error.line, reason: error.reason };
    }
    throw error;
  }
}
