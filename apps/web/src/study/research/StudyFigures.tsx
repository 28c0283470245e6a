import { Button } from "@mantine/core";
import { zipStore } from "@openempathic/experiences/calm";
import {
  ceilings,
  consort,
  consortPicture,
  convergence,
  figureText,
  intervalPicture,
  retests,
  samplingFates,
  scaleReliabilities,
  studyFiles,
  studyReport,
} from "@openempathic/experiences/study";
import type { StudyData } from "@openempathic/experiences/study";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { isLanguage } from "../../i18n/start-i18n.ts";
import { saveFile } from "../../settings/save-file.ts";
import { PictureView } from "../PictureView.tsx";
import classes from "../Study.module.css";
import { FigureTable } from "./FigureTable.tsx";

/** A study’s flow of participants, its figures once they are asked for, and its files. */
export function StudyFigures({ data }: { readonly data: StudyData }) {
  const { t, i18n } = useTranslation("study");
  const language = isLanguage(i18n.language) ? i18n.language : "en";
  const fates = samplingFates(data);
  return (
    <>
      <section className={classes.card} aria-labelledby="figures-flow">
        <h2 id="figures-flow">{t("figures.flow")}</h2>
        <PictureView picture={consortPicture(consort(data), language)} />
        {fates !== undefined && (
          <p role="status">
            {t("figures.fates", { ...fates.counts })}
            {fates.answeredShare !== undefined &&
              ` ${t("figures.answeredShare", { percent: Math.round(100 * fates.answeredShare) })}`}
          </p>
        )}
      </section>
      <Files data={data} />
      <Figures data={data} language={language} />
    </>
  );
}

function Files({ data }: { readonly data: StudyData }) {
  const { t } = useTranslation("study");
  const name = data.simulated === true ? "study-simulated" : "study";
  const saveAll = () => {
    const encoder = new TextEncoder();
    const parts = zipStore(
      studyFiles(data).map(({ path, text }) => ({ name: path, parts: [encoder.encode(text)] })),
    );
    saveFile(new Blob([...parts], { type: "application/zip" }), `${name}.zip`);
  };
  const saveReport = () =>
    saveFile(new Blob([studyReport(data)], { type: "text/html" }), `${name}-report.html`);
  return (
    <section className={classes.card} aria-labelledby="figures-files">
      <h2 id="figures-files">{t("files.title")}</h2>
      <p>{t("files.lead")}</p>
      <div className={classes.row}>
        <Button onClick={saveAll}>{t("files.all")}</Button>
        <Button variant="light" onClick={saveReport}>
          {t("files.report")}
        </Button>
      </div>
      <p className={classes.soft}>{t("files.words")}</p>
    </section>
  );
}

function Figures({ data, language }: { readonly data: StudyData; readonly language: "en" | "de" }) {
  const { t } = useTranslation("study");
  // What was worked out stays while new answers come in; it is done anew when it is asked for.
  const [shown, setShown] = useState<StudyData>();
  const figures = useMemo(() => (shown === undefined ? undefined : figuresOf(shown)), [shown]);
  if (figures === undefined) {
    return (
      <section className={classes.card}>
        <h2>{t("figures.title")}</h2>
        <p>{t("figures.lead")}</p>
        <Button variant="light" onClick={() => setShown(data)}>
          {t("figures.workOut")}
        </Button>
      </section>
    );
  }
  const { scales, twice, own, given } = figures;
  const picture = intervalPicture(
    scales.flatMap(({ name, alpha, omega }) => [
      { name: `${name}, alpha`, figure: alpha },
      { name: `${name}, omega`, figure: omega },
    ]),
    t("figures.reliability"),
  );
  const text = (figure: Parameters<typeof figureText>[0]) => figureText(figure, language);
  return (
    <section className={classes.card}>
      <h2>{t("figures.title")}</h2>
      {shown !== data && (
        <div className={classes.note}>
          <p>{t("figures.newer")}</p>
          <Button variant="subtle" onClick={() => setShown(data)}>
            {t("figures.anew")}
          </Button>
        </div>
      )}
      {scales.length > 0 && <h3>{t("figures.reliability")}</h3>}
      {picture !== undefined && <PictureView picture={picture} />}
      <FigureTable
        label={t("figures.reliability")}
        head={[
          t("figures.score"),
          t("figures.people"),
          "Alpha",
          "Omega",
          t("figures.error"),
          t("figures.detectable"),
        ]}
        rows={scales.map(({ name, complete, alpha, omega, error, detectable }) => [
          name,
          String(complete),
          ...[alpha, omega, error, detectable].map(text),
        ])}
      />
      {twice.length > 0 && <h3>{t("figures.retest")}</h3>}
      <FigureTable
        label={t("figures.retest")}
        head={[
          t("figures.measure"),
          t("figures.people"),
          "ICC(2,1)",
          t("figures.error"),
          t("figures.detectable"),
        ]}
        rows={twice.map(({ name, pairs, icc, error, detectable }) => [
          name,
          String(pairs.length),
          ...[icc, error, detectable].map(text),
        ])}
      />
      {own.length > 0 && <h3>{t("figures.convergence")}</h3>}
      <FigureTable
        label={t("figures.convergence")}
        head={[
          t("figures.measure"),
          t("figures.assessed"),
          t("figures.correlation"),
          t("figures.concordance"),
        ]}
        rows={own.map(({ name, texts, assessed, correlation, concordance }) => [
          name,
          `${String(assessed)} / ${String(texts)}`,
          text(correlation),
          text(concordance),
        ])}
      />
      {given.length > 0 && <h3>{t("figures.ceiling")}</h3>}
      <FigureTable
        label={t("figures.ceiling")}
        head={[
          t("figures.measure"),
          t("figures.people"),
          t("figures.human"),
          t("figures.model"),
          t("figures.difference"),
        ]}
        rows={given.map(({ name, raters, human, model, difference }) => [
          name,
          String(raters),
          ...[human, model, difference].map(text),
        ])}
      />
    </section>
  );
}

function figuresOf(data: StudyData) {
  const hasOwnTexts = data.protocol.tasks.some(({ kind }) => kind === "own-text");
  return {
    scales: scaleReliabilities(data),
    twice: retests(data),
    own: hasOwnTexts ? convergence(data) : [],
    given: ceilings(data),
  };
}
