import givenNames from "./given-names.json" with { type: "json" };

/** A text in which nobody in particular is spoken of, and the way back to the text as it was written. */
export interface MaskedText {
  readonly text: string;
  /** Where in the written text a place of the masked one lies: the start of a stand-in is the start of what it stands for. */
  readonly startOf: (offset: number) => number;
  /** The same for the end of a span: the end of a stand-in is the end of what it stands for. */
  readonly endOf: (offset: number) => number;
}

/** A word that stands for another: places in the masked text and, after them, in the written one. */
interface StandIn {
  readonly start: number;
  readonly end: number;
  readonly writtenStart: number;
  readonly writtenEnd: number;
}

/** How the corpora that the models learned from write a name. */
const NAME = "[NAME]";

/** Made by `training/text_mini/make-given-names.ts`, which says from what. */
const NAMES: ReadonlySet<string> = new Set(givenNames.names.split(" "));
/** Names that are words as well: Will, Grace, Summer. */
const WORDS_TOO: ReadonlySet<string> = new Set(givenNames.wordsToo.split(" "));

const PRONOUNS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    he: "they",
    she: "they",
    him: "their",
    her: "their",
    them: "their",
    his: "their",
    hers: "their",
    theirs: "their",
    himself: "themselves",
    herself: "themselves",
    themself: "themselves",
  }),
);

/** A word by itself: no part of an address, a handle, a stand-in or a longer word. */
const WORD = /(?<![\p{L}\p{N}_@#/[-])\p{L}+(?:-\p{L}+)*(?![\p{L}\p{N}_])/gu;
const CAPITALISED = /^\p{Lu}\p{Ll}/u;
/** What stands before the first word of a sentence, whose capital letter says nothing. */
const SENTENCE_BEGINS = /(?:^|[.!?…:;"“”(*>\n])\s*$/u;

/**
 * Puts a stand-in for every given name and one pronoun for all: whom a sentence is about must not change how it is
 * read. A word with a capital letter is a name when it is in a list of given names from around the world, or stands
 * within a sentence and is no word that the model knows, or one that is a name as well. "Her", "him" and "them" become the same word whether they
 * are object or possessive, because "her" is both.
 *
 * @param knows Whether a model knows a word; asked for capitalised words only.
 *
 * @example
 * ```ts
 * import { maskPeople } from "@openempathic/perceive";
 *
 * maskPeople("Emily said she misses Lakisha.", () => true).text; // => "[NAME] said they misses [NAME]."
 * ```
 */
export function maskPeople(text: string, knows: (word: string) => boolean): MaskedText {
  const standIns: StandIn[] = [];
  let masked = "";
  let at = 0;
  for (const { 0: word, index } of text.matchAll(WORD)) {
    const standIn = pronounFor(word) ?? nameFor(text, { word, at: index, knows });
    if (standIn === undefined || standIn === word) continue;
    masked += text.slice(at, index);
    const start = masked.length;
    masked += standIn;
    at = index + word.length;
    standIns.push({ start, end: masked.length, writtenStart: index, writtenEnd: at });
  }
  return { text: masked + text.slice(at), ...wayBack(standIns) };
}

function pronounFor(word: string): string | undefined {
  const standIn = PRONOUNS.get(word.toLowerCase());
  if (standIn === undefined) return undefined;
  if (word === word.toUpperCase()) return standIn.toUpperCase();
  return CAPITALISED.test(word) ? standIn.slice(0, 1).toUpperCase() + standIn.slice(1) : standIn;
}

function nameFor(
  text: string,
  {
    word,
    at,
    knows,
  }: { readonly word: string; readonly at: number; readonly knows: (word: string) => boolean },
): string | undefined {
  if (!CAPITALISED.test(word)) return undefined;
  if (NAMES.has(word)) return NAME;
  if (SENTENCE_BEGINS.test(text.slice(Math.max(0, at - 8), at))) return undefined;
  return WORDS_TOO.has(word) || !knows(word) ? NAME : undefined;
}

function wayBack(standIns: readonly StandIn[]): Pick<MaskedText, "startOf" | "endOf"> {
  if (standIns.length === 0) return { startOf: (offset) => offset, endOf: (offset) => offset };
  const last = (offset: number): StandIn | undefined => standIns.findLast(({ start }) => start <= offset);
  return {
    startOf: (offset) => {
      const standIn = last(offset);
      if (standIn === undefined) return offset;
      return offset < standIn.end ? standIn.writtenStart : offset - standIn.end + standIn.writtenEnd;
    },
    endOf: (offset) => {
      const standIn = last(offset - 1);
      if (standIn === undefined) return offset;
      return offset <= standIn.end ? standIn.writtenEnd : offset - standIn.end + standIn.writtenEnd;
    },
  };
}
