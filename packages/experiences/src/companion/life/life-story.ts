import { LIFE_CHAPTERS } from "./life-chapter.ts";
import type { LifeChapter } from "./life-chapter.ts";

/** A piece of somebody's life in their own words, kept because they said so. */
export interface Passage {
  readonly passageId: string;
  readonly chapter: LifeChapter;
  readonly text: string;
  readonly toldAtMs: number;
  readonly editedAtMs?: number;
}

/** Something that was told and could be kept. It becomes a passage when the person adds one with the same `passageId`. */
export interface PassageProposal {
  readonly passageId: string;
  /** The seq of the message it was told in. */
  readonly of: number;
  readonly chapter: LifeChapter;
  readonly text: string;
}

/** What a session knows of somebody's life story. */
export interface LifeStory {
  readonly passages: readonly Passage[];
  readonly proposals: readonly PassageProposal[];
  /** Found in what was told, and still to be recorded as proposals. */
  readonly found: readonly PassageProposal[];
  /** How many proposals in a row were turned down. */
  readonly dismissed: number;
  /** The ids of the questions that were asked, oldest first. */
  readonly asked: readonly string[];
  /** A wish for a question that still waits for one: the seq of the wish. */
  readonly wished?: { readonly of: number; readonly chapter?: LifeChapter };
  /** The question that stands open; the first message after it may be kept in its chapter. */
  readonly open?: { readonly chapter: LifeChapter; readonly after: number };
}

/** Before anything was told. */
export const EMPTY_LIFE_STORY: LifeStory = {
  passages: [],
  proposals: [],
  found: [],
  dismissed: 0,
  asked: [],
};

/** The chapters that have something in them, in the order of the book, each with its passages as they were told. */
export function chaptersOf(
  life: LifeStory,
): readonly { readonly chapter: LifeChapter; readonly passages: readonly Passage[] }[] {
  return LIFE_CHAPTERS.flatMap((chapter) => {
    const passages = life.passages.filter((passage) => passage.chapter === chapter);
    return passages.length === 0 ? [] : [{ chapter, passages }];
  });
}
