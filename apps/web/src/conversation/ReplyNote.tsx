import { conversationOf, type Reply } from "@openempathic/experiences";
import { useTranslation } from "react-i18next";
import { useSession } from "../session/use-session.ts";
import classes from "./ReplyTurn.module.css";

/** Who worded an answer, where the person should know: a fallback, a prepared answer, the first from the listener. */
export function ReplyNote(props: {
  readonly reply: Extract<Reply, { finished: true }>;
  readonly of: number;
}) {
  const { t } = useTranslation();
  const { snapshot } = useSession();
  const { by, modelTrouble } = props.reply;
  if (by === "crisis-script") return <p className={classes.note}>{t("conversation.byCrisis")}</p>;
  if (by === "language-model") return null;
  if (modelTrouble !== undefined) {
    return (
      <p className={classes.note}>
        {t("conversation.byListenerTrouble", { trouble: modelTrouble.replace(/\.$/, "") })}
      </p>
    );
  }
  const first = conversationOf(snapshot.state).find(
    (entry) => entry.kind === "message" && entry.reply?.finished === true && entry.reply.by === "listener",
  );
  return first?.seq === props.of ? <p className={classes.note}>{t("conversation.byListener")}</p> : null;
}
