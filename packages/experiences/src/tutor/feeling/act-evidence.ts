import { byFeeling } from "./learning-feeling.ts";
import type { ByFeeling, LearningFeeling } from "./learning-feeling.ts";

/** How long an answer took beside what reading and thinking need; "unknown" after a break. */
export type Pace = "quick" | "steady" | "slow" | "unknown";

/*
 * How probable each act is under each feeling. Assumptions of this project, stated so that they can be argued with and
 * replaced: correctness, time and hints are the channels of the affect detectors for tutors (Baker, D'Mello, Rodrigo
 * and Graesser 2010, doi:10.1016/j.ijhcs.2009.12.003), the numbers are not theirs. Given the feeling, correctness and
 * pace are taken as independent.
 */
const RIGHT: ByFeeling = { engaged: 0.72, confused: 0.42, frustrated: 0.2, bored: 0.42 };
const PACE: Readonly<Record<LearningFeeling, Readonly<Record<Exclude<Pace, "unknown">, number>>>> = {
  engaged: { quick: 0.15, steady: 0.7, slow: 0.15 },
  confused: { quick: 0.08, steady: 0.47, slow: 0.45 },
  frustrated: { quick: 0.35, steady: 0.4, slow: 0.25 },
  bored: { quick: 0.65, steady: 0.25, slow: 0.1 },
};
const HINT: ByFeeling = { engaged: 0.12, confused: 0.4, frustrated: 0.36, bored: 0.12 };
const SKIP: ByFeeling = { engaged: 0.04, confused: 0.1, frustrated: 0.36, bored: 0.5 };

/** How probable an answer is under each feeling. */
export function answerEvidence(isRight: boolean, pace: Pace): ByFeeling {
  return byFeeling(
    (feeling) =>
      (isRight ? RIGHT[feeling] : 1 - RIGHT[feeling]) * (pace === "unknown" ? 1 : PACE[feeling][pace]),
  );
}

/** How probable it is that somebody asks for a hint, or for another task. */
export function wishEvidence(wish: "hint" | "skip"): ByFeeling {
  return wish === "hint" ? HINT : SKIP;
}

/** Silent reading of non-fiction in English, 238 words a minute: Brysbaert 2019, doi:10.1016/j.jml.2019.104047. */
const MS_PER_WORD = 60_000 / 238;
/** To think and to answer; an assumption. */
const THINKING_MS = 12_000;
/** After this long somebody was away, and time says nothing. */
const AWAY_MS = 10 * 60_000;

/** The pace of an answer to a task with so many words. */
export function paceOf(tookMs: number, words: number): Pace {
  if (tookMs > AWAY_MS || tookMs < 0) return "unknown";
  const expectedMs = THINKING_MS + words * MS_PER_WORD;
  if (tookMs < expectedMs * 0.3) return "quick";
  return tookMs > expectedMs * 3 ? "slow" : "steady";
}
