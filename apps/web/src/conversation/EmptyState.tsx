import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Orb } from "../app/Orb.tsx";
import classes from "./EmptyState.module.css";
import { fillComposer } from "./fill-composer.ts";

const OPENERS = ["day", "good", "alone", "sleep", "think", "life"] as const;

/** Before the first word: a question and a few ways to begin, which go into the composer and are not sent. */
export function EmptyState() {
  const { t } = useTranslation();
  return (
    <div className={classes.empty}>
      <Orb size={64} breathing />
      <h2 className={classes.title}>{t("empty.title")}</h2>
      <p className={classes.lead}>{t("empty.lead")}</p>
      <ul className={classes.openers} aria-label={t("empty.openers.label")}>
        {OPENERS.map((opener) => (
          <li key={opener}>
            <Button variant="default" onClick={() => fillComposer(t(`empty.starts.${opener}`))}>
              {t(`empty.openers.${opener}`)}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
