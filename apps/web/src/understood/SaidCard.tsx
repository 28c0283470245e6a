import type { Likelihoods } from "@openempathic/affect";
import { IconHeart } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { saidIn } from "./category-views.ts";
import classes from "./SaidCard.module.css";

/** What the person said they feel: a word of their own weighs more than any guess, and is shown as theirs. */
export function SaidCard({
  report,
}: {
  readonly report: { readonly likelihood: Likelihoods; readonly words?: string };
}) {
  const { t } = useTranslation();
  const { yes, no } = saidIn(report.likelihood);
  const names = (ids: typeof yes) => ids.map((id) => t(`categories.${id}`)).join(", ");
  return (
    <div className={classes.card}>
      <IconHeart size={20} stroke={1.6} aria-hidden="true" />
      <div>
        {yes.length > 0 && (
          <p>
            {t("understood.youSaid")} <strong>{names(yes)}</strong>
          </p>
        )}
        {report.words !== undefined && <p>{t("understood.inYourWords", { words: report.words })}</p>}
        {no.length > 0 && (
          <p className={classes.not}>
            {t("understood.youSaidNot")} {names(no)}
          </p>
        )}
      </div>
    </div>
  );
}
