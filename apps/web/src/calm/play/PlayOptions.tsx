import { useTranslation } from "react-i18next";
import { LevelField } from "../choose/LevelField.tsx";
import classes from "./PlayOptions.module.css";
import type { PlayPreferences } from "./play-preferences.ts";
import { hasVibration } from "./use-vibration.ts";

/** Voice, captions, vibration, a still picture and the volume: small, at the edge, kept on this device. */
export function PlayOptions(props: {
  readonly preferences: PlayPreferences;
  /** Whether anything here can speak. */
  readonly hasVoice: boolean;
  readonly onChange: (part: Partial<PlayPreferences>) => void;
}) {
  const { t } = useTranslation("calm");
  const { preferences, onChange } = props;
  const names = ["voice", "captions", "vibration", "still"] as const;
  const isThere = { voice: props.hasVoice, captions: true, vibration: hasVibration(), still: true };
  return (
    <div className={classes.options}>
      {names
        .filter((name) => isThere[name])
        .map((name) => (
          <label key={name} className={classes.option}>
            <input
              type="checkbox"
              checked={preferences[name]}
              onChange={(event) => onChange({ [name]: event.currentTarget.checked })}
            />
            {t(`play.${name}`)}
          </label>
        ))}
      <LevelField
        label={t("play.volume")}
        value={preferences.volume}
        onChange={(volume) => onChange({ volume })}
      />
    </div>
  );
}
