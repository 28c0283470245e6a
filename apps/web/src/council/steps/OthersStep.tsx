import { Button, NumberInput, TextInput } from "@mantine/core";
import { FEWEST_ANSWERS, MOST_ANSWERS, mayAnswer } from "@openempathic/experiences/council";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useApi } from "../../api/api-context.ts";
import { CopyText } from "../../settings/CopyText.tsx";
import { AnswerForm } from "../AnswerForm.tsx";
import { useCouncil } from "../council-context.ts";
import classes from "../Council.module.css";
import { Differences } from "../Differences.tsx";

/** Asking others: a link, the first round, and where people differ. */
export function OthersStep() {
  const { t } = useTranslation("council");
  const { state, memberId } = useCouncil();
  const { round } = state;
  return (
    <>
      <p className={classes.soft}>{t("others.honest")}</p>
      <Invitation />
      {round === undefined ? <OpenRound /> : round.revealed === undefined && <RoundSoFar />}
      {round !== undefined && mayAnswer(state, memberId) === "first" && (
        <>
          <h3 className={classes.sub}>{t("others.yours")}</h3>
          <AnswerForm />
        </>
      )}
      {round?.revealed !== undefined && <Differences />}
    </>
  );
}

function Invitation() {
  const { t } = useTranslation("council");
  const api = useApi();
  const { sessionId, state } = useCouncil();
  const invite = useMutation({ mutationFn: () => api.invite(sessionId) });
  const link =
    invite.data === undefined
      ? undefined
      : `${window.location.origin}${window.location.pathname}#/council/join-${invite.data}`;
  return (
    <div className={classes.fields}>
      {link !== undefined && (
        <>
          <TextInput label={t("others.link")} description={t("others.linkHelp")} readOnly value={link} />
          <div className={classes.row}>
            <CopyText text={link} />
          </div>
        </>
      )}
      <div className={classes.row}>
        <Button
          variant={link === undefined ? "filled" : "subtle"}
          loading={invite.isPending}
          h="auto"
          mih={36}
          py={6}
          styles={{ label: { whiteSpace: "normal" } }}
          onClick={() => invite.mutate()}
        >
          {t(link === undefined && state.members.length < 2 ? "others.makeLink" : "others.newLink")}
        </Button>
        <span className={classes.soft} role="status">
          {t("others.members", { count: state.members.length })}
        </span>
      </div>
    </div>
  );
}

function OpenRound() {
  const { t } = useTranslation("council");
  const { send, state } = useCouncil();
  const [expected, setExpected] = useState(Math.max(FEWEST_ANSWERS, state.members.length));
  return (
    <form
      className={`${classes.fields} ${classes.after}`}
      onSubmit={(event) => {
        event.preventDefault();
        void send({ kind: "round-opened", expected });
      }}
    >
      <NumberInput
        label={t("others.expected")}
        min={FEWEST_ANSWERS}
        max={MOST_ANSWERS}
        allowDecimal={false}
        maw={340}
        value={expected}
        onChange={(value) => setExpected(Number(value))}
      />
      <div className={classes.row}>
        <Button type="submit" variant="light">
          {t("others.open")}
        </Button>
      </div>
    </form>
  );
}

function RoundSoFar() {
  const { t } = useTranslation("council");
  const { send, state } = useCouncil();
  const answered = state.round?.answers.length ?? 0;
  return (
    <div className={`${classes.hint} ${classes.after}`}>
      <strong role="status">{t("others.waiting", { answered, expected: state.round?.expected ?? 0 })}</strong>
      <p className={classes.soft}>{t("others.closeHelp")}</p>
      <Button
        variant="default"
        disabled={answered < FEWEST_ANSWERS}
        onClick={() => void send({ kind: "round-closed" })}
      >
        {t("others.close")}
      </Button>
    </div>
  );
}
