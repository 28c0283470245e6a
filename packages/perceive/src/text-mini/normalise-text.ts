/** A text as the tokeniser reads it, and where each of its UTF-16 units came from in what the person wrote. */
export interface NormalisedText {
  readonly text: string;
  readonly starts: readonly number[];
  /** One past the last unit that a unit was made from; for the start of a word the same as its beginning. */
  readonly ends: readonly number[];
}

/** Stands for a space, and for the beginning of the text. */
export const WORD_START = "\u2581";

/** White space, controls, and what has no width. */
const SPACE = /[\s\p{Cc}\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/u;
const CURLY_APOSTROPHES = /[\u2018\u2019\u02bc\u0060\u00b4]/gu;
const CURLY_QUOTES = /[\u201c\u201d\u00ab\u00bb]/gu;

/**
 * Brings a text into the form in which the vocabulary was learned:
 *
 * 1. A run of white space, controls and characters without width is one {@link WORD_START}. There is none at the
 *    end and always one at the beginning. A text of nothing else is empty.
 * 2. Curly apostrophes and accents that stand for them are `'`, curly and angle quotes are `"`: phones write them,
 *    and the vocabulary knows the straight ones best.
 * 3. Every run between is in Unicode's NFKC; a space that NFKC brings forth becomes a {@link WORD_START}.
 *
 * @param from UTF-16 offset at which to begin; offsets in the result count from the beginning of `text`.
 * @param to One past the last unit to read.
 */
export function normaliseText(text: string, from = 0, to = text.length): NormalisedText {
  const written: Written = { text: "", starts: [], ends: [] };
  let at = from;
  while (at < to) {
    while (at < to && isSpace(text, at)) at += 1;
    const start = at;
    while (at < to && !isSpace(text, at)) at += 1;
    if (start === at) break;
    write(written, WORD_START, { start, end: start });
    writeRun(written, text, { start, end: at });
  }
  return written;
}

interface Written {
  text: string;
  readonly starts: number[];
  readonly ends: number[];
}

interface Place {
  readonly start: number;
  readonly end: number;
}

function write(written: Written, units: string, { start, end }: Place): void {
  for (let k = 0; k < units.length; k++) {
    written.starts.push(start);
    written.ends.push(end);
  }
  written.text += units;
}

function writeRun(written: Written, text: string, { start, end }: Place): void {
  const folded = text.slice(start, end).replace(CURLY_APOSTROPHES, "'").replace(CURLY_QUOTES, '"');
  const normalised = folded.normalize("NFKC");
  if (normalised === folded) {
    written.text += folded;
    for (let k = start; k < end; k++) {
      written.starts.push(k);
      written.ends.push(k + 1);
    }
    return;
  }
  // A character and the marks after it can nearly always be normalised apart from their neighbours.
  const clusters = folded.match(/\P{M}\p{M}*|\p{M}+/gsu) ?? [];
  const parts = clusters.map((cluster) => cluster.normalize("NFKC"));
  if (parts.join("") !== normalised) {
    write(written, spaced(normalised), { start, end });
    return;
  }
  let at = start;
  for (const [index, cluster] of clusters.entries()) {
    write(written, spaced(parts[index] as string), { start: at, end: at + cluster.length });
    at += cluster.length;
  }
}

function spaced(normalised: string): string {
  return normalised.replaceAll(" ", WORD_START);
}

function isSpace(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (unit > 0x20 && unit < 0x7f) return false;
  return SPACE.test(text[at] as string);
}
