import { CAUTIONS } from "@openempathic/experiences/calm";
import type { CalmTaste, CautionId } from "@openempathic/experiences/calm";
import { useState } from "react";

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
  const [wishes, setWishes] = useState(loaded);
  const change = (part: Partial<Wishes>) => {
    const next = { ...wishes, ...part };
    window.localStorage.setItem(KEY, JSON.stringify(next));
    setWishes(next);
  };
  return [wishes, change];
}

/** What was kept, as far as it is still of this form; held breath is never taken over from an earlier time. */
function loaded(): Wishes {
  try {
    // The cast is safe: each field is looked at below.
    const kept = JSON.parse(window.localStorage.getItem(KEY) ?? "{}") as Partial<Wishes>;
    const { minutes = USUAL.minutes, cautions = [], taste, writeWords = false } = kept;
    return {
      minutes: typeof minutes === "number" && minutes > 0 && minutes <= 60 ? minutes : USUAL.minutes,
      cautions: CAUTIONS.filter((caution) => cautions.includes(caution)),
      taste: { ...USUAL.taste, ...taste, holds: false },
      writeWords,
    };
  } catch {
    return USUAL;
  }
}
