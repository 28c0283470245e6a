/**
 * How somebody feels by their own account: two sliders without numbers.
 *
 * The Affective Slider of Betella and Verschure 2016, doi:10.1371/journal.pone.0148037, CC BY 4.0; it measures
 * pleasure and arousal as the Self-Assessment Manikin does, without instructions.
 */
export interface AffectiveSlider {
  /** From 0 (unpleasant) to 1 (pleasant). */
  readonly valence: number;
  /** From 0 (calm, sleepy) to 1 (stirred up, wide awake). */
  readonly arousal: number;
}

/** The credit that its licence asks for. */
export const AFFECTIVE_SLIDER_CREDIT = {
  citation:
    "Betella and Verschure 2016, The Affective Slider: A Digital Self-Assessment Scale for the Measurement of Human Emotions, PLoS ONE 11(2): e0148037",
  doi: "10.1371/journal.pone.0148037",
  licence: "CC BY 4.0",
} as const;

/** Whether both sliders lie on [0, 1]. */
export function isAffectiveSlider(value: AffectiveSlider): boolean {
  return [value.valence, value.arousal].every((place) => place >= 0 && place <= 1);
}
