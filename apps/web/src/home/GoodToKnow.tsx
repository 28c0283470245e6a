import { IconHeartHandshake, IconLock, IconRobot } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useMe } from "../api/queries.ts";
import classes from "./Home.module.css";

const FACTS = [
  { key: "program", Icon: IconRobot },
  { key: "guesses", Icon: IconHeartHandshake },
  { key: "yours", Icon: IconLock },
] as const;

/** What everybody should know before anything else: three facts, and where words go. */
export function GoodToKnow() {
  const { t } = useTranslation();
  const model = useMe().data?.languageModel;
  return (
    <section className={classes.section} aria-labelledby="home-know">
      <h2 id="home-know">{t("home.know.title")}</h2>
      <ul className={classes.facts}>
        {FACTS.map(({ key, Icon }) => (
          <li key={key}>
            <Icon size={22} stroke={1.5} aria-hidden="true" />
            <span>
              <strong>{t(`home.know.${key}`)}</strong> {t(`home.know.${key}More`)}
              {key === "yours" && model?.connected === true && (
                <> {t("arrival.privacyModel", { model: model.model ?? "" })}</>
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
