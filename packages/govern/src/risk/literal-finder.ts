/**
 * Finds which of many strings stand in a text, in one pass over the text however many strings there are.
 *
 * A. V. Aho and M. J. Corasick, Efficient string matching: an aid to bibliographic search, 1975,
 * doi:10.1145/360825.360855, algorithms 2 and 3, with the failures written out into one table of moves.
 */
export class LiteralFinder {
  /** Number of each character that any string holds, from 1; others count as 0 and lead back to the start. */
  readonly #letterOf = new Uint16Array(0x1_0000);
  readonly #letters: number;
  /** Next state for each state and letter. */
  readonly #moves: Int32Array;
  /** The string that ends in a state, or -1. */
  readonly #ends: Int32Array;
  /** The nearest state on the way of failures in which a string ends, or 0. */
  readonly #shorter: Int32Array;

  /**
   * @param literals the strings, none twice
   * @throws RangeError for an empty string
   */
  constructor(literals: readonly string[]) {
    let letters = 1;
    for (const text of literals) {
      if (text === "")
        throw new RangeError("LiteralFinder needs strings that are not empty, got an empty one");
      for (let at = 0; at < text.length; at++) {
        if (this.#letterOf[text.charCodeAt(at)] === 0) this.#letterOf[text.charCodeAt(at)] = letters++;
      }
    }
    this.#letters = letters;
    const most = literals.reduce((sum, text) => sum + text.length, 1);
    const moves = new Int32Array(most * letters);
    const ends = new Int32Array(most).fill(-1);
    let states = 1;
    for (const [number, text] of literals.entries()) {
      let state = 0;
      for (let at = 0; at < text.length; at++) {
        const move = state * letters + this.#letter(text.charCodeAt(at));
        if (moves[move] === 0) moves[move] = states++;
        state = moves[move] ?? 0;
      }
      ends[state] = number;
    }
    this.#moves = moves.slice(0, states * letters);
    this.#ends = ends.slice(0, states);
    this.#shorter = new Int32Array(states);
    this.#writeFailures();
  }

  /**
   * Calls back for every place where a string ends.
   *
   * @param text any text
   * @param found gets the number of the string
   */
  find(text: string, found: (literal: number) => void): void {
    const moves = this.#moves;
    const ends = this.#ends;
    let state = 0;
    for (let at = 0; at < text.length; at++) {
      state = moves[state * this.#letters + this.#letter(text.charCodeAt(at))] ?? 0;
      for (let end = state; end !== 0; end = this.#shorter[end] ?? 0) {
        const literal = ends[end] ?? -1;
        if (literal >= 0) found(literal);
      }
    }
  }

  #letter(code: number): number {
    return this.#letterOf[code] ?? 0;
  }

  #writeFailures(): void {
    const letters = this.#letters;
    const moves = this.#moves;
    const failure = new Int32Array(this.#ends.length);
    const queue: number[] = [0];
    for (let at = 0; at < queue.length; at++) {
      const state = queue[at] ?? 0;
      const back = failure[state] ?? 0;
      this.#shorter[state] = (this.#ends[back] ?? -1) >= 0 ? back : (this.#shorter[back] ?? 0);
      for (let letter = 1; letter < letters; letter++) {
        const move = state * letters + letter;
        const next = moves[move] ?? 0;
        const fallback = state === 0 ? 0 : (moves[back * letters + letter] ?? 0);
        if (next === 0) moves[move] = fallback;
        else {
          failure[next] = fallback;
          queue.push(next);
        }
      }
    }
  }
}
