import { Button } from "@mantine/core";
import type { CalmMoment, CalmScript } from "@openempathic/experiences/calm";
import { IconPlayerPauseFilled, IconPlayerPlayFilled, IconPlayerStopFilled } from "@tabler/icons-react";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { BreathShape } from "./BreathShape.tsx";
import { clockText } from "./clock-text.ts";
import { Hills } from "./Hills.tsx";
import { PlayOptions } from "./PlayOptions.tsx";
import type { PlayPreferences } from "./play-preferences.ts";
import classes from "./PlaySitting.module.css";
import { useVibration } from "./use-vibration.ts";
import { useVoiceClips } from "./use-voice-clips.ts";
import { canSpeak } from "../../reading/speech.ts";
import { useVoice } from "./use-voice.ts";
import { useWakeLock } from "./use-wake-lock.ts";

/** An exercise under way: nothing on the page but the shape, the words, and the ways to pause and to stop. */
export function PlaySitting(props: {
  readonly script: CalmScript;
  readonly moment: CalmMoment;
  readonly momentNow: () => CalmMoment | undefined;
  readonly paused: boolean;
  readonly hasSound: boolean;
  readonly preferences: PlayPreferences;
  readonly onPreferences: (part: Partial<PlayPreferences>) => void;
  readonly onPause: () => void;
  readonly onResume: () => void;
  readonly onStop: () => void;
}) {
  const { t } = useTranslation("calm");
  const { script, moment, momentNow, paused, preferences, onPause, onResume, onStop } = props;
  const { voice, captions, vibration, still, volume } = preferences;
  const isSleep = script.technique === "sleep-wind-down";
  useWakeLock(!paused);
  const clips = useVoiceClips(script, voice);
  useVoice(paused ? undefined : moment.words, {
    language: script.language,
    on: voice,
    volume,
    secondsLeft: moment.wordsSecondsLeft ?? 0,
    clipOf: clips.clipOf,
  });
  useVibration(paused ? undefined : moment.breath?.phase, vibration);
  useKeys({ paused, onPause, onResume, onStop });
  const place = useRef<HTMLElement>(null);
  useEffect(() => place.current?.focus(), []);
  return (
    <main id="main" tabIndex={-1} ref={place} className={classes.place} data-sleep={isSleep || undefined}>
      <Hills />
      <header className={classes.top}>
        <h1>{script.title}</h1>
        <p>{paused ? t("play.paused") : t("play.left", { time: clockText(moment.secondsLeft) })}</p>
      </header>
      <BreathShape
        moment={moment}
        momentNow={momentNow}
        language={script.language}
        still={still}
        running={!paused}
      />
      <p className={classes.caption} aria-live="polite" lang={script.language} data-testid="caption">
        {captions && moment.words}
      </p>
      {!props.hasSound && <p className={classes.note}>{t("play.noSound")}</p>}
      <div className={classes.controls}>
        <Button
          size="lg"
          variant="default"
          leftSection={
            paused ? (
              <IconPlayerPlayFilled size={18} aria-hidden="true" />
            ) : (
              <IconPlayerPauseFilled size={18} aria-hidden="true" />
            )
          }
          onClick={paused ? onResume : onPause}
        >
          {t(paused ? "play.resume" : "play.pause")}
        </Button>
        <Button
          size="lg"
          variant="default"
          leftSection={<IconPlayerStopFilled size={18} aria-hidden="true" />}
          onClick={onStop}
        >
          {t("play.stop")}
        </Button>
      </div>
      <PlayOptions
        preferences={preferences}
        hasVoice={clips.isConnected || canSpeak()}
        onChange={props.onPreferences}
      />
      <p className={classes.keys}>{t("play.keys")}</p>
    </main>
  );
}

/** Space pauses and goes on, Escape stops, wherever the focus is; what has a use for the space bar keeps it. */
function useKeys(keys: {
  readonly paused: boolean;
  readonly onPause: () => void;
  readonly onResume: () => void;
  readonly onStop: () => void;
}): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const { paused, onPause, onResume, onStop } = latest.current;
      if (event.key === "Escape") {
        event.preventDefault();
        onStop();
      }
      const usesSpace =
        event.target instanceof Element && event.target.closest("button, input, summary, a") !== null;
      if (event.key !== " " || event.repeat || usesSpace) return;
      event.preventDefault();
      (paused ? onResume : onPause)();
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, []);
}
