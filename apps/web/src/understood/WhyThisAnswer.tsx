import type { MessageEntry } from "@openempathic/experiences";
import { useTranslation } from "react-i18next";
import { isInDanger } from "./is-in-danger.ts";
import classes from "./UnderstoodPanel.module.css";

/** Why the last answer was the way it was: the need that was heard, the move that was made, and the reason. */
export function WhyThisAnswer({ plan }: { readonly plan: NonNullable<MessageEntry["plan"]> }) {
  const { t } = useTranslation();
  return (
    <section>
      <h2 className={classes.heading}>{t("understood.why")}</h2>
      {isInDanger(plan.risk) ? (
        <p className={classes.text}>{t("understood.crisisWhy")}</p>
      ) : (
        <>
          <p className={classes.text}>
            {t(`understood.need.${plan.need}`)} {t(`understood.strategy.${plan.strategy}`)}.
          </p>
          <p className={classes.soft}>{plan.reason}</p>
        </>
      )}
    </section>
  );
}
