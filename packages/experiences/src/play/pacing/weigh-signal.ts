import type { CategoryId, Estimate } from "@openempathic/affect";
import type { Dials, PlayerSignal } from "./pacing.ts";

// Between these the task is about right: it is mostly met and not always. A band, since games are enjoyed over a wide
// one (our choice; for learning see Wilson et al. 2019, doi:10.1038/s41467-019-12552-4, who derive 0.85).
const TOO_EASY_FROM = 0.85;
const TOO_HARD_BELOW = 0.5;
const QUICK_FROM = 0.5;

/** How much one thing said counts beside one attempt: words are about many things. A face or voice counts less still. */
const WEIGHT = { text: 0.75, voice: 0.3, face: 0.3 } as const;

/** What each category that a player's words sound like speaks for, on each dial. */
const CATEGORIES: Readonly<Partial<Record<CategoryId, Dials>>> = {
  Irritability: { difficulty: -1, pace: -0.5, tension: -0.5 },
  Anger: { difficulty: -1, pace: -0.5, tension: -0.5 },
  Helplessness: { difficulty: -1, pace: -0.5, tension: -1 },
  Disappointment: { difficulty: -0.7, pace: 0, tension: 0 },
  Confusion: { difficulty: -0.5, pace: -1, tension: 0 },
  Fatigue: { difficulty: -0.5, pace: -1, tension: -0.5 },
  Distress: { difficulty: -0.5, pace: -0.5, tension: -1 },
  Fear: { difficulty: 0, pace: -0.5, tension: -1 },
  Sadness: { difficulty: 0, pace: -0.3, tension: -0.5 },
  Triumph: { difficulty: 0.7, pace: 0.5, tension: 0.3 },
  Elation: { difficulty: 0.3, pace: 0.5, tension: 0.5 },
  Amusement: { difficulty: 0, pace: 0.3, tension: 0.3 },
  Interest: { difficulty: 0, pace: 0, tension: 0.5 },
};

/** What a signal speaks for on each dial: positive for more, negative for less, 0 for leaving it. */
export function weighSignal(signal: Extract<PlayerSignal, { kind: "attempt" | "estimate" }>): Dials {
  return signal.kind === "attempt" ? weighAttempt(signal) : weighEstimate(signal.estimate);
}

function weighAttempt({ score, timeLeft }: { readonly score: number; readonly timeLeft?: number }): Dials {
  if (score >= TOO_EASY_FROM) {
    return { difficulty: 0.5, pace: timeLeft !== undefined && timeLeft >= QUICK_FROM ? 0.5 : 0, tension: 0 };
  }
  return score < TOO_HARD_BELOW
    ? { difficulty: -0.5, pace: -0.3, tension: 0 }
    : { difficulty: 0, pace: 0, tension: 0 };
}

function weighEstimate({ abstained, likelihood, modality }: Estimate): Dials {
  let difficulty = 0;
  let pace = 0;
  let tension = 0;
  const weight = modality === "voice" || modality === "face" ? WEIGHT[modality] : WEIGHT.text;
  if (abstained !== null) return { difficulty: 0, pace: 0, tension: 0 };
  for (const [category, speaks] of Object.entries(CATEGORIES)) {
    // The cast is safe: the keys are categories.
    const share = likelihood[category as CategoryId] ?? 0;
    difficulty += weight * share * speaks.difficulty;
    pace += weight * share * speaks.pace;
    tension += weight * share * speaks.tension;
  }
  return { difficulty: limited(difficulty), pace: limited(pace), tension: limited(tension) };
}

/** However much is in one sentence, it is one sentence. */
function limited(evidence: number): number {
  return Math.max(-WEIGHT.text, Math.min(WEIGHT.text, evidence));
}
