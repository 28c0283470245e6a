import { scriptDurationMs } from "@openempathic/experiences/calm";
import type { CalmPersonEvent, Sitting } from "@openempathic/experiences/calm";
import { useEffect, useRef } from "react";
import { forgetPlace, keepPlace, keptPlace } from "./play/kept-place.ts";
import { useCalmPlayback } from "./play/use-calm-playback.ts";
import type { CalmPlaying } from "./play/use-calm-playback.ts";

/** Playing a sitting, with each step told to the session. */
export interface PlayedSitting {
  readonly playing: CalmPlaying;
  readonly begin: () => void;
  /** Goes on after a reload, from a place in seconds. */
  readonly goOn: (fromSeconds: number) => void;
  readonly pause: () => void;
  readonly resume: () => void;
  readonly stop: () => void;
}

/** Plays the current sitting on this page, keeps its place over a reload, and adds what happens to the session. */
export function useSitting(needs: {
  readonly sessionId: string;
  readonly sitting: Sitting | undefined;
  readonly volume: number;
  readonly send: (act: CalmPersonEvent) => Promise<boolean>;
}): PlayedSitting {
  const { sessionId, sitting, volume, send } = needs;
  const of = sitting?.sitting ?? 0;
  const latest = useRef(of);
  latest.current = of;
  const end = (how: "finished" | "stopped", atSeconds: number) => {
    forgetPlace(sessionId);
    void send({ kind: "sitting-ended", of: latest.current, atSeconds, how });
  };
  const playing = useCalmPlayback(volume, (seconds) => end("finished", seconds));
  const { status, moment, momentNow } = playing;

  const whole = moment === undefined ? undefined : Math.floor(moment.seconds);
  useEffect(() => {
    const now = momentNow();
    if (whole !== undefined && now !== undefined) keepPlace(sessionId, of, now.seconds);
  }, [whole, status, sessionId, of, momentNow]);

  return {
    playing,
    begin: () => {
      if (sitting === undefined) return;
      void send({ kind: "sitting-begun", of });
      void playing.start(sitting.script, 0);
    },
    goOn: (fromSeconds) => {
      if (sitting === undefined) return;
      void send({ kind: "sitting-resumed", of, atSeconds: fromSeconds });
      void playing.start(sitting.script, fromSeconds);
    },
    pause: () => void send({ kind: "sitting-paused", of, atSeconds: playing.pause() }),
    resume: () => void send({ kind: "sitting-resumed", of, atSeconds: playing.resume() }),
    stop: () => {
      const kept = sitting === undefined ? 0 : placeOf(sessionId, sitting);
      end("stopped", status === "off" ? kept : playing.stop());
    },
  };
}

/** Where a sitting was: to the second as kept on this device, else as its events tell. */
export function placeOf(sessionId: string, sitting: Sitting): number {
  const seconds = keptPlace(sessionId, sitting.sitting) ?? sitting.atSeconds;
  return Math.min(Math.max(seconds, 0), scriptDurationMs(sitting.script) / 1000);
}
