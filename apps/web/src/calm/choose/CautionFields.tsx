import { Checkbox } from "@mantine/core";
import { CAUTIONS, cautionText } from "@openempathic/experiences/calm";
import type { CautionId } from "@openempathic/experiences/calm";
import { useTranslation } from "react-i18next";
import { isLanguage } from "../../i18n/start-i18n.ts";
import classes from "./ChooseSitting.module.css";

/** What speaks against some exercises: only the person says it, and only if they like. */
export function CautionFields(props: {
  readonly value: readonly CautionId[];
  readonly onChange: (value: readonly CautionId[]) => void;
}) {
  const { t, i18n } = useTranslation("calm");
  const { value, onChange } = props;
  const language = isLanguage(i18n.language) ? i18n.language : "en";
  return (
    <details className={classes.fold} {...(value.length > 0 ? { open: true } : {})}>
      <summary>{t("cautions.title")}</summary>
      <div className={classes.fields}>
        <p>{t("cautions.hint")}</p>
        {CAUTIONS.map((caution) => (
          <Checkbox
            key={caution}
            label={cautionText(caution, language)}
            checked={value.includes(caution)}
            onChange={(event) =>
              onChange(
                event.currentTarget.checked ? [...value, caution] : value.filter((each) => each !== caution),
              )
            }
          />
        ))}
      </div>
    </details>
  );
}
