import type { Reply } from "@openempathic/experiences";
import { useTranslation } from "react-i18next";
import classes from "./ReplyTurn.module.css";

/**
 * Who worded an answer, where its own words do not say so: an answer written in advance, or a fallback. The listener
 * tells in its first answer that no language model is connected.
 */
export function ReplyNote({ reply }: { readonly reply: Extract<Reply, { finished: true }> }) {
  const { t } = useTranslation();
  const { by, modelTrouble } = reply;
  if (by === "crisis-script") return <p className={classes.note}>{t("conversation.byCrisis")}</p>;
  if (by === "language-model" || modelTrouble === undefined) return null;
  return (
    <p className={classes.note}>
      {t("conversation.byListenerTrouble", { trouble: modelTrouble.replace(/\.$/, "") })}
    </p>
  );
}
