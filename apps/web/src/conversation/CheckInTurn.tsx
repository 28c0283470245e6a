import { VisuallyHidden } from "@mantine/core";
import type { CheckInEntry } from "@openempathic/experiences";
import { useTranslation } from "react-i18next";
import { Orb } from "../app/Orb.tsx";
import classes from "./ReplyTurn.module.css";

/** A check-in that the person had asked for. */
export function CheckInTurn({ entry }: { readonly entry: CheckInEntry }) {
  const { t } = useTranslation();
  return (
    <li className={classes.reply}>
      <Orb size={26} />
      <div className={classes.body}>
        <VisuallyHidden component="h2">{t("conversation.checkIn")}</VisuallyHidden>
        <p className={classes.text}>{entry.text}</p>
      </div>
    </li>
  );
}
