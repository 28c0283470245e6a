/** Chooses among prepared words those that were not used in the conversation yet. */
export class Repertoire {
  readonly #said: string;
  readonly #random: () => number;

  /**
   * @param said The replies so far.
   * @param random Numbers in [0, 1).
   */
  constructor(said: readonly string[], random: () => number) {
    this.#said = said.join("\n");
    this.#random = random;
  }

  /** One that was not used yet; `undefined` when all were. */
  fresh(options: readonly string[]): string | undefined {
    return this.#oneOf(options.filter((option) => this.#uses(option) === 0));
  }

  /** The first that was not used yet; `undefined` when all were. */
  next(options: readonly string[]): string | undefined {
    return options.find((option) => this.#uses(option) === 0);
  }

  /** One of those used least. */
  leastUsed(options: readonly string[]): string {
    const uses = options.map((option) => this.#uses(option));
    const least = Math.min(...uses);
    return this.#oneOf(options.filter((_, index) => uses[index] === least)) ?? "";
  }

  /** True so often, in [0, 1]. */
  happens(share: number): boolean {
    return this.#random() < share;
  }

  /** A number in [0, 1) to sort by. */
  order(): number {
    return this.#random();
  }

  /** How often the fixed words of an option were said. */
  #uses(option: string): number {
    const fixed = option
      .split(/\{\w+\}/)
      .reduce((longest, part) => (part.length > longest.length ? part : longest), "")
      .trim();
    return fixed.length < 4 ? 0 : this.#said.split(fixed).length - 1;
  }

  #oneOf(options: readonly string[]): string | undefined {
    return options[Math.floor(this.#random() * options.length)];
  }
}
