import type { StudyRun } from "@openempathic/experiences/study";
import { helplinesFor } from "@openempathic/govern";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { HelpLines } from "../../conversation/HelpLines.tsx";
import classes from "../Study.module.css";

/** People to reach, for somebody whose answer gives cause: at once, whatever the network does, and from then on. */
export function StudyCareCard(props: {
  readonly run: StudyRun;
  readonly country: string | undefined;
  readonly onCountry: (country: string) => void;
}) {
  const { t } = useTranslation("study");
  const { run, country, onCountry } = props;
  const place = useRef<HTMLElement>(null);
  useEffect(() => place.current?.scrollIntoView({ block: "start" }), []);
  const resources = run.care?.resources ?? helplinesFor(country).entries;
  return (
    <section ref={place} className={classes.card} role="alert" aria-label={t("care.title")}>
      <h2>{t("care.title")}</h2>
      <p>{t("care.lead")}</p>
      {/* The scripted answer belongs to a conversation: it asks something, and here nobody could reply. */}
      <HelpLines resources={resources} country={country} about="self" onCountry={onCountry} />
      <p className={classes.soft}>{t("care.goOn")}</p>
    </section>
  );
}
