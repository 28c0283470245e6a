import { NativeSelect, Textarea } from "@mantine/core";
import {
  LIFE_CHAPTERS,
  isLifeChapter,
  PASSAGE_MAX_LENGTH,
  type LifeChapter,
} from "@openempathic/experiences";
import { useState } from "react";
import { FormEnd } from "../FormEnd.tsx";
import classes from "../Life.module.css";
import { useLifeTexts } from "../use-life-texts.ts";

/** What a passage is made of. */
interface PassageWords {
  readonly chapter: LifeChapter;
  readonly text: string;
}

/** Writes a passage, or changes one. */
export function PassageForm(props: {
  readonly chapter: LifeChapter;
  readonly text?: string;
  readonly submit: string;
  readonly onSave: (words: PassageWords) => void;
  readonly onCancel?: () => void;
}) {
  const { t } = useLifeTexts();
  const [chapter, setChapter] = useState(props.chapter);
  const [text, setText] = useState(props.text ?? "");
  const isChange = props.text !== undefined;
  return (
    <form
      className={classes.fields}
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() === "") return;
        props.onSave({ chapter, text: text.trim() });
        if (!isChange) setText("");
      }}
    >
      <NativeSelect
        label={t("story.chapter")}
        size="md"
        value={chapter}
        data={LIFE_CHAPTERS.map((id) => ({ value: id, label: t(`chapters.${id}`) }))}
        onChange={(event) => {
          const { value } = event.currentTarget;
          if (isLifeChapter(value)) setChapter(value);
        }}
      />
      <Textarea
        label={t("story.text")}
        placeholder={t("story.textPlaceholder")}
        size="md"
        autosize
        minRows={3}
        maxRows={18}
        maxLength={PASSAGE_MAX_LENGTH}
        autoFocus={isChange}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <FormEnd submit={props.submit} isMain={isChange} onCancel={props.onCancel} />
    </form>
  );
}
