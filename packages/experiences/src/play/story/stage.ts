import { appraise } from "../emotion/appraise.ts";
import type { Cast } from "../emotion/appraise.ts";
import { passTimeForAll } from "../emotion/cast.ts";
import type { Happening } from "../emotion/happening.ts";
import type { Dials } from "../pacing/pacing.ts";

/** What a story engine plays on: it reads the characters and the dials, and makes things happen. */
export interface Stage {
  cast(): Cast;
  dials(): Dials;
  /** Something happens in the story, and everybody who learns of it feels what follows. */
  happen(happening: Happening): void;
  /** Time passes in the story. */
  wait(elapsedMs: number): void;
}

/**
 * A stage that keeps the cast itself: enough for a story that is told from start to end in one place.
 *
 * @param happened is told each thing that happens, after it was appraised
 *
 * @example
 * ```ts
 * import { makeCast, openStage } from "@openempathic/experiences/play";
 *
 * const stage = openStage(makeCast([{ id: "lin", goals: { play: 1 } }]));
 * stage.happen({ consequences: [{ kind: "goal", goal: "play", likelihood: 0.9 }] });
 * stage.cast()["lin"]?.emotions[0]?.kind; // => "hope"
 * ```
 */
export function openStage(
  cast: Cast,
  dials: Dials = { difficulty: 0.5, pace: 0.5, tension: 0.5 },
  happened?: (happening: Happening) => void,
): Stage {
  let now = cast;
  return {
    cast: () => now,
    dials: () => dials,
    happen: (happening) => {
      now = appraise(now, happening);
      happened?.(happening);
    },
    wait: (elapsedMs) => {
      now = passTimeForAll(now, elapsedMs);
    },
  };
}
