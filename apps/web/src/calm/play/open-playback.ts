import { calmTimeline, scriptDurationMs } from "@openempathic/experiences/calm";
import type { CalmPiece, CalmScript } from "@openempathic/experiences/calm";
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
  const piece =
    context !== undefined && (await isRunning(context)) ? await pieceFor(script, context) : undefined;
  if (context === undefined || piece === undefined) {
    await context?.close();
    const silent = new SilentPlayer(scriptDurationMs(script) / 1000, fromSeconds, onEnd);
    return { playback: silent, context: undefined };
  }
  return { playback: new CalmPlayer({ piece, context, volume, onEnd }, fromSeconds), context };
}

/** Everything that is to be heard, at the context's rate; `undefined` where it could not be made. */
async function pieceFor(script: CalmScript, { sampleRate }: AudioContext): Promise<CalmPiece | undefined> {
  const shape = { sampleRateHz: sampleRate, channels: 2 };
  try {
    const { sounds } = await askCalmWorker({ kind: "sounds", script, shape });
    return { script, sounds, timeline: calmTimeline(script, sampleRate) };
  } catch {
    // No worker, or no memory: picture, captions and voice go on without, and the page says so.
    return undefined;
  }
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
