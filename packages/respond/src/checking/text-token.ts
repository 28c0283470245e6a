import { CLAUSE_BREAK } from "./phrase-pattern.ts";
import { foldText } from "../words/fold-text.ts";

/** A piece of prose, as the check reads it. Offsets are UTF-16 units into the whole text, end exclusive. */
export type TextToken =
  | { readonly kind: "word"; readonly start: number; readonly end: number; readonly word: string }
  /** Digits with what may stand between them in a phone number. */
  | { readonly kind: "number"; readonly start: number; readonly end: number; readonly text: string }
  /** The part of an address or link that makes it one, from its dot, `@` or scheme on. */
  | { readonly kind: "address"; readonly start: number; readonly end: number; readonly text: string }
  | {
      readonly kind: "break";
      readonly start: number;
      readonly end: number;
      readonly word: typeof CLAUSE_BREAK;
    }
  | { readonly kind: "quote"; readonly start: number; readonly end: number; readonly mark: string }
  | {
      readonly kind: "sentence-end";
      readonly start: number;
      readonly end: number;
      readonly isQuestion: boolean;
    }
  | { readonly kind: "code-mark"; readonly start: number; readonly end: number }
  | { readonly kind: "gap"; readonly start: number; readonly end: number };

/** A longer run without a space is not a word; it is read in pieces so that time stays linear. */
const MAX_WORD = 64;
const MAX_ADDRESS = 300;
const LETTER = /[\p{L}\p{M}]/u;
const DIGIT = /[0-9]/;
const SPACE = /[^\S\n]/;
const TERMINATOR = /[.!?…。！？]/;
const CLOSER = /["”’'»“)*_\]~]/;
const QUOTE = /["“”„«»]/;
const NUMBER_JOIN = /[ \u00a0\-–/.()]/;
const DOMAIN_END =
  /^(?:com|org|net|info|help|gov|edu|de|at|ch|uk|eu|io|app|chat|online|support|health|care|ca|au|nz|ie)$/;
const ABBREVIATION =
  /^(?:dr|mr|mrs|ms|prof|st|vs|etc|eg|e|g|i|ie|z|b|d|h|u|a|bzw|usw|ca|ggf|evtl|inkl|approx|nr|no)$/;

/** What a token may depend on before it. */
export interface TokenContext {
  /** The last word of the sentence so far, folded; empty at its start. */
  readonly lastWord: string;
  /** Whether a number opened the sentence and nothing followed it yet. */
  readonly afterLeadingNumber: boolean;
}

/**
 * The token at an offset, or `undefined` where more text is needed to tell. Only the text decides, never how it
 * was cut into chunks.
 *
 * @param text The text known so far.
 * @param at Where to read.
 * @param options `isWhole`: no more text will come.
 */
export function readToken(
  text: string,
  at: number,
  { isWhole, context }: { readonly isWhole: boolean; readonly context: TokenContext },
): TextToken | undefined {
  const char = text[at];
  if (char === undefined) return undefined;
  if (LETTER.test(char)) return readWord(text, at, isWhole);
  if (DIGIT.test(char) || char === "+" || char === "(") return readNumber(text, at, isWhole);
  if (char === "\n") return { kind: "sentence-end", start: at, end: at + 1, isQuestion: false };
  if (char === "@") return readAddress(text, at, isWhole);
  if (TERMINATOR.test(char)) return readTerminator(text, at, { isWhole, context });
  if (char === "`") return { kind: "code-mark", start: at, end: at + 1 };
  if (QUOTE.test(char)) return { kind: "quote", start: at, end: at + 1, mark: char };
  if (/[,;:—–()[\]{}|]/.test(char)) return { kind: "break", start: at, end: at + 1, word: CLAUSE_BREAK };
  return { kind: "gap", start: at, end: at + 1 };
}

function readWord(text: string, at: number, isWhole: boolean): TextToken | undefined {
  let end = at + 1;
  const limit = at + MAX_WORD;
  while (end < text.length && end < limit) {
    const char = text[end] ?? "";
    const isInner = /['’]/.test(char) && LETTER.test(text[end + 1] ?? (isWhole ? "" : "a"));
    if (!LETTER.test(char) && !isInner) break;
    end += 1;
  }
  if (end === text.length && end < limit && !isWhole) return undefined;
  const word = foldText(text.slice(at, end));
  if (/^https?$/.test(word)) {
    if (text.length < end + 3 && !isWhole && "://".startsWith(text.slice(end))) return undefined;
    if (text.startsWith("://", end)) return readAddress(text, at, isWhole);
  }
  if (word === "www") {
    if (end === text.length && !isWhole) return undefined;
    if (text[end] === ".") return readAddress(text, at, isWhole);
  }
  return { kind: "word", start: at, end, word };
}

/** Reads from here to the next white space. */
function readAddress(text: string, at: number, isWhole: boolean): TextToken | undefined {
  let end = at;
  while (end < text.length && end - at < MAX_ADDRESS && !/[\s<>"“”«»]/.test(text[end] ?? "")) end += 1;
  if (end === text.length && end - at < MAX_ADDRESS && !isWhole) return undefined;
  while (end > at + 1 && /[.,;:!?)\]*_`'’]/.test(text[end - 1] ?? "")) end -= 1;
  const isAddress =
    text[at] !== "@" || (LETTER.test(text[at + 1] ?? "") && /[\p{L}\d]/u.test(text[at - 1] ?? ""));
  if (!isAddress) return { kind: "gap", start: at, end: at + 1 };
  return { kind: "address", start: at, end, text: text.slice(at, end) };
}

function readNumber(text: string, at: number, isWhole: boolean): TextToken | undefined {
  let end = at;
  let lastDigitEnd = at;
  let joins = 0;
  while (end < text.length && end - at < MAX_WORD) {
    const char = text[end] ?? "";
    if (DIGIT.test(char)) {
      joins = 0;
      lastDigitEnd = end + 1;
    } else if (char === "(" && end > at && text[at] !== "+") break;
    else if (NUMBER_JOIN.test(char) || (char === "+" && end === at)) joins += 1;
    else break;
    if (joins > 2) break;
    end += 1;
  }
  if (end === text.length && joins <= 2 && end - at < MAX_WORD && !isWhole) return undefined;
  if (lastDigitEnd === at) {
    return text[at] === "("
      ? { kind: "break", start: at, end: at + 1, word: CLAUSE_BREAK }
      : { kind: "gap", start: at, end: at + 1 };
  }
  return { kind: "number", start: at, end: lastDigitEnd, text: text.slice(at, lastDigitEnd) };
}

function readTerminator(
  text: string,
  at: number,
  { isWhole, context }: { readonly isWhole: boolean; readonly context: TokenContext },
): TextToken | undefined {
  let end = at;
  let isQuestion = false;
  const limit = at + MAX_WORD;
  while (end < text.length && end < limit && TERMINATOR.test(text[end] ?? "")) {
    isQuestion ||= /[?？]/.test(text[end] ?? "");
    end += 1;
  }
  const marks = end;
  while (end < text.length && end < limit && CLOSER.test(text[end] ?? "")) end += 1;
  if (end === limit) return { kind: "gap", start: at, end };
  if (end === text.length && !isWhole) return undefined;
  const next = text[end];
  const isSingleDot = text.slice(at, marks) === ".";
  if (isSingleDot && next !== undefined && end === marks && /[\p{L}]/u.test(next)) {
    return readDomain(text, at, isWhole);
  }
  if (isSingleDot && next !== undefined && SPACE.test(next)) {
    if (context.afterLeadingNumber || ABBREVIATION.test(context.lastWord)) {
      return { kind: "gap", start: at, end: marks };
    }
  }
  const endsHere = next === undefined || /\s/.test(next) || /[!?。！？]/.test(text.slice(at, marks));
  if (endsHere) return { kind: "sentence-end", start: at, end, isQuestion };
  return { kind: "gap", start: at, end: marks };
}

function readDomain(text: string, at: number, isWhole: boolean): TextToken | undefined {
  const tail = /^\p{L}{1,12}/u.exec(text.slice(at + 1, at + 14))?.[0] ?? "";
  if (at + 1 + tail.length >= text.length && tail.length < 12 && !isWhole) return undefined;
  if (DOMAIN_END.test(tail)) return readAddress(text, at, isWhole);
  return { kind: "gap", start: at, end: at + 1 };
}
