import { Switch, TextInput } from "@mantine/core";
import type { ClassChoices } from "@openempathic/client";
import { useTranslation } from "react-i18next";
import classes from "../Tutor.module.css";

/** What somebody shows in a class while they choose. */
export interface Choices {
  readonly name: string;
  readonly showsProgress: boolean;
  readonly sharesFeelings: boolean;
}

/** Nothing is shown unless somebody chooses to. */
export const SHOW_NOTHING: Choices = { name: "", showsProgress: false, sharesFeelings: false };

/** Whether choices can be kept: what is shown needs a name. */
export function areWhole({ name, showsProgress }: Choices): boolean {
  return !showsProgress || name.trim() !== "";
}

/** Choices as they travel; a name goes along only where something is shown beside it. */
export function choicesOnWire({ name, ...choices }: Choices): ClassChoices {
  return choices.showsProgress ? { ...choices, name: name.trim() } : choices;
}

/** What the teacher sees, chosen by the learner. */
export function ChoicesForm(props: {
  readonly choices: Choices;
  readonly onChange: (choices: Choices) => void;
}) {
  const { t } = useTranslation("tutor");
  const { choices, onChange } = props;
  return (
    <fieldset className={classes.courses}>
      <legend>{t("join.sees")}</legend>
      <p className={classes.soft}>{t("join.always")}</p>
      <Switch
        size="md"
        label={t("join.feelings")}
        description={t("join.feelingsHelp")}
        checked={choices.sharesFeelings}
        onChange={(event) => onChange({ ...choices, sharesFeelings: event.currentTarget.checked })}
      />
      <Switch
        size="md"
        label={t("join.progress")}
        description={t("join.progressHelp")}
        checked={choices.showsProgress}
        onChange={(event) => onChange({ ...choices, showsProgress: event.currentTarget.checked })}
      />
      {choices.showsProgress && (
        <TextInput
          label={t("join.name")}
          size="md"
          maw={320}
          maxLength={60}
          value={choices.name}
          onChange={(event) => onChange({ ...choices, name: event.currentTarget.value })}
        />
      )}
      <p className={classes.soft}>{t("join.change")}</p>
    </fieldset>
  );
}
