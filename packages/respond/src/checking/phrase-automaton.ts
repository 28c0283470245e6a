import { fits, mayFit, SENTENCE_END, type PhraseNode, type WordMatch } from "./phrase-pattern.ts";

/** One place in one phrase: what it accepts, where it leads, and whether the phrase is complete there. */
interface Place {
  readonly match: WordMatch;
  readonly phrase: number;
  readonly next: Set<number>;
  complete: boolean;
}

/** A phrase that has begun in the text and may still become complete. */
export interface Thread {
  readonly place: number;
  /** Offset of its first word. */
  readonly start: number;
}

/** The first word of a phrase. */
export interface PhraseOpening {
  readonly match: WordMatch;
  readonly phrase: number;
  /** Whether the word is a whole phrase, alone or at the end of a sentence. */
  readonly isWhole: boolean;
}

/**
 * All phrases as one automaton (Glushkov's construction: a state for each word place, no empty moves), so that
 * a text is read once, word by word, and every phrase that could still complete is known at each word.
 *
 * V. M. Glushkov, The abstract theory of automata, 1961, doi:10.1070/RM1961v016n05ABEH004112.
 */
export class PhraseAutomaton {
  readonly #places: Place[] = [];
  readonly #startsByWord = new Map<string, number[]>();
  readonly #startsByPrefix: number[] = [];
  readonly #startWords: readonly string[];

  constructor(phrases: readonly PhraseNode[]) {
    phrases.forEach((node, phrase) => {
      const { first, last } = this.#add(node, phrase);
      for (const place of last) this.#place(place).complete = true;
      for (const place of first) this.#addStart(place);
    });
    this.#startWords = [...this.#startsByWord.keys()].toSorted();
  }

  /** The places that a word may begin. */
  begin(word: string): readonly number[] {
    const exact = this.#startsByWord.get(word) ?? [];
    const byPrefix = this.#startsByPrefix.filter((place) => fits(this.#place(place).match, word));
    return byPrefix.length > 0 ? [...exact, ...byPrefix] : exact;
  }

  /** The threads that a word carries on. */
  advance(threads: readonly Thread[], word: string): readonly Thread[] {
    const earliest = new Map<number, number>();
    for (const { place, start } of threads) {
      for (const next of this.#place(place).next) {
        const known = earliest.get(next);
        if ((known === undefined || start < known) && fits(this.#place(next).match, word)) {
          earliest.set(next, start);
        }
      }
    }
    return [...earliest].map(([place, start]) => ({ place, start }));
  }

  /** The phrase that is complete at a place, or `undefined`. */
  completed(place: number): number | undefined {
    const { complete, phrase } = this.#place(place);
    return complete ? phrase : undefined;
  }

  /** The first words of all phrases. */
  openings(): readonly PhraseOpening[] {
    const starts = new Set([...[...this.#startsByWord.values()].flat(), ...this.#startsByPrefix]);
    return [...starts].map((index) => {
      const { match, phrase, complete, next } = this.#place(index);
      const endsThere = (after: number) => fits(this.#place(after).match, SENTENCE_END);
      return { match, phrase, isWhole: complete || [...next].some(endsThere) };
    });
  }

  /** The phrase that a place belongs to. */
  phraseOf(place: number): number {
    return this.#place(place).phrase;
  }

  /** Whether the beginning of a word may still begin a phrase. */
  mayBegin(beginning: string): boolean {
    const words = this.#startWords;
    let low = 0;
    let high = words.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((words[middle] ?? "") < beginning) low = middle + 1;
      else high = middle;
    }
    if (words[low]?.startsWith(beginning)) return true;
    return this.#startsByPrefix.some((place) => mayFit(this.#place(place).match, beginning));
  }

  /** Whether the beginning of a word may still carry a thread on. */
  mayAdvance(thread: Thread, beginning: string): boolean {
    for (const next of this.#place(thread.place).next) {
      if (mayFit(this.#place(next).match, beginning)) return true;
    }
    return false;
  }

  #place(index: number): Place {
    const place = this.#places[index];
    if (!place) throw new RangeError(`PhraseAutomaton needs a place it made, got ${index}`);
    return place;
  }

  #addStart(index: number): void {
    const { match } = this.#place(index);
    if (match.kind !== "set") {
      this.#startsByPrefix.push(index);
      return;
    }
    for (const word of match.words) {
      const starts = this.#startsByWord.get(word);
      if (starts) starts.push(index);
      else this.#startsByWord.set(word, [index]);
    }
  }

  #add(node: PhraseNode, phrase: number): { first: number[]; last: number[]; mayBeEmpty: boolean } {
    switch (node.kind) {
      case "word": {
        const index = this.#places.push({ match: node.match, phrase, next: new Set(), complete: false }) - 1;
        return { first: [index], last: [index], mayBeEmpty: false };
      }
      case "optional":
        return { ...this.#add(node.part, phrase), mayBeEmpty: true };
      case "choice": {
        const options = node.options.map((option) => this.#add(option, phrase));
        return {
          first: options.flatMap(({ first }) => first),
          last: options.flatMap(({ last }) => last),
          mayBeEmpty: options.some(({ mayBeEmpty }) => mayBeEmpty),
        };
      }
      case "sequence":
        return this.#addSequence(node.parts, phrase);
    }
  }

  #addSequence(parts: readonly PhraseNode[], phrase: number) {
    let first: number[] = [];
    let last: number[] = [];
    let mayBeEmpty = true;
    for (const node of parts) {
      const part = this.#add(node, phrase);
      for (const from of last) for (const to of part.first) this.#place(from).next.add(to);
      if (mayBeEmpty) first = [...first, ...part.first];
      last = part.mayBeEmpty ? [...last, ...part.last] : part.last;
      mayBeEmpty = mayBeEmpty && part.mayBeEmpty;
    }
    return { first, last, mayBeEmpty };
  }
}
