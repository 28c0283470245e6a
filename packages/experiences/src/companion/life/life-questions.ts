import type { ReplyLanguage } from "@openempathic/respond";
import { LIFE_CHAPTERS } from "./life-chapter.ts";
import type { LifeChapter } from "./life-chapter.ts";
// Words of our own; the file says by which thoughts they were written.
import table from "./life-questions.json" with { type: "json" };

/** A question about a life, in one language. */
export interface LifeQuestion {
  readonly id: string;
  readonly chapter: LifeChapter;
  readonly text: string;
}

// Nobody is asked about a loss who did not choose that chapter.
const UNASKED: ReadonlySet<string> = new Set<LifeChapter>(["losses"]);

/** What stands before a question that somebody wished for in a message. */
export function questionLead(language: ReplyLanguage): string {
  return table.lead[language];
}

/** All questions of a language, in their order. */
export function lifeQuestions(language: ReplyLanguage): readonly LifeQuestion[] {
  return table.questions.map((question) => ({
    id: question.id,
    // The cast is safe: a test holds every chapter in the file against the list.
    chapter: question.chapter as LifeChapter,
    text: question[language],
  }));
}

/**
 * The next question: from the chapter that was chosen, else from the one that was asked about least, losses never. One
 * that was not asked yet; when all were, the one that was asked longest ago.
 *
 * @param asked the ids of the questions that were asked, oldest first
 * @example
 * ```ts
 * import { nextLifeQuestion } from "@openempathic/experiences";
 *
 * nextLifeQuestion([], "en").text; // => "What did the place where you grew up look like?"
 * nextLifeQuestion(["childhood-home"], "en", "childhood").id; // => "childhood-play"
 * ```
 */
export function nextLifeQuestion(
  asked: readonly string[],
  language: ReplyLanguage,
  wished?: LifeChapter,
): LifeQuestion {
  const all = lifeQuestions(language);
  const chapter = wished ?? leastAsked(all, asked);
  const inChapter = all.filter((question) => question.chapter === chapter);
  const next = inChapter.toSorted((one, other) => asked.lastIndexOf(one.id) - asked.lastIndexOf(other.id))[0];
  if (next === undefined) throw new Error(`nextLifeQuestion found no question for the chapter ${chapter}`);
  return next;
}

function leastAsked(all: readonly LifeQuestion[], asked: readonly string[]): LifeChapter {
  const chapterOf = new Map(all.map(({ id, chapter }) => [id, chapter]));
  const countOf = (chapter: LifeChapter) => asked.filter((id) => chapterOf.get(id) === chapter).length;
  const mayBe = LIFE_CHAPTERS.filter((chapter) => !UNASKED.has(chapter));
  return mayBe.reduce((least, chapter) => (countOf(chapter) < countOf(least) ? chapter : least));
}
