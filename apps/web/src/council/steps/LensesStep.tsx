import { Accordion } from "@mantine/core";
import { LENSES, currentOf } from "@openempathic/experiences/council";
import type { Lens } from "@openempathic/experiences/council";
import { IconCheck } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useCouncil, useWords } from "../council-context.ts";
import classes from "../Council.module.css";
import { NoteField } from "../NoteField.tsx";
import { SuggestionList } from "../SuggestionList.tsx";

/** Six lenses; one open at a time. */
export function LensesStep() {
  const { t } = useTranslation("council");
  const words = useWords();
  const { state } = useCouncil();
  return (
    <>
      <Accordion defaultValue={LENSES[0]} variant="separated" radius="md">
        {LENSES.map((lens) => (
          <Accordion.Item key={lens} value={lens}>
            <Accordion.Control
              icon={
                textOf(state, lens) === undefined ? undefined : <IconCheck size={18} aria-hidden="true" />
              }
            >
              {words.lenses[lens].name}
            </Accordion.Control>
            <Accordion.Panel>
              <OneLens lens={lens} />
            </Accordion.Panel>
          </Accordion.Item>
        ))}
      </Accordion>
      <p className={`${classes.soft} ${classes.after}`}>{t("lenses.source")}</p>
    </>
  );
}

function OneLens({ lens }: { readonly lens: Lens }) {
  const { t } = useTranslation("council");
  const words = useWords();
  const { state, note } = useCouncil();
  return (
    <>
      <p className={classes.help}>{words.lenses[lens].text}</p>
      <NoteField
        key={textOf(state, lens) ?? ""}
        label={t("lenses.answer")}
        noted={textOf(state, lens)}
        itemWith={(text) => ({ part: "lens", lens, text })}
      />
      <SuggestionList
        topic={{ kind: "lens", lens }}
        onTake={({ text, suggestionId }) =>
          note({ part: "question", questionId: suggestionId.replace(".", "-"), text }, suggestionId)
        }
      />
    </>
  );
}

function textOf(state: ReturnType<typeof useCouncil>["state"], lens: Lens): string | undefined {
  const item = currentOf(state, `lens.${lens}`)?.item;
  return item?.part === "lens" ? item.text : undefined;
}
