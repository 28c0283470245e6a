import { courseOf, taskOf } from "@openempathic/experiences/tutor";
import type { TaskPlace, TutorState } from "@openempathic/experiences/tutor";
import { useTranslation } from "react-i18next";
import classes from "./Tutor.module.css";

/** Why this task, and why what was just done: told for every choice of the tutor. */
export function WhyNow({ state, place }: { readonly state: TutorState; readonly place: TaskPlace }) {
  const { t } = useTranslation("tutor");
  const skill = courseOf(state)?.skills.find(({ id }) => id === taskOf(state)?.skill)?.name ?? "";
  const { move } = place;
  const reading = move?.feeling;
  return (
    <details className={classes.why} open>
      <summary>{t("why.title")}</summary>
      <p>{t(`why.${place.why}`, { skill })}</p>
      {move !== undefined && <p>{t(`why.move.${move.why}`)}</p>}
      {reading?.kind === "said" && <p>{t("why.rests.said", { feeling: t(`feeling.${reading.feeling}`) })}</p>}
      {reading?.kind === "guessed" && (
        <p>
          {t("why.rests.guessed", {
            feeling: t(`feeling.${reading.feeling}`),
            percent: Math.round(100 * reading.sure),
          })}
        </p>
      )}
    </details>
  );
}
