import type { Abstention } from "@openempathic/affect";
import type { CompanionState, MessageEntry } from "@openempathic/experiences";
import { useTranslation } from "react-i18next";
import { CategoryBars } from "./CategoryBars.tsx";
import { viewsOfEstimate, viewsOfState } from "./category-views.ts";
import { isInDanger, wasInDanger } from "./is-in-danger.ts";
import { SaidCard } from "./SaidCard.tsx";
import classes from "./UnderstoodPanel.module.css";

/** The running picture: first the person's own word, then the guesses. */
export function NowReading({
  state,
  latest,
}: {
  readonly state: CompanionState;
  readonly latest?: MessageEntry;
}) {
  const { t } = useTranslation();
  if (isInDanger(state.latch.level)) {
    return (
      <>
        {state.affect.selfReport && <SaidCard report={state.affect.selfReport} />}
        <SetAside />
      </>
    );
  }
  const views = viewsOfState(state.affect);
  const abstained = latest?.estimate?.abstained;
  return (
    <>
      {state.affect.selfReport && <SaidCard report={state.affect.selfReport} />}
      {abstained && <CannotTell abstained={abstained} />}
      {views.length > 0 && <CategoryBars views={views} />}
      {views.length === 0 && !abstained && !state.affect.selfReport && (
        <p className={classes.soft}>{t("understood.nothingClear")}</p>
      )}
    </>
  );
}

/** One message: the person's own word on it, else the guesses, else why there are none. */
export function MessageReading({ entry }: { readonly entry: MessageEntry }) {
  const { t } = useTranslation();
  if (entry.selfReport !== undefined) return <SaidCard report={entry.selfReport} />;
  if (wasInDanger(entry)) return <SetAside />;
  if (entry.estimate === undefined) return null;
  if (entry.estimate.abstained !== null) return <CannotTell abstained={entry.estimate.abstained} />;
  const views = viewsOfEstimate(entry.estimate);
  return views.length > 0 ? (
    <CategoryBars views={views} />
  ) : (
    <p className={classes.soft}>{t("understood.nothingClear")}</p>
  );
}

function SetAside() {
  const { t } = useTranslation();
  return <p className={classes.text}>{t("understood.setAside")}</p>;
}

function CannotTell({ abstained }: { readonly abstained: Abstention }) {
  const { t } = useTranslation();
  return (
    <div style={{ marginBottom: 14 }}>
      <p className={classes.text}>
        <strong>{t("understood.cannotTell")}.</strong>
      </p>
      <p className={classes.soft}>{t(`understood.abstained.${abstained.reason}`)}</p>
    </div>
  );
}
