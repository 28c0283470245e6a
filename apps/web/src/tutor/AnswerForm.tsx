import { Button, TextInput } from "@mantine/core";
import type { Item } from "@openempathic/experiences/tutor";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import classes from "./Tutor.module.css";

/** Where a task is answered: one of several, or a number or words. */
export function AnswerForm({
  item,
  onAnswer,
}: {
  readonly item: Item;
  readonly onAnswer: (answer: string) => void;
}) {
  const { t } = useTranslation("tutor");
  const [answer, setAnswer] = useState("");
  function submit(event: React.SubmitEvent) {
    event.preventDefault();
    if (answer.trim() !== "") onAnswer(answer.trim());
  }
  return (
    <form onSubmit={submit}>
      {item.kind === "choice" ? (
        <fieldset className={classes.choices}>
          <legend>{t("task.answer")}</legend>
          {item.choices.map((choice, index) => (
            <label key={choice} className={classes.choice}>
              <input
                type="radio"
                name="answer"
                value={index}
                checked={answer === String(index)}
                onChange={() => setAnswer(String(index))}
              />
              <span>{choice}</span>
            </label>
          ))}
        </fieldset>
      ) : (
        <TextInput
          label={t("task.answer")}
          description={item.kind === "number" ? t("task.numberHelp") : undefined}
          size="md"
          maw={320}
          maxLength={200}
          autoComplete="off"
          value={answer}
          onChange={(event) => setAnswer(event.currentTarget.value)}
        />
      )}
      <div className={classes.row}>
        <Button type="submit" disabled={answer.trim() === ""}>
          {t("task.check")}
        </Button>
      </div>
    </form>
  );
}
