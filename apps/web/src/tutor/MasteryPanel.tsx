import { MASTERED, masteryOf } from "@openempathic/experiences/tutor";
import type { TutorState } from "@openempathic/experiences/tutor";
import { useTranslation } from "react-i18next";
import classes from "./Tutor.module.css";

const percent = (share: number): number => Math.round(100 * share);

/** What sits: for each skill how probable it is that it is known, and how far that hangs on assumptions. */
export function MasteryPanel({ state }: { readonly state: TutorState }) {
  const { t } = useTranslation("tutor");
  return (
    <section className={classes.card} aria-labelledby="tutor-mastery">
      <h2 id="tutor-mastery">{t("mastery.title")}</h2>
      <ul className={classes.skills}>
        {masteryOf(state).map(({ skill, mastery: { known, low, high, answers } }) => (
          <li key={skill.id}>
            <div className={classes.skill}>
              <span>{skill.name}</span>
              <strong>
                {answers === 0
                  ? t("mastery.none")
                  : known >= MASTERED
                    ? t("mastery.mastered")
                    : t("mastery.figure", { percent: percent(known) })}
              </strong>
            </div>
            {answers > 0 && (
              <>
                <div className={classes.track} aria-hidden="true">
                  <div className={classes.bar} style={{ width: `${percent(known)}%` }} />
                  <div
                    className={classes.range}
                    style={{ left: `${percent(low)}%`, width: `${Math.max(1, percent(high - low))}%` }}
                  />
                </div>
                <small className={classes.soft}>
                  {t("mastery.answers", { count: answers })} ·{" "}
                  {t("mastery.range", { low: percent(low), high: percent(high) })}
                </small>
              </>
            )}
          </li>
        ))}
      </ul>
      <p className={classes.soft}>{t("mastery.help")}</p>
    </section>
  );
}
