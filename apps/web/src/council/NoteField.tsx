import { Button, Textarea } from "@mantine/core";
import { currentOf, keyOfItem } from "@openempathic/experiences/council";
import type { CouncilItem } from "@openempathic/experiences/council";
import { useTranslation } from "react-i18next";
import { useCouncil } from "./council-context.ts";
import classes from "./Council.module.css";
import { useDraft } from "./use-draft.ts";

/** One text that can be noted, and noted anew. */
export function NoteField(props: {
  readonly label: string;
  readonly description?: string;
  /** The thing to note, with the text in it. */
  readonly itemWith: (text: string) => CouncilItem;
  /** The text as it was noted. */
  readonly noted: string | undefined;
  readonly minRows?: number;
}) {
  const { t } = useTranslation("council");
  const { sessionId, state, note } = useCouncil();
  const { label, description, itemWith, noted, minRows = 3 } = props;
  const key = keyOfItem(itemWith(""));
  const [text, write, forget] = useDraft(`${sessionId}.${key}`, noted ?? "");
  const isGuess = currentOf(state, key)?.from !== undefined;
  return (
    <form
      className={classes.fields}
      onSubmit={(event) => {
        event.preventDefault();
        note(itemWith(text.trim()));
        forget();
      }}
    >
      <Textarea
        label={label}
        {...(description === undefined ? {} : { description })}
        autosize
        minRows={minRows}
        maxLength={4000}
        value={text}
        onChange={(event) => write(event.currentTarget.value)}
      />
      <div className={classes.row}>
        <Button type="submit" disabled={text.trim() === "" || text.trim() === noted}>
          {t(noted === undefined ? "save" : "saveChange")}
        </Button>
        {isGuess && <span className={classes.soft}>{t("suggest.mark")}</span>}
      </div>
    </form>
  );
}
