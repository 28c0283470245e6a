import { Button } from "@mantine/core";
import { affectHistoryOf, conversationOf, messageOf } from "@openempathic/experiences";
import { useTranslation } from "react-i18next";
import { useSelection } from "../conversation/selection.ts";
import { useSession } from "../session/use-session.ts";
import { AffectPlot } from "./AffectPlot.tsx";
import { MarkedText } from "./MarkedText.tsx";
import { correctionLabel } from "./correction-label.ts";
import { isInDanger, wasInDanger } from "./is-in-danger.ts";
import { MessageReading, NowReading } from "./Reading.tsx";
import { shownEvidence } from "./shown-evidence.ts";
import classes from "./UnderstoodPanel.module.css";
import { WhyThisAnswer } from "./WhyThisAnswer.tsx";

/** What was understood, right now or in the message that was chosen; how sure; why it was answered that way. */
export function UnderstoodPanel() {
  const { t } = useTranslation();
  const selection = useSelection();
  const { snapshot } = useSession();
  const { state } = snapshot;
  const messages = conversationOf(state).flatMap((entry) => (entry.kind === "message" ? [entry] : []));
  const chosen = selection.of === undefined ? undefined : messageOf(state, selection.of);
  const latest = messages.at(-1);
  const hasReading = messages.some(({ estimate }) => estimate !== undefined);
  const planned = chosen ?? messages.findLast(({ plan }) => plan !== undefined);
  if (!hasReading && state.affect.selfReport === undefined) {
    return <p className={classes.nothing}>{t("understood.nothing")}</p>;
  }
  const inDanger = chosen ? wasInDanger(chosen) : isInDanger(state.latch.level);
  return (
    <div className={classes.panel}>
      {!inDanger && <p className={classes.lead}>{t("understood.lead")}</p>}
      {chosen ? (
        <section>
          <div className={classes.headRow}>
            <h2 className={classes.heading}>{t("understood.inMessage")}</h2>
            <Button size="compact-sm" variant="subtle" onClick={() => selection.select(undefined)}>
              {t("understood.showNow")}
            </Button>
          </div>
          <blockquote className={classes.quote}>
            <MarkedText text={chosen.text} evidence={shownEvidence(chosen.estimate)} />
          </blockquote>
          <MessageReading entry={chosen} />
        </section>
      ) : (
        <section>
          <h2 className={classes.heading}>{t("understood.now")}</h2>
          <NowReading state={state} {...(latest ? { latest } : {})} />
        </section>
      )}
      <Button variant="light" fullWidth onClick={() => selection.correct(chosen?.seq)}>
        {t(inDanger ? "conversation.sayIt" : correctionLabel(chosen ?? latest))}
      </Button>
      {planned?.plan && <WhyThisAnswer plan={planned.plan} />}
      {!inDanger && <AffectPlot points={affectHistoryOf(state)} />}
    </div>
  );
}
