import type { Perceiver } from "@openempathic/perceive";
import { type DialogueFigures, type DialogueOptions, evaluateDialogues } from "./evaluate-dialogues.ts";
import { evaluatePairs, type PairFigures } from "./evaluate-pairs.ts";
import { evaluateSwaps, type SwapFigures } from "./evaluate-swaps.ts";
import type { Probes } from "./parse-probes.ts";

/** What they showed. */
export interface ProbeFigures {
  readonly pairs: PairFigures;
  readonly dialogues: DialogueFigures;
  readonly swaps: SwapFigures;
}

/** Asks a perceiver that speaks GoEmotions' labels about negation, intensity, context and fairness. */
export async function evaluateProbes(
  perceiver: Perceiver,
  { pairs, dialogues, swaps }: Probes,
  options: DialogueOptions,
): Promise<ProbeFigures> {
  return {
    pairs: await evaluatePairs(perceiver, pairs, options),
    dialogues: await evaluateDialogues(perceiver, dialogues, options),
    swaps: await evaluateSwaps(perceiver, swaps),
  };
}
