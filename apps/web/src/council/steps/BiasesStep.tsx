import { Button, Group, Radio, Select, TextInput } from "@mantine/core";
import { BIASES, currentOf, itemsOf } from "@openempathic/experiences/council";
import type { OpenQuestion } from "@openempathic/experiences/council";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { newKey } from "../../session/new-key.ts";
import { useCouncil, useWords } from "../council-context.ts";
import classes from "../Council.module.css";
import { ItemActions } from "../ItemActions.tsx";
import { NoteField } from "../NoteField.tsx";

const ANSWERS = ["yes", "no", "unsure"] as const;

/** Habits of thought, a change of places, and what is not known yet. */
export function BiasesStep() {
  const words = useWords();
  const { state, note } = useCouncil();
  return (
    <>
      <ul className={classes.list}>
        {BIASES.map((bias) => {
          const item = currentOf(state, `bias.${bias}`)?.item;
          return (
            <li key={bias} className={classes.item}>
              <Radio.Group
                label={words.biases[bias].name}
                description={words.biases[bias].text}
                value={item?.part === "bias" ? item.applies : ""}
                onChange={(value) =>
                  note({
                    part: "bias",
                    bias,
                    applies: ANSWERS.find((each) => each === value) ?? "unsure",
                  })
                }
              >
                <Group gap="lg" mt={4}>
                  {ANSWERS.map((each) => (
                    <Radio key={each} value={each} label={words.applies[each]} />
                  ))}
                </Group>
              </Radio.Group>
            </li>
          );
        })}
      </ul>
      <Flip />
      <Questions />
    </>
  );
}

function Flip() {
  const { t } = useTranslation("council");
  const { state } = useCouncil();
  const stakeholders = itemsOf(state, "stakeholder");
  const [chosen, setChosen] = useState<string | null>(null);
  const who = stakeholders.find(({ stakeholderId }) => stakeholderId === chosen) ?? stakeholders[0];
  if (who === undefined) return null;
  const item = currentOf(state, `flip.${who.stakeholderId}`)?.item;
  const noted = item?.part === "flip" ? item.text : undefined;
  return (
    <>
      <h3 className={classes.sub}>{t("biases.flipTitle")}</h3>
      <div className={classes.fields}>
        <Select
          label={t("biases.who")}
          allowDeselect={false}
          value={who.stakeholderId}
          onChange={setChosen}
          data={stakeholders.map(({ stakeholderId, name }) => ({ value: stakeholderId, label: name }))}
        />
        <NoteField
          key={`${who.stakeholderId} ${noted ?? ""}`}
          label={t("biases.flip", { who: who.name })}
          description={t("biases.flipHelp")}
          noted={noted}
          itemWith={(text) => ({ part: "flip", stakeholderId: who.stakeholderId, text })}
        />
      </div>
    </>
  );
}

function Questions() {
  const { t } = useTranslation("council");
  const { state, note } = useCouncil();
  const [text, setText] = useState("");
  const questions = itemsOf(state, "question");
  return (
    <>
      <h3 className={classes.sub}>{t("biases.questionsTitle")}</h3>
      <ul className={classes.list} hidden={questions.length === 0}>
        {questions.map((question) => (
          <li key={question.questionId} className={classes.item}>
            <div className={classes.itemHead}>
              <strong>{question.text}</strong>
              <ItemActions itemKey={`question.${question.questionId}`} name={question.text} />
            </div>
            <AnswerField key={question.answer ?? ""} question={question} />
          </li>
        ))}
      </ul>
      <form
        className={classes.fields}
        onSubmit={(event) => {
          event.preventDefault();
          note({ part: "question", questionId: newKey().slice(0, 12), text: text.trim() });
          setText("");
        }}
      >
        <TextInput
          label={t("biases.question")}
          maxLength={4000}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <div className={classes.row}>
          <Button type="submit" variant="light" disabled={text.trim() === ""}>
            {t("add")}
          </Button>
        </div>
      </form>
    </>
  );
}

function AnswerField({ question }: { readonly question: OpenQuestion }) {
  const { t } = useTranslation("council");
  return (
    <NoteField
      label={t("biases.answer")}
      minRows={1}
      noted={question.answer}
      itemWith={(answer) => ({ ...question, ...(answer === "" ? {} : { answer }) })}
    />
  );
}
