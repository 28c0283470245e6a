import { fateOf } from "../run/study-state.ts";
import type { PromptFate } from "../run/study-state.ts";
import type { StudyData } from "./study-data.ts";

/** What became of all prompts of a study. */
export interface SamplingFates {
  readonly counts: Readonly<Record<PromptFate, number>>;
  /** Of those whose time is over or that are answered; `undefined` before the first. */
  readonly answeredShare: number | undefined;
}

/** Counts what became of the prompts; `undefined` in a study without experience sampling. */
export function samplingFates({ protocol, records }: StudyData): SamplingFates | undefined {
  if (protocol.sampling === undefined) return undefined;
  const counts: Record<PromptFate, number> = {
    scheduled: 0,
    delivered: 0,
    answered: 0,
    expired: 0,
    missed: 0,
  };
  for (const { run } of records) for (const prompt of run?.prompts ?? []) counts[fateOf(prompt)] += 1;
  const over = counts.answered + counts.expired + counts.missed;
  return { counts, answeredShare: over === 0 ? undefined : counts.answered / over };
}
