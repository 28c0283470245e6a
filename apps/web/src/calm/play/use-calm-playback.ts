import { calmTimeline, momentAt } from "@openempathic/experiences/calm";
import type { CalmMoment, CalmScript, CalmTimeline } from "@openempathic/experiences/calm";
import { useCallback, useEffect, useRef, useState } from "react";
import { openPlayback } from "./open-playback.ts";
import type { OpenPlayback } from "./open-playback.ts";

/** An exercise as it is played on this page. */
export interface CalmPlaying {
  readonly status: "off" | "preparing" | "playing" | "paused";
  readonly hasSound: boolean;
  /** What is going on, a few times a second; `undefined` while it is off. */
  readonly moment: CalmMoment | undefined;
  /** What is going on at this very moment, for drawing. */
  readonly momentNow: () => CalmMoment | undefined;
  /** To be called from a click or a key press. */
  readonly start: (script: CalmScript, fromSeconds: number) => Promise<void>;
  /** Gives where it was paused, in seconds. */
  readonly pause: () => number;
  readonly resume: () => number;
  /** Ends it and gives how far it came, in seconds. */
  readonly stop: () => number;
}

// A thousand a second: what is shown is told to the millisecond.
const SHOWN_RATE_HZ = 1000;
const TOLD_EVERY_MS = 150;

interface Played extends OpenPlayback {
  readonly timeline: CalmTimeline;
}

/**
 * Plays one exercise at a time.
 *
 * @param onFinished called when it has come to its end by itself, with its length in seconds
 */
export function useCalmPlayback(volume: number, onFinished: (seconds: number) => void): CalmPlaying {
  const [status, setStatus] = useState<CalmPlaying["status"]>("off");
  const [moment, setMoment] = useState<CalmMoment>();
  const played = useRef<Played>(undefined);
  const finished = useRef(onFinished);
  finished.current = onFinished;
  const loudness = useRef(volume);
  loudness.current = volume;
  useEffect(() => played.current?.playback.setVolume(volume), [volume]);

  const close = useCallback((): number => {
    const seconds = played.current?.playback.seconds() ?? 0;
    played.current?.playback.pause();
    const { context } = played.current ?? {};
    // After the last sound has faded.
    if (context !== undefined) window.setTimeout(() => void context.close(), 400);
    played.current = undefined;
    setMoment(undefined);
    setStatus("off");
    return seconds;
  }, []);
  useEffect(() => () => void close(), [close]);

  const momentNow = useCallback((): CalmMoment | undefined => {
    const now = played.current;
    return now === undefined
      ? undefined
      : momentAt(now.timeline, now.playback.seconds() * now.timeline.sampleRateHz);
  }, []);
  useEffect(() => {
    if (status !== "playing") return undefined;
    const timer = window.setInterval(() => setMoment(momentNow()), TOLD_EVERY_MS);
    return () => window.clearInterval(timer);
  }, [status, momentNow]);

  const start = useCallback(
    async (script: CalmScript, fromSeconds: number) => {
      setStatus("preparing");
      const onEnd = () => finished.current(close());
      const open = await openPlayback({ script, fromSeconds, volume: loudness.current, onEnd });
      played.current = { ...open, timeline: calmTimeline(script, SHOWN_RATE_HZ) };
      pauseWhenInterrupted(open, () => setStatus("paused"));
      open.playback.play();
      setMoment(momentNow());
      setStatus("playing");
    },
    [close, momentNow],
  );
  const pause = useCallback((): number => {
    played.current?.playback.pause();
    setMoment(momentNow());
    setStatus("paused");
    return played.current?.playback.seconds() ?? 0;
  }, [momentNow]);
  const resume = useCallback((): number => {
    void played.current?.context?.resume();
    played.current?.playback.play();
    setStatus("playing");
    return played.current?.playback.seconds() ?? 0;
  }, []);
  const hasSound = status === "off" || played.current?.context !== undefined;
  return { status, hasSound, moment, momentNow, start, pause, resume, stop: close };
}

/** A call on the phone takes the sound away; the exercise waits. */
function pauseWhenInterrupted({ context, playback }: OpenPlayback, onPause: () => void): void {
  context?.addEventListener("statechange", () => {
    if (context.state === "running" || context.state === "closed") return;
    playback.pause();
    onPause();
  });
}
