import { Button } from "@mantine/core";
import { TECHNIQUES, techniqueText } from "@openempathic/experiences/calm";
import type { TechniqueId } from "@openempathic/experiences/calm";
import { useTranslation } from "react-i18next";
import { isLanguage } from "../../i18n/start-i18n.ts";
import { TechniqueFacts } from "./TechniqueFacts.tsx";
import classes from "./TechniqueLibrary.module.css";

/** Every technique, with what is known about it and whom it does not suit. */
export function TechniqueLibrary(props: {
  readonly asking: TechniqueId | "any" | undefined;
  readonly onChoose: (technique: TechniqueId) => void;
}) {
  const { t, i18n } = useTranslation("calm");
  const language = isLanguage(i18n.language) ? i18n.language : "en";
  return (
    <section className={classes.library} aria-labelledby="calm-library">
      <h2 id="calm-library">{t("library.title")}</h2>
      <ul>
        {TECHNIQUES.map(({ id, minMinutes }) => {
          const { title, summary, helps } = techniqueText(id, language);
          return (
            <li key={id}>
              <h3>{title}</h3>
              <p>{summary}</p>
              <p className={classes.soft}>
                {t("library.helps", { when: helps })} {t("library.from", { minutes: minMinutes })}
              </p>
              <details>
                <summary>{t("library.more")}</summary>
                <TechniqueFacts technique={id} />
              </details>
              <div className={classes.choose}>
                <Button variant="light" loading={props.asking === id} onClick={() => props.onChoose(id)}>
                  {t("library.choose", { title })}
                </Button>
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
