/** A text that stands in a source, perhaps in other signs there (`&gt;`), with the way back to its place. */
export interface MappedText {
  readonly text: string;
  /** The offset in the source of a sign of the text; of its end for the text's length. */
  offsetOf(index: number): number;
}

const NAMED: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: "\u00a0",
};
const ENTITY = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,5}));/giu;

/** Text that stands in the source as it is. */
export function plainMapped(text: string, start: number): MappedText {
  return { text, offsetOf: (index) => start + index };
}

/** Text whose signs are escaped as in HTML. Entities of another name stay as they are. */
export function htmlMapped(escaped: string, start: number): MappedText {
  let text = "";
  const offsets: number[] = [];
  const add = (piece: string, at: number, isWhole: boolean): void => {
    for (let index = 0; index < piece.length; index += 1) offsets.push(start + at + (isWhole ? 0 : index));
    text += piece;
  };
  let from = 0;
  for (const found of escaped.matchAll(ENTITY)) {
    const letter = letterOf(found);
    if (letter === undefined) continue;
    add(escaped.slice(from, found.index), from, false);
    add(letter, found.index, true);
    from = found.index + found[0].length;
  }
  add(escaped.slice(from), from, false);
  offsets.push(start + escaped.length);
  return { text, offsetOf: (index) => offsets[Math.min(index, offsets.length - 1)] ?? start };
}

/** A short text, such as a name, without its entities. */
export function unescapeHtml(escaped: string): string {
  return htmlMapped(escaped, 0).text;
}

function letterOf([, decimal, hex, name]: RegExpMatchArray): string | undefined {
  if (name !== undefined) return NAMED[name.toLowerCase()];
  const code = decimal === undefined ? Number.parseInt(hex ?? "", 16) : Number(decimal);
  const isLetter = code > 31 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  return isLetter || code === 10 || code === 13 || code === 9 ? String.fromCodePoint(code) : undefined;
}
