import type { CheckRule } from "../check.ts";
import { foldText } from "../words/fold-text.ts";
import { isAllowedAddress, readNumberAsContact, type AllowedContacts } from "./contact-check.ts";
import { checkPhrases } from "./check-phrases.ts";
import type { PhraseBook } from "./phrase-book.ts";
import type { Thread } from "./phrase-automaton.ts";
import { SENTENCE_END } from "./phrase-pattern.ts";
import { mayBreakAfter } from "./phrase-group.ts";
import { PassThrough } from "./pass-through.ts";
import { readToken, type TextToken } from "./text-token.ts";

/** What the scanner saw. Offsets are UTF-16 units from the start of the whole reply. */
export type ScanEvent<Rule extends string = CheckRule> =
  /** Code or JSON up to `end`, not read as prose. */
  | { readonly kind: "raw"; readonly end: number }
  /** Words that break a rule. Of their sentence, what stands before `cut` may be shown. */
  | {
      readonly kind: "violation";
      readonly rule: Rule;
      readonly start: number;
      readonly end: number;
      readonly cut: number;
    }
  /** A sentence was read whole, up to its last mark. */
  | { readonly kind: "sentence"; readonly end: number };

/** A sentence that never ends is read in pieces of this size, so that memory and time stay bounded. */
const MAX_SENTENCE = 4000;
/** Words of a sentence that are remembered for what stands before a phrase. */
const REMEMBERED_WORDS = 60;

/**
 * Reads a reply word by word as it arrives and reports broken rules, ends of sentences, and up to where the
 * text can no longer become part of a failing phrase. What it reports depends on the text alone, not on how the
 * text was cut into chunks.
 */
export class ReplyScanner<Rule extends string = CheckRule> {
  #text = "";
  /** Offset of `#text` in the whole reply. */
  #base = 0;
  #at = 0;
  #isWhole = false;
  readonly #allowed: AllowedContacts;
  readonly #book: PhraseBook<Rule | CheckRule>;
  readonly #raw = new PassThrough();
  #events: ScanEvent<Rule | CheckRule>[] = [];
  #sentence: SentenceSoFar<Rule | CheckRule> = new SentenceSoFar(0);
  /** Whether nothing was said yet: no word, number, address or code. */
  #isOpening = true;
  /** The first word of the reply, where it may be shown before it is settled what it begins. */
  #firstWord: { readonly start: number; readonly end: number } | undefined;

  /**
   * @param allowed contacts that may be named
   * @param book the phrases to look for; those of every reply unless told
   */
  constructor(allowed: AllowedContacts, book: PhraseBook<Rule | CheckRule> = checkPhrases()) {
    this.#allowed = allowed;
    this.#book = book;
  }

  /** Adds text as it arrives. */
  push(chunk: string): void {
    this.#text += chunk;
  }

  /** Says that no more text will come. */
  end(): void {
    this.#isWhole = true;
  }

  /** A piece of what was pushed; it must not have been forgotten. */
  slice(start: number, end: number): string {
    return this.#text.slice(start - this.#base, end - this.#base);
  }

  /** Lets go of the text before an offset. */
  forgetBefore(offset: number): void {
    const keepFrom = Math.min(offset, this.#at, this.#sentence.start);
    // One character stays: whether "@" begins an address depends on what stands before it.
    const drop = keepFrom - this.#base - 1;
    if (drop <= 0) return;
    this.#text = this.#text.slice(drop);
    this.#base += drop;
  }

  /** The next event, or `undefined` where more text is needed. */
  next(): ScanEvent<Rule | CheckRule> | undefined {
    for (;;) {
      const event = this.#events.shift();
      if (event) return event;
      const raw = this.#raw.read(this.#text, this.#at - this.#base, this.#isWhole);
      if (raw.kind === "unclear") return undefined;
      if (raw.kind === "raw") {
        this.#at = raw.end + this.#base;
        this.#isOpening = false;
        this.#sentence = new SentenceSoFar(this.#at);
        return { kind: "raw", end: this.#at };
      }
      const token = this.#readToken();
      if (!token) return this.#finish();
      this.#take(token);
    }
  }

  /**
   * Up to here the text that has arrived may be shown: it can no longer become part of a failing phrase, but for the
   * first word of the reply, which tells nothing alone.
   */
  get safeUntil(): number {
    const { threads, pending } = this.#sentence;
    const rest = this.#text.slice(this.#at - this.#base);
    const beginning = /^[\p{L}\p{M}'’]+$/u.test(rest) ? foldText(rest) : undefined;
    const live =
      beginning === undefined
        ? threads
        : threads.filter((thread) => this.#book.automaton.mayAdvance(thread, beginning));
    const held = [...pending, ...live].reduce((first, { start }) => Math.min(first, start), Infinity);
    if (held !== Infinity) return this.#cutBefore(held);
    const isHarmless =
      beginning !== undefined &&
      !this.#mayTell(beginning) &&
      !/^(?:h|ht|htt|http|https|w|ww|www)$/.test(beginning);
    return isHarmless ? this.#at + rest.length : this.#at;
  }

  #mayTell(beginning: string): boolean {
    const { automaton, telltales } = this.#book;
    return this.#isOpening ? telltales.mayGrow(beginning) : automaton.mayBegin(beginning);
  }

  /** How far to show when what starts here is held or failed: to its start, or past the first word of the reply. */
  #cutBefore(start: number): number {
    if (start !== this.#firstWord?.start) return start;
    const { end } = this.#firstWord;
    return end + (/^[ \t]*/.exec(this.slice(end, this.#at))?.[0].length ?? 0);
  }

  #readToken(): TextToken | undefined {
    const { words, afterLeadingNumber } = this.#sentence;
    const context = { lastWord: words.at(-1) ?? "", afterLeadingNumber };
    return readToken(this.#text, this.#at - this.#base, { isWhole: this.#isWhole, context });
  }

  #finish(): ScanEvent<Rule | CheckRule> | undefined {
    if (!this.#isWhole || this.#at === this.#sentence.start) return undefined;
    this.#endSentence(this.#at, false);
    return this.#events.shift();
  }

  #take(token: TextToken): void {
    const start = token.start + this.#base;
    const end = token.end + this.#base;
    const line = this.#text[token.start];
    this.#at = end;
    this.#raw.passed(line === "\n" ? "newline" : /\s/.test(line ?? "") ? "space" : "text");
    switch (token.kind) {
      case "word":
        this.#openWith(token.word, start, end);
        this.#takeWord(token.word, start, end);
        break;
      case "break":
        this.#takeWord(token.word, start, end);
        break;
      case "number":
        this.#takeNumber(token.text, start, end);
        break;
      case "address":
        this.#takeAddress(start, end);
        break;
      case "quote":
        this.#sentence.takeQuote(token.mark);
        break;
      case "code-mark":
        this.#sentence.inCode = !this.#sentence.inCode;
        break;
      case "sentence-end":
        this.#endSentence(end, token.isQuestion);
        break;
      case "gap":
        break;
    }
    const length = end - this.#sentence.start;
    const isCalm = this.#sentence.threads.length === 0;
    if ((length > MAX_SENTENCE && isCalm) || length > 2 * MAX_SENTENCE) this.#endSentence(end, false);
  }

  #openWith(word: string, start: number, end: number): void {
    if (this.#isOpening && !this.#book.telltales.has(word)) this.#firstWord = { start, end };
    this.#isOpening = false;
  }

  #takeWord(word: string, start: number, end: number): void {
    const { automaton, groupOf } = this.#book;
    const sentence = this.#sentence;
    const advanced = automaton.advance(sentence.threads, word);
    const begun = automaton
      .begin(word)
      .filter((place) =>
        mayBreakAfter(groupOf(automaton.phraseOf(place)), sentence.words, sentence.isQuoted),
      );
    sentence.threads = [...advanced, ...begun.map((place) => ({ place, start }))];
    sentence.remember(word);
    this.#report(sentence.threads, end);
  }

  #report(threads: readonly Thread[], end: number): void {
    const { automaton, groupOf } = this.#book;
    for (const thread of threads) {
      const phrase = automaton.completed(thread.place);
      if (phrase === undefined) continue;
      const { rule, unlessQuestion } = groupOf(phrase);
      const found = { rule, start: thread.start, end };
      if (unlessQuestion) this.#sentence.pending.push(found);
      else this.#violate(found);
    }
  }

  #takeNumber(text: string, start: number, end: number): void {
    const sentence = this.#sentence;
    this.#isOpening = false;
    if (sentence.words.length === 0) sentence.afterLeadingNumber = true;
    const reading = sentence.inCode ? "plain" : readNumberAsContact(text, sentence.words, this.#allowed);
    if (reading === "contact") this.#violate({ rule: "invented-contact", start, end });
    const opensList = sentence.afterLeadingNumber;
    this.#takeWord(reading === "short" ? "#short" : "#number", start, end);
    sentence.afterLeadingNumber = opensList;
  }

  #takeAddress(start: number, end: number): void {
    this.#isOpening = false;
    let from = start - this.#base;
    while (from > 0 && start - this.#base - from < 100 && !/[\s("'<[]/.test(this.#text[from - 1] ?? ""))
      from -= 1;
    const whole = this.#text.slice(from, end - this.#base);
    if (this.#sentence.inCode || isAllowedAddress(whole, this.#allowed)) return;
    this.#violate({ rule: "invented-contact", start, end });
  }

  #violate(found: Found<Rule | CheckRule>): void {
    const { pending } = this.#sentence;
    const earliest = pending.reduce((first, other) => (other.start < first.start ? other : first), found);
    this.#events.push({ kind: "violation", ...earliest, cut: this.#cutBefore(earliest.start) });
  }

  #endSentence(end: number, isQuestion: boolean): void {
    const { pending, threads } = this.#sentence;
    this.#report(this.#book.automaton.advance(threads, SENTENCE_END), end);
    const first = pending[0];
    if (first && !isQuestion) this.#violate(first);
    this.#events.push({ kind: "sentence", end });
    this.#sentence = new SentenceSoFar(end);
  }
}

interface Found<Rule extends string> {
  readonly rule: Rule;
  readonly start: number;
  readonly end: number;
}

/** What is remembered of the sentence that is being read. */
class SentenceSoFar<Rule extends string> {
  readonly start: number;
  threads: readonly Thread[] = [];
  /** Phrases that break their rule unless the sentence turns out to be a question. */
  readonly pending: Found<Rule>[] = [];
  readonly words: string[] = [];
  isQuoted = false;
  inCode = false;
  afterLeadingNumber = false;

  constructor(start: number) {
    this.start = start;
  }

  remember(word: string): void {
    this.words.push(word);
    if (this.words.length > REMEMBERED_WORDS) this.words.shift();
    this.afterLeadingNumber = false;
  }

  /** A whole sentence in quotation marks is speech of the reply itself; a quotation inside one is a mention. */
  takeQuote(mark: string): void {
    const closes = this.isQuoted && mark !== "„";
    this.isQuoted = !closes && this.words.length > 0;
  }
}
