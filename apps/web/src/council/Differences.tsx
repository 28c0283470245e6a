import { STANCES, councilDifferences, itemsOf, optionsOf } from "@openempathic/experiences/council";
import type { CouncilAnswer, OptionView, Stance } from "@openempathic/experiences/council";
import { useTranslation } from "react-i18next";
import { AnswerForm } from "./AnswerForm.tsx";
import { useCouncil, useWords } from "./council-context.ts";
import classes from "./Council.module.css";

/** Where people differ after the first round: a dot for each person, never a mean; what was said; what was said since. */
export function Differences() {
  const { t, i18n } = useTranslation("council");
  const { state } = useCouncil();
  const options = optionsOf(state);
  const answers = (state.round?.revealed ?? []).flatMap(({ opened }) => opened?.answer ?? []);
  const differences = councilDifferences(
    options.map(({ optionId }) => optionId),
    answers,
  );
  const { value } = differences.agreement;
  return (
    <>
      <h3 className={classes.sub}>{t("others.differences")}</h3>
      <div className={classes.views}>
        {differences.options.map((view) => (
          <View
            key={view.optionId}
            view={view}
            title={options.find(({ optionId }) => optionId === view.optionId)?.title ?? view.optionId}
          />
        ))}
      </div>
      <p className={classes.soft}>
        {value === undefined
          ? t("others.noAgreement")
          : t("others.agreement", {
              value: value.toLocaleString(i18n.language, { maximumFractionDigits: 2 }),
            })}
      </p>
      <Tallies leanings={differences.leanings} values={differences.values} worries={differences.worries} />
      <h3 className={classes.sub}>{t("others.reasons")}</h3>
      <ul className={classes.list}>
        {(state.round?.revealed ?? []).map(({ what, opened }) => (
          <li key={what} className={classes.item}>
            {opened === undefined ? (
              <span className={classes.soft}>{t("others.deleted")}</span>
            ) : (
              <Said answer={opened.answer} />
            )}
          </li>
        ))}
      </ul>
      <Later />
      <h3 className={classes.sub}>{t("others.again")}</h3>
      <AnswerForm />
    </>
  );
}

const SIDES: Readonly<Record<Stance, "against" | "torn" | "for">> = {
  "could-not-live-with": "against",
  uneasy: "against",
  torn: "torn",
  "can-live-with": "for",
  "at-ease": "for",
};

function View({ view, title }: { readonly view: OptionView; readonly title: string }) {
  const { t } = useTranslation("council");
  const words = useWords();
  const told = STANCES.filter((stance) => view.counts[stance] > 0).map((stance) =>
    t("others.counts", { stance: words.stances[stance], count: view.counts[stance] }),
  );
  return (
    <div className={classes.view}>
      <h4>{title}</h4>
      <div className={classes.dots} role="img" aria-label={`${title}. ${told.join("; ")}`}>
        {STANCES.map((stance) => (
          <div key={stance} className={classes.stack}>
            {Array.from({ length: view.counts[stance] }, (_, index) => (
              <span key={index} className={classes.dot} data-side={SIDES[stance]} />
            ))}
          </div>
        ))}
      </div>
      <div className={classes.scale} aria-hidden="true">
        {STANCES.map((stance) => (
          <span key={stance}>{words.stances[stance]}</span>
        ))}
      </div>
      <p className={classes.soft}>{t(view.isSplit ? "others.split" : "others.agree")}</p>
    </div>
  );
}

function Tallies(props: {
  readonly leanings: Readonly<Record<string, number>>;
  readonly values: Readonly<Record<string, number>>;
  readonly worries: Readonly<Record<string, number>>;
}) {
  const { t } = useTranslation("council");
  const words = useWords();
  const { state } = useCouncil();
  const names: ReadonlyMap<string, string> = new Map([
    ["", t("objection.none")],
    ...optionsOf(state).map(({ optionId, title }) => [optionId, title] as const),
    ...itemsOf(state, "stakeholder").map(({ stakeholderId, name }) => [stakeholderId, name] as const),
    ...Object.entries(words.values).map(([id, { name }]) => [id, name] as const),
  ]);
  const lines = [
    [t("others.leanings"), props.leanings],
    [t("others.weighs"), props.values],
    [t("others.worries"), props.worries],
  ] as const;
  return (
    <ul className={classes.list}>
      {lines.map(([label, counts]) => {
        const told = Object.entries(counts).map(([id, count]) => `${names.get(id) ?? id} (${String(count)})`);
        return (
          told.length > 0 && (
            <li key={label}>
              <strong>{label}:</strong> {told.join(", ")}
            </li>
          )
        );
      })}
    </ul>
  );
}

function Said({ answer }: { readonly answer: CouncilAnswer }) {
  const { t } = useTranslation("council");
  return (
    <>
      <span style={{ whiteSpace: "pre-line" }}>{answer.reason}</span>
      {answer.objection !== undefined && (
        <p className={classes.soft}>
          {t("others.objection")}: {answer.objection}
        </p>
      )}
    </>
  );
}

function Later() {
  const { t } = useTranslation("council");
  const words = useWords();
  const { state, memberId } = useCouncil();
  const later = Object.entries(state.later);
  if (later.length === 0) return null;
  const nameOf = (id: string) => {
    if (id === memberId) return t("others.you");
    const member = state.members.find((each) => each.memberId === id);
    return member?.name ?? t("others.member", { number: id.slice(1) });
  };
  return (
    <>
      <h3 className={classes.sub}>{t("others.later")}</h3>
      <ul className={classes.list}>
        {later.map(([id, { answer }]) => (
          <li key={id} className={classes.item}>
            <strong>{nameOf(id)}</strong>
            {answer === undefined ? (
              <p className={classes.soft}>{t("others.deleted")}</p>
            ) : (
              <>
                <p className={classes.soft}>
                  {optionsOf(state)
                    .flatMap(({ optionId, title }) => {
                      const stance = answer.stances[optionId];
                      return stance === undefined ? [] : [`${title}: ${words.stances[stance]}`];
                    })
                    .join(" · ")}
                </p>
                <Said answer={answer} />
              </>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
