import { renderCalm } from "@openempathic/experiences/calm";
import type { CalmPiece } from "@openempathic/experiences/calm";

const BLOCK_SECONDS = 1;
// Timers of a page in the background come once a second at most; what is ahead must last longer than that.
const AHEAD_SECONDS = 4;
const TICK_MS = 400;
const LEAD_SECONDS = 0.12;
const FADE_SECONDS = 0.08;

/** What the player needs from outside. */
export interface CalmPlayerNeeds {
  /** Of the same sample rate as the context. */
  readonly piece: CalmPiece;
  readonly context: AudioContext;
  /** From 0 to 1. */
  readonly volume: number;
  /** Called once, when the last sample has been played. */
  readonly onEnd: () => void;
}

/** What plays an exercise, with sound or without. */
export interface CalmPlayback {
  /** Starts, or goes on where it was paused. */
  play(): void;
  /** Stops and keeps the place. */
  pause(): void;
  /** Where it is, in seconds. */
  seconds(): number;
  setVolume(volume: number): void;
}

/**
 * Plays an exercise through Web Audio. The sound is rendered block by block, a few seconds ahead, and each block is
 * started on the context's own clock where the one before it ends: no timer of the page has a say in the timing.
 */
export class CalmPlayer implements CalmPlayback {
  private needs: CalmPlayerNeeds;
  /** What everything since the last start is heard through; gone while it is paused. */
  private out: GainNode | undefined;
  /** When, on the context's clock, sample 0 is or would have been heard. */
  private zeroAt = 0;
  private nextSample = 0;
  private timer: ReturnType<typeof setInterval> | undefined;
  private stoppedAt: number;

  constructor(needs: CalmPlayerNeeds, fromSeconds: number) {
    this.needs = needs;
    this.stoppedAt = fromSeconds;
  }

  play(): void {
    if (this.timer !== undefined) return;
    const { context, piece, volume } = this.needs;
    this.out = context.createGain();
    this.out.gain.value = volume;
    this.out.connect(context.destination);
    this.nextSample = Math.round(this.stoppedAt * piece.timeline.sampleRateHz);
    this.zeroAt = context.currentTime + LEAD_SECONDS - this.stoppedAt;
    this.fill();
    this.timer = setInterval(() => this.tick(), TICK_MS);
  }

  pause(): void {
    if (this.timer === undefined) return;
    this.stoppedAt = this.seconds();
    clearInterval(this.timer);
    this.timer = undefined;
    const { out } = this;
    this.out = undefined;
    // Without a click: down within a moment, and then everything that was handed over is let go with it.
    out?.gain.setTargetAtTime(0, this.needs.context.currentTime, FADE_SECONDS / 4);
    setTimeout(() => out?.disconnect(), 2000 * FADE_SECONDS);
  }

  /** What is heard now, not what has been handed over. */
  seconds(): number {
    if (this.timer === undefined) return this.stoppedAt;
    const { context, piece } = this.needs;
    const latency = Number.isFinite(context.outputLatency) ? context.outputLatency : 0;
    const seconds = context.currentTime - latency - this.zeroAt;
    return Math.min(Math.max(seconds, 0), piece.timeline.totalSamples / piece.timeline.sampleRateHz);
  }

  setVolume(volume: number): void {
    this.needs = { ...this.needs, volume };
    this.out?.gain.setTargetAtTime(volume, this.needs.context.currentTime, 0.05);
  }

  private tick(): void {
    this.fill();
    const { piece, onEnd } = this.needs;
    if (this.seconds() * piece.timeline.sampleRateHz < piece.timeline.totalSamples) return;
    this.pause();
    onEnd();
  }

  /** Renders and hands over what is due within the next seconds. */
  private fill(): void {
    const { context, piece } = this.needs;
    const { out } = this;
    if (out === undefined) return;
    const { sampleRateHz, totalSamples } = piece.timeline;
    const until = (context.currentTime + AHEAD_SECONDS - this.zeroAt) * sampleRateHz;
    while (this.nextSample < Math.min(until, totalSamples)) {
      const samples = Math.min(Math.round(BLOCK_SECONDS * sampleRateHz), totalSamples - this.nextSample);
      const channels = renderCalm(piece, { fromSample: this.nextSample, samples });
      const buffer = context.createBuffer(channels.length, samples, sampleRateHz);
      for (const [i, channel] of channels.entries()) buffer.copyToChannel(new Float32Array(channel), i);
      const source = context.createBufferSource();
      source.buffer = buffer;
      source.connect(out);
      source.start(this.zeroAt + this.nextSample / sampleRateHz);
      this.nextSample += samples;
    }
  }
}
