import { useTranslation } from "react-i18next";
import { Orb } from "../../app/Orb.tsx";
import classes from "../../app/Waiting.module.css";

/** While the sound of an exercise is being made. */
export function Preparing() {
  const { t } = useTranslation("calm");
  return (
    <main id="main" tabIndex={-1} className={classes.centre}>
      <Orb size={44} breathing />
      <p role="status">{t("play.preparing")}</p>
    </main>
  );
}
