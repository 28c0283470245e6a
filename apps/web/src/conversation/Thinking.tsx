import { useTranslation } from "react-i18next";
import { Orb } from "../app/Orb.tsx";
import classes from "./ReplyTurn.module.css";

/** While nothing of the answer is there yet: the sun breathes. */
export function Thinking() {
  const { t } = useTranslation();
  return (
    <div className={classes.reply} role="status">
      <Orb size={26} breathing />
      <p className={classes.thinking}>{t("conversation.thinking")} …</p>
    </div>
  );
}
