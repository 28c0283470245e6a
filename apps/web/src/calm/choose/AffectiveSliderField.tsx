import { AFFECTIVE_SLIDER_CREDIT } from "@openempathic/experiences/calm";
import type { AffectiveSlider } from "@openempathic/experiences/calm";
import { IconMoodSad, IconMoodSmile, IconMoon, IconBolt } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import classes from "./AffectiveSliderField.module.css";

/** The two sliders as far as they were moved: one that was not touched says nothing. */
export type SliderDraft = Partial<AffectiveSlider>;

/** Both sliders, where both were moved. */
export function sliderOf({ valence, arousal }: SliderDraft): AffectiveSlider | undefined {
  return valence === undefined || arousal === undefined ? undefined : { valence, arousal };
}

/** How somebody feels by their own account: two sliders without numbers, with words at their ends. */
export function AffectiveSliderField(props: {
  readonly value: SliderDraft;
  readonly onChange: (value: SliderDraft) => void;
}) {
  const { t } = useTranslation("calm");
  const { value, onChange } = props;
  const { citation, doi } = AFFECTIVE_SLIDER_CREDIT;
  return (
    <div className={classes.field}>
      <Slider
        name={t("how.arousal")}
        low={t("how.calm")}
        high={t("how.stirred")}
        icons={[<IconMoon key="low" />, <IconBolt key="high" />]}
        value={value.arousal}
        onChange={(arousal) => onChange({ ...value, arousal })}
      />
      <Slider
        name={t("how.valence")}
        low={t("how.unpleasant")}
        high={t("how.pleasant")}
        icons={[<IconMoodSad key="low" />, <IconMoodSmile key="high" />]}
        value={value.valence}
        onChange={(valence) => onChange({ ...value, valence })}
      />
      <p className={classes.credit}>
        <a href={`https://doi.org/${doi}`} target="_blank" rel="noreferrer" title={citation}>
          {t("how.credit")}
        </a>
      </p>
    </div>
  );
}

function Slider(props: {
  readonly name: string;
  readonly low: string;
  readonly high: string;
  readonly icons: readonly [React.ReactNode, React.ReactNode];
  readonly value: number | undefined;
  readonly onChange: (value: number) => void;
}) {
  const { t } = useTranslation("calm");
  const { name, low, high, icons, value, onChange } = props;
  const share = `${String(Math.round((value ?? 0.5) * 100))} %`;
  const words = `${value === undefined ? t("how.notSet") : share} (${low} – ${high})`;
  const take = (event: { readonly currentTarget: HTMLInputElement }) =>
    onChange(Number(event.currentTarget.value) / 100);
  return (
    <div className={classes.slider}>
      <div className={classes.ends} aria-hidden="true">
        <span>
          {icons[0]}
          {low}
        </span>
        <span>
          {high}
          {icons[1]}
        </span>
      </div>
      <div className={classes.wedge}>
        <input
          type="range"
          className={classes.range}
          min={0}
          max={100}
          step={1}
          value={Math.round((value ?? 0.5) * 100)}
          data-unset={value === undefined || undefined}
          aria-label={name}
          aria-valuetext={words}
          onChange={take}
          // A touch that leaves the thumb in the middle is an answer too.
          onPointerUp={take}
          onKeyUp={({ key, currentTarget }) => {
            if (key === "Enter" || key === " ") take({ currentTarget });
          }}
        />
      </div>
    </div>
  );
}
