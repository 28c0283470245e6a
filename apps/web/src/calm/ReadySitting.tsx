import { Button } from "@mantine/core";
import { scriptDurationMs, techniqueText } from "@openempathic/experiences/calm";
import type { Sitting, TechniqueId } from "@openempathic/experiences/calm";
import { IconPlayerPlayFilled } from "@tabler/icons-react";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { TechniqueFacts } from "./choose/TechniqueFacts.tsx";
import { arriveAt } from "./arrive-at.ts";
import { PackButton } from "./PackButton.tsx";
import classes from "./ReadySitting.module.css";

/** What was put together, with every reason; to be begun, changed or taken along. */
export function ReadySitting(props: {
  readonly sitting: Sitting;
  /** The server has not acknowledged it yet. */
  readonly isNew: boolean;
  readonly onBegin: () => void;
  readonly onOther: () => void;
  readonly onInstead: (technique: TechniqueId) => void;
}) {
  const { t } = useTranslation("calm");
  const { sitting, isNew, onBegin, onOther, onInstead } = props;
  const { script, why, others, words } = sitting;
  const { technique, language } = script;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => arriveAt(heading.current), []);
  return (
    <section className={classes.ready} aria-labelledby="calm-ready">
      <p className={classes.over}>{t("ready.title")}</p>
      <h2 id="calm-ready" tabIndex={-1} ref={heading}>
        {script.title}
      </h2>
      <p className={classes.summary}>
        {techniqueText(technique, language).summary}{" "}
        <strong>{t("ready.lasts", { count: Math.round(scriptDurationMs(script) / 6000) / 10 })}</strong>
      </p>
      <div className={classes.main}>
        <Button
          size="lg"
          leftSection={<IconPlayerPlayFilled size={18} aria-hidden="true" />}
          loading={isNew}
          onClick={onBegin}
        >
          {t(words.pending ? "ready.beginWithout" : "ready.begin")}
        </Button>
        <Button variant="subtle" size="md" onClick={onOther}>
          {t("ready.other")}
        </Button>
      </div>
      <p className={classes.words} role="status">
        {words.pending && t("ready.writing")}
        {words.taken !== undefined && words.taken > 0 && t("ready.written", { count: words.taken })}
        {words.leftOut !== undefined &&
          words.leftOut > 0 &&
          ` ${t("ready.leftOut", { count: words.leftOut })}`}
        {words.trouble !== undefined && t("ready.notWritten", { trouble: words.trouble })}
      </p>
      <h3>{t("ready.why")}</h3>
      <ul className={classes.why}>
        {why.map(({ kind, text }, i) => (
          <li key={`${kind}-${String(i)}`}>{text}</li>
        ))}
      </ul>
      <details className={classes.facts}>
        <summary>{t("library.more")}</summary>
        <TechniqueFacts technique={technique} />
      </details>
      {others.length > 0 && (
        <div className={classes.others}>
          <h3>{t("ready.instead")}</h3>
          {others.slice(0, 3).map((id) => (
            <Button key={id} variant="default" size="compact-md" onClick={() => onInstead(id)}>
              {techniqueText(id, language).title}
            </Button>
          ))}
        </div>
      )}
      <PackButton script={script} />
      <p className={classes.stop}>{t("ready.stop")}</p>
    </section>
  );
}
