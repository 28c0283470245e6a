import { strengthText, techniqueText } from "@openempathic/experiences/calm";
import type { TechniqueId } from "@openempathic/experiences/calm";
import { useTranslation } from "react-i18next";
import { isLanguage } from "../../i18n/start-i18n.ts";
import classes from "./TechniqueFacts.module.css";

/** What is known about a technique, with its sources, and whom it does not suit. */
export function TechniqueFacts({ technique }: { readonly technique: TechniqueId }) {
  const { t, i18n } = useTranslation("calm");
  const language = isLanguage(i18n.language) ? i18n.language : "en";
  const { evidence, notFor } = techniqueText(technique, language);
  return (
    <dl className={classes.facts}>
      <dt>{t("library.notFor")}</dt>
      <dd>{notFor}</dd>
      <dt>{t("library.known")}</dt>
      {evidence.map(({ strength, text, citation, doi }) => (
        <dd key={text}>
          <strong className={classes.strength} data-strength={strength}>
            {strengthText(strength, language)}
          </strong>{" "}
          {text}
          {doi !== undefined && (
            <>
              {" "}
              <a href={`https://doi.org/${doi}`} target="_blank" rel="noreferrer" lang="en">
                {citation}
              </a>
            </>
          )}
        </dd>
      ))}
    </dl>
  );
}
