/** Words for people, in the languages that the site speaks. */
export interface Wording {
  readonly en: string;
  readonly de: string;
}

/** How far the values of a question may be calculated with (Stevens 1946, doi:10.1126/science.103.2684.677). */
export type QuestionLevel = "nominal" | "ordinal" | "interval" | "ratio" | "text" | "marks" | "series";

interface QuestionBase {
  /** Its key in answers and in exports: letters, digits, "-", "_" and ".". */
  readonly id: string;
  /** What it is about: a category's id, a dimension, or a word of the schema's own; null for the clip as a whole. */
  readonly about: string | null;
  readonly prompt: Wording;
}

/** Is it there: yes or no. "No" is the answer "not present". */
export interface PresenceQuestion extends QuestionBase {
  readonly kind: "presence";
}

/** How strongly, in steps of a named scale; the zero of the scale is the answer "not present". */
export interface IntensityQuestion extends QuestionBase {
  readonly kind: "intensity";
  /** The strongest step; the weakest is 1, and 0 is "not present". */
  readonly most: number;
  /** The words of the steps from 0, where each has one; null for a bare slider. */
  readonly steps: readonly Wording[] | null;
}

/** One or several of a list. "None of these" is the answer "not present". */
export interface ChoiceQuestion extends QuestionBase {
  readonly kind: "choice";
  readonly options: readonly { readonly id: string; readonly words: Wording }[];
  readonly several: boolean;
}

/** Which of two clips has more of it. */
export interface ComparisonQuestion extends QuestionBase {
  readonly kind: "comparison";
}

/** A place between two poles, -1 to 1; 0 is the middle, which is a value and not "not present". */
export interface PositionQuestion extends QuestionBase {
  readonly kind: "position";
  readonly low: Wording;
  readonly high: Wording;
}

/** In one's own words. */
export interface DescriptionQuestion extends QuestionBase {
  readonly kind: "description";
  /** The fewest words that are taken. */
  readonly leastWords: number;
}

/** What is said, word for word. Nothing said is the answer "not present". */
export interface TranscriptQuestion extends QuestionBase {
  readonly kind: "transcript";
}

/** Stretches of a text (UTF-16 units) or of time (ms) with what is in them. None is the answer "not present". */
export interface RegionsQuestion extends QuestionBase {
  readonly kind: "regions";
  readonly of: "text" | "time";
  /** What a stretch can be said to hold. */
  readonly labels: readonly string[];
}

/** A value followed through time while the clip plays. */
export interface TraceQuestion extends QuestionBase {
  readonly kind: "trace";
  /** Samples a second. */
  readonly hz: number;
  /** Bounded traces stay on [-1, 1]; an unbounded one says up and down only, so its zero is where it began. */
  readonly bounded: boolean;
}

/** One thing that is asked about a clip. */
export type Question =
  | PresenceQuestion
  | IntensityQuestion
  | ChoiceQuestion
  | ComparisonQuestion
  | PositionQuestion
  | DescriptionQuestion
  | TranscriptQuestion
  | RegionsQuestion
  | TraceQuestion;

export type QuestionKind = Question["kind"];
