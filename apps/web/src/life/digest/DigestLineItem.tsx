import { ActionIcon, Button, Checkbox, Textarea } from "@mantine/core";
import { excerpt } from "@openempathic/experiences";
import { IconPencil, IconX } from "@tabler/icons-react";
import { useState } from "react";
import { useLifeTexts } from "../use-life-texts.ts";
import type { DigestChoice } from "./digest-choice.ts";
import styles from "./Digest.module.css";

/** How much of a line its buttons are named by. */
const NAME_LETTERS = 50;

/** One line: ticked, changed, or left out. */
export function DigestLineItem(props: {
  readonly lineId: string;
  /** As it was drafted. */
  readonly text: string;
  readonly choice: DigestChoice;
  readonly onChoice: (choice: DigestChoice) => void;
}) {
  const { t } = useLifeTexts();
  const { lineId, choice, onChoice } = props;
  const text = choice.worded[lineId] ?? props.text;
  const [draft, setDraft] = useState<string>();
  const others = choice.ticked.filter((id) => id !== lineId);
  const name = excerpt(text, NAME_LETTERS);
  if (draft !== undefined)
    return (
      <form
        className={styles.change}
        onSubmit={(event) => {
          event.preventDefault();
          // Who words a line anew wants it in, and an empty one means that it is left as it was.
          if (draft.trim() !== "")
            onChoice({
              ...choice,
              worded: { ...choice.worded, [lineId]: draft.trim() },
              ticked: [...others, lineId],
            });
          setDraft(undefined);
        }}
      >
        <Textarea
          label={t("digest.lineLabel")}
          size="md"
          autosize
          minRows={2}
          maxLength={400}
          autoFocus
          value={draft}
          onChange={(event) => setDraft(event.currentTarget.value)}
        />
        <Button type="submit" size="compact-md">
          {t("save")}
        </Button>
      </form>
    );
  return (
    <div className={styles.line}>
      <Checkbox
        size="md"
        label={text}
        checked={choice.ticked.includes(lineId)}
        onChange={(event) =>
          onChoice({ ...choice, ticked: event.currentTarget.checked ? [...others, lineId] : others })
        }
      />
      <ActionIcon
        color="gray"
        size={36}
        aria-label={t("digest.change", { text: name })}
        onClick={() => setDraft(text)}
      >
        <IconPencil size={18} stroke={1.6} />
      </ActionIcon>
      <ActionIcon
        color="gray"
        size={36}
        aria-label={t("digest.leave", { text: name })}
        onClick={() => onChoice({ ...choice, ticked: others, left: [...choice.left, lineId] })}
      >
        <IconX size={18} stroke={1.6} />
      </ActionIcon>
    </div>
  );
}
