/** Steps of one in which an n-gram's rarity is kept, so that it fits a byte. */
export const RARITY_STEPS = 16;

/** The n-grams a model knows: their hashes, and how rare each is. */
export interface NgramTable {
  readonly hashes: Uint32Array;
  /** Smoothed inverse document frequency, `ln((1 + texts) / (1 + texts with it)) + 1`, in 1/16 (0 to 255). */
  readonly rarities: Uint8Array;
}

const EMPTY = -1;

/**
 * Finds the column of an n-gram by its hash, without making garbage (open addressing, linear probing). Hash and
 * column lie side by side: a text asks for hundreds of them, and what takes the time is the trip to memory.
 */
export class NgramVocabulary {
  readonly size: number;
  /** Weight of each column before normalisation, ≥ 0. */
  readonly rarity: Float32Array;
  /** Hash and column of each slot in turn. */
  readonly #slots: Int32Array;
  readonly #mask: number;

  constructor({ hashes, rarities }: NgramTable) {
    this.size = hashes.length;
    this.rarity = Float32Array.from(rarities, (steps) => steps / RARITY_STEPS);
    let slots = 16;
    while (slots < hashes.length * 1.6) slots *= 2;
    this.#mask = slots - 1;
    this.#slots = new Int32Array(2 * slots).fill(EMPTY);
    for (let column = 0; column < hashes.length; column++) {
      const hash = hashes[column] as number;
      let slot = hash & this.#mask;
      while (this.#slots[2 * slot + 1] !== EMPTY) slot = (slot + 1) & this.#mask;
      this.#slots[2 * slot] = hash | 0;
      this.#slots[2 * slot + 1] = column;
    }
  }

  /** The column of an n-gram, or -1 where the model does not know it. */
  columnOf(hash: number): number {
    const slots = this.#slots;
    const mask = this.#mask;
    const key = hash | 0;
    let slot = hash & mask;
    for (;;) {
      const column = slots[2 * slot + 1] as number;
      if (column === EMPTY || slots[2 * slot] === key) return column;
      slot = (slot + 1) & mask;
    }
  }
}
