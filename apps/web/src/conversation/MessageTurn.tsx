import type { MessageEntry } from "@openempathic/experiences";
import { VisuallyHidden } from "@mantine/core";
import { useTranslation } from "react-i18next";
import classes from "./MessageTurn.module.css";
import { MarkedText } from "../understood/MarkedText.tsx";
import { shownEvidence } from "../understood/shown-evidence.ts";
import { correctionLabel } from "../understood/correction-label.ts";
import { SoundsLike } from "../understood/SoundsLike.tsx";
import { wasInDanger } from "../understood/is-in-danger.ts";
import { useSelection } from "./selection.ts";

/** What the person wrote, with what it sounded like and the way to say otherwise. */
export function MessageTurn({ entry }: { readonly entry: MessageEntry }) {
  const { t } = useTranslation();
  const selection = useSelection();
  const looked = selection.of === entry.seq;
  return (
    <article className={classes.turn}>
      <VisuallyHidden component="h2">{t("conversation.you")}</VisuallyHidden>
      <div className={classes.bubble} data-looked={looked || undefined}>
        <MarkedText text={entry.text} evidence={looked ? shownEvidence(entry.estimate) : []} />
      </div>
      {entry.estimate && !wasInDanger(entry) && (
        <div className={classes.below}>
          <button
            type="button"
            className={classes.heard}
            aria-pressed={looked}
            title={t("conversation.whatIHeard")}
            onClick={() => selection.select(looked ? undefined : entry.seq)}
          >
            <SoundsLike entry={entry} />
          </button>
          <button type="button" className={classes.correct} onClick={() => selection.correct(entry.seq)}>
            {t(correctionLabel(entry))}
          </button>
        </div>
      )}
    </article>
  );
}
