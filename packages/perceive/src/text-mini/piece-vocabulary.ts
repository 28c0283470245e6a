import { ModelFormatError } from "../model/model-format-error.ts";

/** The piece for characters that no piece of the vocabulary covers. */
export const UNKNOWN_PIECE = 0;

/** The first entries are the unknown piece and control symbols: no text is cut into them. */
const RESERVED_PIECES = 6;

/** So many nodes at most share one number of a look-up key with one UTF-16 code unit. */
const UNITS = 65_536;

/**
 * The pieces of words that the model reads, with the logarithm of how likely each is (a unigram language model:
 * Kudo 2018, doi:10.18653/v1/P18-1007). Pieces are found unit by unit along a trie.
 */
export class PieceVocabulary {
  readonly size: number;
  /** Natural logarithm of each piece's probability, ≤ 0. */
  readonly logProbabilities: Float64Array;
  /** The piece that ends at each node of the trie, or -1. */
  readonly #pieceAt: Int32Array;
  readonly #children = new Map<number, number>();

  /**
   * @param json The text of models/text-mini/vocabulary.json: a list of pairs of piece and log-probability.
   * @throws {ModelFormatError} For anything else.
   */
  constructor(json: string) {
    const entries = readEntries(json);
    this.size = entries.length;
    this.logProbabilities = Float64Array.from(entries, ([, logProbability]) => logProbability);
    const ends: number[] = [-1];
    for (const [id, [piece]] of entries.entries()) {
      if (id < RESERVED_PIECES) continue;
      let node = 0;
      for (let k = 0; k < piece.length; k++) {
        const key = node * UNITS + piece.charCodeAt(k);
        let next = this.#children.get(key);
        if (next === undefined) {
          next = ends.length;
          ends.push(-1);
          this.#children.set(key, next);
        }
        node = next;
      }
      // Of a piece that is listed twice the later entry stands, as in the published tokeniser.
      ends[node] = id;
    }
    this.#pieceAt = Int32Array.from(ends);
  }

  /** The node one code unit further than `node` (0 is the root), or -1 where no piece goes on like that. */
  step(node: number, unit: number): number {
    return this.#children.get(node * UNITS + unit) ?? -1;
  }

  /** The piece that ends at a node, or -1. */
  pieceAt(node: number): number {
    return this.#pieceAt[node] as number;
  }
}

function readEntries(json: string): readonly (readonly [string, number])[] {
  let entries: unknown;
  try {
    entries = JSON.parse(json);
  } catch (cause) {
    throw new ModelFormatError("The vocabulary is not JSON.", { cause });
  }
  const isVocabulary =
    Array.isArray(entries) &&
    entries.length > RESERVED_PIECES &&
    entries.every(
      (entry: unknown) =>
        Array.isArray(entry) &&
        typeof entry[0] === "string" &&
        typeof entry[1] === "number" &&
        entry[1] <= 0 &&
        entry[0] !== "",
    );
  if (!isVocabulary) {
    throw new ModelFormatError("The vocabulary is not a list of pairs of piece and log-probability.");
  }
  // The cast is safe: every entry was just looked at.
  return entries as readonly (readonly [string, number])[];
}
