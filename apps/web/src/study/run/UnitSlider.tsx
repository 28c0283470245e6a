import { IconBolt, IconMoodSad, IconMoodSmile, IconMoon } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import classes from "../../calm/choose/AffectiveSliderField.module.css";

const ICONS = {
  pleasure: [<IconMoodSad key="low" />, <IconMoodSmile key="high" />],
  arousal: [<IconMoon key="low" />, <IconBolt key="high" />],
} as const;

/** One slider without numbers, from 0 to 1; it is given when it is let go, and one that was not touched says nothing. */
export function UnitSlider(props: {
  readonly dimension: "pleasure" | "arousal";
  /** What is asked, for those who do not see what stands around it. */
  readonly about?: string;
  readonly value: number | undefined;
  readonly onChange: (value: number) => void;
}) {
  const { t } = useTranslation("study");
  const { dimension, about, value, onChange } = props;
  const [moving, setMoving] = useState<number>();
  const shown = moving ?? value;
  const [low, high] = [t(`slider.${dimension}Low`), t(`slider.${dimension}High`)];
  const percent = Math.round((shown ?? 0.5) * 100);
  const give = ({ currentTarget }: { readonly currentTarget: HTMLInputElement }) => {
    onChange(Number(currentTarget.value) / 100);
    setMoving(undefined);
  };
  const name = t(`slider.${dimension}`);
  return (
    <div className={classes.slider}>
      <div className={classes.ends} aria-hidden="true">
        <span>
          {ICONS[dimension][0]}
          {low}
        </span>
        <span>
          {high}
          {ICONS[dimension][1]}
        </span>
      </div>
      <div className={classes.wedge}>
        <input
          type="range"
          className={classes.range}
          min={0}
          max={100}
          step={1}
          value={percent}
          data-unset={shown === undefined || undefined}
          aria-label={about === undefined ? name : `${name}: ${about}`}
          aria-valuetext={`${shown === undefined ? t("slider.notSet") : `${String(percent)} %`} (${low} – ${high})`}
          onChange={(event) => setMoving(Number(event.currentTarget.value) / 100)}
          onPointerUp={give}
          onKeyUp={(event) => {
            if (event.key !== "Tab" && event.key !== "Shift") give(event);
          }}
          onBlur={(event) => {
            if (moving !== undefined) give(event);
          }}
        />
      </div>
    </div>
  );
}
