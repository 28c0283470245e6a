/** What something means for a goal: a belief that speaks for or against it, or its likelihood outright. */
export type Consequence =
  | {
      readonly kind: "belief";
      /** The belief's name: hearing of the same one again replaces what was held of it. */
      readonly belief: string;
      /** In [0, 1]: 0 refutes it, 0.5 leaves it open, 1 makes it certain. */
      readonly likelihood: number;
      /** For each goal how far it speaks for it (to 1) or against it (to -1). */
      readonly bearsOn: Readonly<Record<string, number>>;
    }
  | {
      readonly kind: "goal";
      readonly goal: string;
      /** How likely the goal is now, in [0, 1]. */
      readonly likelihood: number;
    };

/**
 * Something that happens in a story, as it is appraised: what it means for goals (an event), what somebody did (an
 * action), what something is like (an object). One happening can be all three, as in the model of Ortony, Clore and
 * Collins.
 */
export interface Happening {
  readonly consequences?: readonly Consequence[];
  /** Who did it; absent where nobody did, such as rain. */
  readonly by?: string;
  /**
   * How far the deed itself is to be approved of, on [-1, 1], whatever came of it. Absent: the deed is only judged
   * by what came of it, as GAMYGDALA does.
   */
  readonly approval?: number;
  /** A thing or place that is met, and how appealing it is, on [-1, 1]. */
  readonly object?: { readonly id: string; readonly appeal: number };
  /** Who learns of it; absent: everybody. */
  readonly seenBy?: readonly string[];
}
