/** What is chosen before training: everything that changes the weights, apart from the data. */
export interface TextNgramRecipe {
  readonly version: string;
  readonly seed: number;
  /** An n-gram is learned when so many texts hold it. */
  readonly leastWordTexts: number;
  readonly leastPieceTexts: number;
  /** Cost of the logistic loss against ½‖w‖². */
  readonly labelCost: number;
  /** How many times a text that carries a label counts in that label's loss; calibration undoes the shift. */
  readonly labelPositiveWeight: number;
  /** The same for valence, arousal and dominance. */
  readonly dimensionCosts: readonly [number, number, number];
  readonly labelPasses: number;
  readonly dimensionPasses: number;
  /** Held-out parts for calibration. */
  readonly folds: number;
}

/** The recipe of the shipped weights; training/text-ngram/README.md says what else was tried and what it gave. */
export const TEXT_NGRAM_RECIPE: TextNgramRecipe = {
  version: "1.1.0",
  seed: 20_261_123,
  leastWordTexts: 3,
  leastPieceTexts: 5,
  labelCost: 0.5,
  labelPositiveWeight: 3,
  dimensionCosts: [0.5, 0.25, 0.12],
  labelPasses: 8,
  dimensionPasses: 15,
  folds: 5,
};
