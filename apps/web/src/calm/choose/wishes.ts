import { CAUTIONS } from "@openempathic/experiences/calm";
import type { CalmTaste, CautionId } from "@openempathic/experiences/calm";
import { useKept } from "../use-kept.ts";

/** What somebody would like the next time as well; kept on this device. */
export interface Wishes {
  readonly minutes: number;
  readonly cautions: readonly CautionId[];
  readonly taste: Required<CalmTaste>;
  readonly writeWords: boolean;
}

const KEY = "open-empathic.calm.wishes";

const USUAL: Wishes = {
  minutes: 5,
  cautions: [],
  taste: { soundscape: "rain", level: 0.5, bells: true, breathSound: true, holds: false },
  writeWords: false,
};

/** The wishes as they were the last time, and how to change them. */
export function useWishes(): [Wishes, (part: Partial<Wishes>) => void] {
  return useKept(KEY, wishesFrom);
}

/** What was kept, as far as it is still of this form; held breath is never taken over from an earlier time. */
function wishesFrom(kept: Readonly<Record<string, unknown>>): Wishes {
  const { minutes, cautions, taste, writeWords } = kept;
  const ticked: readonly unknown[] = Array.isArray(cautions) ? cautions : [];
  return {
    minutes: typeof minutes === "number" && minutes > 0 && minutes <= 60 ? minutes : USUAL.minutes,
    cautions: CAUTIONS.filter((caution) => ticked.includes(caution)),
    taste: typeof taste === "object" ? { ...USUAL.taste, ...taste, holds: false } : USUAL.taste,
    writeWords: writeWords === true,
  };
}
