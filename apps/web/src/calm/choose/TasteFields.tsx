import { Checkbox } from "@mantine/core";
import type { SoundscapeKind } from "@openempathic/experiences/calm";
import { useTranslation } from "react-i18next";
import classes from "./ChooseSitting.module.css";
import { Choices } from "./Choices.tsx";
import { LevelField } from "./LevelField.tsx";
import type { Wishes } from "./wishes.ts";

const SOUNDSCAPES: readonly SoundscapeKind[] = ["rain", "waves", "brown-noise", "drone", "silence"];

/** Sound, breath and words: folded away, since the usual is fine. */
export function TasteFields(props: {
  readonly wishes: Wishes;
  readonly onChange: (part: Partial<Wishes>) => void;
  readonly modelConnected: boolean;
}) {
  const { t } = useTranslation("calm");
  const { wishes, onChange, modelConnected } = props;
  const { taste, writeWords } = wishes;
  const change = (part: Partial<Wishes["taste"]>) => onChange({ taste: { ...taste, ...part } });
  return (
    <details className={classes.fold}>
      <summary>{t("more.title")}</summary>
      <div className={classes.fields}>
        <Choices
          legend={t("more.soundscape")}
          name="soundscape"
          value={taste.soundscape}
          options={SOUNDSCAPES.map((value) => ({ value, label: t(`more.kinds.${value}`) }))}
          onChoose={(soundscape) => change({ soundscape })}
        />
        <LevelField label={t("more.level")} value={taste.level} onChange={(level) => change({ level })} />
        <Checkbox
          label={t("more.bells")}
          checked={taste.bells}
          onChange={(event) => change({ bells: event.currentTarget.checked })}
        />
        <Checkbox
          label={t("more.breathSound")}
          checked={taste.breathSound}
          onChange={(event) => change({ breathSound: event.currentTarget.checked })}
        />
        <Checkbox
          label={t("more.holds")}
          description={t("more.holdsHint")}
          checked={taste.holds}
          onChange={(event) => change({ holds: event.currentTarget.checked })}
        />
        {modelConnected ? (
          <Checkbox
            label={t("more.words")}
            description={t("more.wordsHint")}
            checked={writeWords}
            onChange={(event) => onChange({ writeWords: event.currentTarget.checked })}
          />
        ) : (
          <p>{t("more.noModel")}</p>
        )}
      </div>
    </details>
  );
}
