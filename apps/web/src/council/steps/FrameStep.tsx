import { Button, Textarea, TextInput } from "@mantine/core";
import { currentItem, currentOf } from "@openempathic/experiences/council";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useCouncil } from "../council-context.ts";
import classes from "../Council.module.css";
import { useDraft } from "../use-draft.ts";

/** What is to be decided, who decides, and by when. */
export function FrameStep() {
  const { state } = useCouncil();
  return <FrameForm key={currentOf(state, "frame")?.seq ?? 0} />;
}

function FrameForm() {
  const { t } = useTranslation("council");
  const { sessionId, state, note } = useCouncil();
  const noted = currentItem(state, "frame");
  const [question, setQuestion, forgetQuestion] = useDraft(`${sessionId}.question`, noted?.question);
  const [context, setContext, forgetContext] = useDraft(`${sessionId}.context`, noted?.context);
  const [decider, setDecider, forgetDecider] = useDraft(`${sessionId}.decider`, noted?.decider);
  const [deadline, setDeadline] = useState(noted?.deadline ?? "");
  const submit = () => {
    note({
      part: "frame",
      question: question.trim(),
      context: context.trim(),
      decider: decider.trim(),
      ...(deadline === "" ? {} : { deadline }),
    });
    forgetQuestion();
    forgetContext();
    forgetDecider();
  };
  return (
    <form
      className={classes.fields}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Textarea
        label={t("frame.question")}
        required
        autosize
        minRows={2}
        maxLength={4000}
        value={question}
        onChange={(event) => setQuestion(event.currentTarget.value)}
      />
      <Textarea
        label={`${t("frame.context")} ${t("optional")}`}
        autosize
        minRows={3}
        maxLength={4000}
        value={context}
        onChange={(event) => setContext(event.currentTarget.value)}
      />
      <div className={classes.pair}>
        <TextInput
          label={t("frame.decider")}
          maxLength={300}
          value={decider}
          onChange={(event) => setDecider(event.currentTarget.value)}
        />
        <TextInput
          type="date"
          label={`${t("frame.deadline")} ${t("optional")}`}
          value={deadline}
          onChange={(event) => setDeadline(event.currentTarget.value)}
        />
      </div>
      <div className={classes.row}>
        <Button type="submit" disabled={question.trim() === ""}>
          {t(noted === undefined ? "save" : "saveChange")}
        </Button>
      </div>
    </form>
  );
}
