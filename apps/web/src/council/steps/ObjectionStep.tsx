import { Radio, Stack } from "@mantine/core";
import { currentItem, currentOf, optionsOf } from "@openempathic/experiences/council";
import { useTranslation } from "react-i18next";
import { useCouncil } from "../council-context.ts";
import classes from "../Council.module.css";
import { NoteField } from "../NoteField.tsx";
import { SuggestionList } from "../SuggestionList.tsx";

/** What the person leans to, and the strongest thing that can be said against it. */
export function ObjectionStep() {
  const { t } = useTranslation("council");
  const { state, note } = useCouncil();
  const options = optionsOf(state);
  const leaning = currentItem(state, "leaning");
  const option = options.find(({ optionId }) => optionId === leaning?.optionId);
  const item = option === undefined ? undefined : currentOf(state, `objection.${option.optionId}`)?.item;
  const noted = item?.part === "objection" ? item.text : undefined;
  return (
    <>
      <Radio.Group
        label={t("objection.leaning")}
        value={leaning === undefined ? "" : (leaning.optionId ?? "none")}
        onChange={(value) => note({ part: "leaning", optionId: value === "none" ? null : value })}
      >
        <Stack gap={10} mt={8}>
          {options.map(({ optionId, title }) => (
            <Radio key={optionId} value={optionId} label={title} />
          ))}
          <Radio value="none" label={t("objection.none")} />
        </Stack>
      </Radio.Group>
      {option === undefined ? (
        <p className={classes.hint}>{t("objection.chooseFirst")}</p>
      ) : (
        <div className={classes.after}>
          <NoteField
            key={`${option.optionId} ${noted ?? ""}`}
            label={t("objection.text", { option: option.title })}
            noted={noted}
            itemWith={(text) => ({ part: "objection", optionId: option.optionId, text })}
          />
          <SuggestionList
            topic={{ kind: "objection", optionId: option.optionId }}
            onTake={({ text, suggestionId }) =>
              note({ part: "objection", optionId: option.optionId, text }, suggestionId)
            }
          />
        </div>
      )}
    </>
  );
}
