import { currentItem, itemsOf, mayAnswer, optionsOf } from "@openempathic/experiences/council";
import { useTranslation } from "react-i18next";
import { AnswerForm } from "./AnswerForm.tsx";
import { useCouncil } from "./council-context.ts";
import classes from "./Council.module.css";
import { Differences } from "./Differences.tsx";
import { FeelingsTable } from "./FeelingsTable.tsx";
import { OptionText } from "./OptionText.tsx";
import { RecordStep } from "./steps/RecordStep.tsx";

/** What somebody sees who was asked for their view: the record to read, and their own answer. */
export function MemberView() {
  const { t } = useTranslation("council");
  const { state, memberId } = useCouncil();
  const frame = currentItem(state, "frame");
  const may = mayAnswer(state, memberId);
  const { round } = state;
  return (
    <div className={classes.member}>
      <section className={classes.card}>
        <p className={classes.soft}>{t("memberTitle")}</p>
        <h2 className={classes.ask}>{frame?.question}</h2>
        {frame !== undefined && frame.context !== "" && <p className={classes.help}>{frame.context}</p>}
        <p className={classes.soft}>{t("memberLead")}</p>
        <h3 className={classes.sub}>{t("steps.options")}</h3>
        <ul className={classes.list}>
          {optionsOf(state).map((option) => (
            <li key={option.optionId} className={classes.item}>
              <h3>{option.title}</h3>
              <OptionText option={option} />
            </li>
          ))}
        </ul>
        {itemsOf(state, "stakeholder").length > 0 && (
          <>
            <h3 className={classes.sub}>{t("steps.feelings")}</h3>
            <FeelingsTable />
          </>
        )}
      </section>
      <section className={classes.card} aria-live="polite">
        {round === undefined && <p>{t("others.notOpen")}</p>}
        {may === "first" && (
          <>
            <h2 className={classes.ask}>{t("others.yours")}</h2>
            <p className={classes.help}>{t("others.honest")}</p>
            <AnswerForm />
          </>
        )}
        {round !== undefined && round.revealed === undefined && (
          <p className={classes.soft}>
            {may !== "first" && `${t("others.sent")} `}
            {t("others.waiting", { answered: round.answers.length, expected: round.expected })}
          </p>
        )}
        {round?.revealed !== undefined && <Differences />}
      </section>
      <section className={classes.card}>
        <h2 className={classes.ask}>{t("record.ask")}</h2>
        <RecordStep />
      </section>
    </div>
  );
}
