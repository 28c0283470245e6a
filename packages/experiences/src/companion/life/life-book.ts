import type { ReplyLanguage } from "@openempathic/respond";
import type { LifeChapter } from "./life-chapter.ts";
import { chaptersOf } from "./life-story.ts";
import type { LifeStory } from "./life-story.ts";

const TITLES: Readonly<
  Record<ReplyLanguage, { readonly book: string } & Readonly<Record<LifeChapter, string>>>
> = {
  en: {
    book: "From my life",
    childhood: "Childhood",
    family: "Family",
    love: "Friends and love",
    work: "Work",
    places: "Places",
    joys: "Joys",
    losses: "Losses",
    today: "Today",
  },
  de: {
    book: "Aus meinem Leben",
    childhood: "Kindheit",
    family: "Familie",
    love: "Freundschaft und Liebe",
    work: "Arbeit",
    places: "Orte",
    joys: "Freuden",
    losses: "Abschiede",
    today: "Heute",
  },
};

/** What a chapter is called. */
export function chapterTitle(chapter: LifeChapter, language: ReplyLanguage): string {
  return TITLES[language][chapter];
}

/** What the book is called. */
export function bookTitle(language: ReplyLanguage): string {
  return TITLES[language].book;
}

/** A life story as a file, for other programs: `open-empathic/life-story/1`. */
export interface LifeBook {
  readonly schema: "open-empathic/life-story/1";
  readonly language: ReplyLanguage;
  readonly title: string;
  readonly chapters: readonly {
    readonly chapter: LifeChapter;
    readonly title: string;
    /** Times in milliseconds since the epoch; `editedAtMs` is missing where nothing was changed. */
    readonly passages: readonly {
      readonly text: string;
      readonly toldAtMs: number;
      readonly editedAtMs?: number;
    }[];
  }[];
}

/** The life story as data. */
export function lifeBook(life: LifeStory, language: ReplyLanguage): LifeBook {
  const chapters = chaptersOf(life).map(({ chapter, passages }) => ({
    chapter,
    title: chapterTitle(chapter, language),
    passages: passages.map(({ text, toldAtMs, editedAtMs }) => ({
      text,
      toldAtMs,
      ...(editedAtMs === undefined ? {} : { editedAtMs }),
    })),
  }));
  return { schema: "open-empathic/life-story/1", language, title: bookTitle(language), chapters };
}

/**
 * The life story as Markdown: a heading for each chapter, the person's own words below it with their lines kept. What
 * somebody wrote cannot pass for a heading or a link.
 *
 * @example
 * ```ts
 * import { EMPTY_LIFE_STORY, lifeMarkdown } from "@openempathic/experiences";
 *
 * const passage = { passageId: "p", chapter: "work", text: "I baked bread.", toldAtMs: 0 } as const;
 * lifeMarkdown({ ...EMPTY_LIFE_STORY, passages: [passage] }, "en"); // => "# From my life\n\n## Work\n\nI baked bread.\n"
 * ```
 */
export function lifeMarkdown(life: LifeStory, language: ReplyLanguage): string {
  const chapters = chaptersOf(life).map(({ chapter, passages }) =>
    [`## ${chapterTitle(chapter, language)}`, ...passages.map(({ text }) => paragraphs(text))].join("\n\n"),
  );
  return `${[`# ${bookTitle(language)}`, ...chapters].join("\n\n")}\n`;
}

/** Words with their line breaks, none of their signs taken for Markdown's. */
function paragraphs(text: string): string {
  const lines = text.trim().split(/\r?\n/u);
  // A single break is kept by a backslash: two spaces would be lost on the way through editors.
  return lines
    .map(plainLine)
    .join("\n")
    .replace(/(?<=\S)\n(?=\S)/gu, "\\\n");
}

function plainLine(line: string): string {
  return (
    line
      .trim()
      .replace(/[\\`*_[\]<>|~]/gu, (sign) => `\\${sign}`)
      // What would make a heading, a list or a rule of a line.
      .replace(/^(?=[#+=-])/u, "\\")
      .replace(/^(\d+)(?=[.)])/u, "$1\\")
  );
}
