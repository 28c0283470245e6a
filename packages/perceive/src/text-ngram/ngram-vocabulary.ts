/** Steps of one in which an n-gram's rarity is kept, so that it fits a byte. */
export const RARITY_STEPS = 16;

/** The n-grams a model knows: their hashes, and how rare each is. */
export interface NgramTable {
  readonly hashes: Uint32Array;
  /** Smoothed inverse document frequency, `ln((1 + texts) / (1 + texts with it)) + 1`, in 1/16 (0 to 255). */
  readonly rarities: Uint8Array;
}

const EMPTY = -1;

/** Finds the column of an n-gram by its hash, without making garbage (open addressing, linear probing). */
export class NgramVocabulary {
  readonly size: number;
  /** Weight of each column before normalisation, ≥ 0. */
  readonly rarity: Float32Array;
  readonly #slots: Int32Array;
  readonly #hashes: Uint32Array;
  readonly #mask: number;

  constructor({ hashes, rarities }: NgramTable) {
    this.size = hashes.length;
    this.rarity = Float32Array.from(rarities, (steps) => steps / RARITY_STEPS);
    let slots = 16;
    while (slots < hashes.length * 2) slots *= 2;
    this.#mask = slots - 1;
    this.#hashes = hashes;
    this.#slots = new Int32Array(slots).fill(EMPTY);
    for (let column = 0; column < hashes.length; column++) {
      let slot = (hashes[column] as number) & this.#mask;
      while (this.#slots[slot] !== EMPTY) slot = (slot + 1) & this.#mask;
      this.#slots[slot] = column;
    }
  }

  /** The column of an n-gram, or -1 where the model does not know it. */
  columnOf(hash: number): number {
    let slot = hash & this.#mask;
    for (;;) {
      const column = this.#slots[slot] as number;
      if (column === EMPTY || this.#hashes[column] === hash) return column;
      slot = (slot + 1) & this.#mask;
    }
  }
}
