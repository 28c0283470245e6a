import { useTranslation } from "react-i18next";
import { Orb } from "./Orb.tsx";
import classes from "./Waiting.module.css";

/** While a page or a conversation is on its way. */
export function Waiting() {
  const { t } = useTranslation();
  return (
    <main id="main" tabIndex={-1} className={classes.centre}>
      <Orb size={44} breathing />
      <p role="status">{t("app.loading")}</p>
    </main>
  );
}
