/** Where a script may come from. "twine" is Twine's own HTML, "text" plain paragraphs. */
export const SCRIPT_FORMATS = ["ink", "twee", "twine", "yarn", "fountain", "text"] as const;

/** One of the formats that a script is read from. */
export type ScriptFormat = (typeof SCRIPT_FORMATS)[number];

/** A place in the source. Lines and columns count from 1; `offset` counts UTF-16 units from 0. */
export interface ScriptPlace {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

/** One piece of text that is read in one go: a line somebody says, a line that is told, or a choice of the reader. */
export interface Utterance {
  /** Counts from 1 in the order of the source. */
  readonly id: number;
  readonly kind: "said" | "told" | "choice";
  /** Who says it; only for "said". */
  readonly speaker?: string;
  /** What is read, without markup. Never empty. */
  readonly text: string;
  readonly passage: number;
  readonly place: ScriptPlace;
  /** Where its words stand in the source, from and to (exclusive), in UTF-16 units. */
  readonly span: { readonly start: number; readonly end: number };
  /**
   * Where a mood tag for it can be put; in formats that tag whole passages, that of its passage. `null` where a tag would
   * take in more than its own words.
   */
  readonly tagAt: number | null;
  /** The mood that the writer has tagged already, in their own word. */
  readonly mood?: string;
}

/** A named part of a script: knot or stitch, passage, node, scene. */
export interface Passage {
  /** Empty for what comes before the first name. */
  readonly name: string;
  readonly place: ScriptPlace;
}

/** Where a block leads. */
export interface Exit {
  /**
   * The reader chooses; the story decides by a condition; it goes on by itself; it goes away and comes back (ink's tunnels);
   * it comes back from there.
   */
  readonly kind: "choice" | "condition" | "goes" | "calls" | "returns";
  /** The choice, by the id of its utterance. */
  readonly choice?: number;
  /** The condition as it is written. */
  readonly condition?: string;
  /** The block that it leads to; `null` is the end of the story. */
  readonly to: number | null;
  /** Where a call comes back to; `null` is the end of the story. */
  readonly back?: number | null;
}

/** A run of utterances without a fork. */
export interface Block {
  readonly passage: number;
  /** Ids of utterances, none of them a choice. */
  readonly lines: readonly number[];
  /** Empty at an end of the story. */
  readonly exits: readonly Exit[];
}

/** A story as data: the same for every format. */
export interface Script {
  readonly format: ScriptFormat;
  readonly title?: string;
  readonly passages: readonly Passage[];
  readonly blocks: readonly Block[];
  /** Where the story begins: an index of `blocks`. */
  readonly start: number;
  readonly utterances: readonly Utterance[];
}

/** How large a script may be. A novel is 500,000 letters; a script for one evening is far under this. */
export const SCRIPT_LIMITS = {
  /** UTF-16 units of the source. */
  source: 200_000,
  utterances: 1_500,
  passages: 1_000,
  blocks: 5_000,
  exits: 5_000,
  /** UTF-16 units of one utterance. */
  utterance: 4_000,
  /** UTF-16 units of a name. */
  name: 200,
  speakers: 60,
  /** How deep blocks, choices and braces may lie in each other. */
  depth: 40,
} as const;
