import type { CalmPlayback } from "./calm-player.ts";

const TICK_MS = 200;

/** Lets an exercise pass without a sound, where a browser gives none: picture, captions and voice go on. */
export class SilentPlayer implements CalmPlayback {
  private readonly totalSeconds: number;
  private readonly onEnd: () => void;
  private startedMs = 0;
  private timer: ReturnType<typeof setInterval> | undefined;
  private stoppedAt: number;

  constructor(totalSeconds: number, fromSeconds: number, onEnd: () => void) {
    this.totalSeconds = totalSeconds;
    this.stoppedAt = fromSeconds;
    this.onEnd = onEnd;
  }

  play(): void {
    if (this.timer !== undefined) return;
    this.startedMs = performance.now() - this.stoppedAt * 1000;
    this.timer = setInterval(() => {
      if (this.seconds() < this.totalSeconds) return;
      this.pause();
      this.onEnd();
    }, TICK_MS);
  }

  pause(): void {
    if (this.timer === undefined) return;
    this.stoppedAt = this.seconds();
    clearInterval(this.timer);
    this.timer = undefined;
  }

  seconds(): number {
    if (this.timer === undefined) return this.stoppedAt;
    return Math.min(this.totalSeconds, (performance.now() - this.startedMs) / 1000);
  }

  setVolume(): void {
    // There is none.
  }
}
