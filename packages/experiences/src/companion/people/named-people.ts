/** Somebody whom the person named, kept because they said so. */
export interface KeptPerson {
  readonly personId: string;
  readonly name: string;
  /** How they belong together, in the person's words: "my sister"; empty where they did not say. */
  readonly relation: string;
  /** How to reach them, in the person's words: a number, "rings at the door"; empty where they did not say. */
  readonly reach: string;
  /** Whether they may be suggested; false is "not this one". */
  readonly maySuggest: boolean;
}

/** A suggestion to reach out to somebody. */
export interface PersonSuggestion {
  readonly personId: string;
  /** The seq of the message below which it stands, or of the wish for it. */
  readonly of: number;
  /** Whether the person asked for it. */
  readonly isWished: boolean;
}

/** The people whom somebody named, and who was suggested. */
export interface NamedPeople {
  readonly kept: readonly KeptPerson[];
  /** Oldest first. */
  readonly suggestions: readonly PersonSuggestion[];
  /** The suggestions that were put away, by where they stood. */
  readonly putAway: readonly number[];
  /** Loneliness was spoken of beside something worrying; the suggestion waits for an easier message. */
  readonly isWaiting?: true;
}

/** Before anybody was named. */
export const NOBODY_NAMED: NamedPeople = { kept: [], suggestions: [], putAway: [] };
