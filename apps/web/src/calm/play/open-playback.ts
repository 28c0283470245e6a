import { calmTimeline, scriptDurationMs } from "@openempathic/experiences/calm";
import type { CalmScript } from "@openempathic/experiences/calm";
import { askCalmWorker } from "./ask-calm-worker.ts";
import { CalmPlayer } from "./calm-player.ts";
import type { CalmPlayback } from "./calm-player.ts";
import { SilentPlayer } from "./silent-player.ts";

/** An exercise to be played. */
export interface PlaybackOrder {
  readonly script: CalmScript;
  readonly fromSeconds: number;
  readonly volume: number;
  readonly onEnd: () => void;
}

/** A playback with the browser's sound, or without where there is none. */
export interface OpenPlayback {
  readonly playback: CalmPlayback;
  readonly context: AudioContext | undefined;
}

// A context that may not sound stays suspended for ever, without an error.
const PATIENCE_MS = 2500;

/**
 * Makes the sounds and opens a player. To be called from a click or a key press, which is when browsers allow sound.
 */
export async function openPlayback(order: PlaybackOrder): Promise<OpenPlayback> {
  const { script, fromSeconds, volume, onEnd } = order;
  const context = openContext();
  const running = context === undefined ? false : await isRunning(context);
  if (context === undefined || !running) {
    await context?.close();
    const silent = new SilentPlayer(scriptDurationMs(script) / 1000, fromSeconds, onEnd);
    return { playback: silent, context: undefined };
  }
  const { sampleRate } = context;
  const { sounds } = await askCalmWorker({
    kind: "sounds",
    script,
    shape: { sampleRateHz: sampleRate, channels: 2 },
  });
  const piece = { script, sounds, timeline: calmTimeline(script, sampleRate) };
  return { playback: new CalmPlayer({ piece, context, volume, onEnd }, fromSeconds), context };
}

function openContext(): AudioContext | undefined {
  try {
    return new AudioContext({ latencyHint: "playback" });
  } catch {
    // No device, or no Web Audio: an expected outcome, told to the person by the page.
    return undefined;
  }
}

async function isRunning(context: AudioContext): Promise<boolean> {
  const patience = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));
  await Promise.race([context.resume().catch(() => undefined), patience]);
  return context.state === "running";
}
