/** What a maker of sound is told. */
export interface PieceShape {
  readonly samples: number;
  /** How long the loop will be: what repeats has to fit into it. */
  readonly loopSamples: number;
  readonly sampleRateHz: number;
}
