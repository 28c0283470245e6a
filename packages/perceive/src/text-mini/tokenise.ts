import { normaliseText } from "./normalise-text.ts";
import { type PieceVocabulary, UNKNOWN_PIECE } from "./piece-vocabulary.ts";

/** A text in pieces. */
export interface Pieces {
  readonly ids: readonly number[];
  /** For each piece its first UTF-16 unit in the original text; spaces belong to no piece. */
  readonly starts: readonly number[];
  /** One past its last unit; the same as the first for a piece that is nothing but the start of a word. */
  readonly ends: readonly number[];
}

/**
 * Cuts a text into the likeliest sequence of pieces: SentencePiece's unigram segmentation by the Viterbi algorithm
 * (Kudo 2018, doi:10.18653/v1/P18-1007), in the variant of the tokeniser published with the Universal Sentence
 * Encoder lite. A character at which no piece begins is the unknown piece, at no cost, and neighbouring unknown
 * pieces are one. Of two ways of the same likelihood the one whose last piece is shorter stands. How a text is
 * prepared is written at {@link normaliseText}.
 *
 * @param part UTF-16 offsets of the part to read; the whole text unless given.
 */
export function tokenise(
  vocabulary: PieceVocabulary,
  text: string,
  part = { start: 0, end: text.length },
): Pieces {
  const normalised = normaliseText(text, part.start, part.end);
  const { bestPiece, lengths } = likeliest(vocabulary, normalised.text);
  const ids: number[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  for (let end = normalised.text.length; end > 0;) {
    const id = bestPiece[end] as number;
    const start = end - (lengths[end] as number);
    if (id === UNKNOWN_PIECE && ids.at(-1) === UNKNOWN_PIECE) {
      starts[starts.length - 1] = normalised.starts[start] as number;
    } else {
      ids.push(id);
      starts.push(normalised.starts[start] as number);
      ends.push(normalised.ends[end - 1] as number);
    }
    end = start;
  }
  return { ids: ids.reverse(), starts: starts.reverse(), ends: ends.reverse() };
}

/** For each place in the text the last piece of the likeliest way to it, and that piece's length in units. */
function likeliest(
  vocabulary: PieceVocabulary,
  text: string,
): { readonly bestPiece: Int32Array; readonly lengths: Int32Array } {
  const score = new Float64Array(text.length + 1).fill(-Infinity);
  const bestPiece = new Int32Array(text.length + 1);
  const lengths = new Int32Array(text.length + 1);
  score[0] = 0;
  for (let start = 0; start < text.length; start++) {
    const before = score[start] as number;
    // Inside a surrogate pair nothing begins.
    if (before === -Infinity) continue;
    let node = 0;
    let isKnown = false;
    for (let end = start; end < text.length;) {
      node = vocabulary.step(node, text.charCodeAt(end));
      if (node < 0) break;
      end += 1;
      const id = vocabulary.pieceAt(node);
      if (id < 0) continue;
      isKnown = true;
      const through = before + (vocabulary.logProbabilities[id] as number);
      if (through >= (score[end] as number)) {
        score[end] = through;
        bestPiece[end] = id;
        lengths[end] = end - start;
      }
    }
    if (isKnown) continue;
    const end = start + ((text.codePointAt(start) as number) > 0xffff ? 2 : 1);
    if (before >= (score[end] as number)) {
      score[end] = before;
      bestPiece[end] = UNKNOWN_PIECE;
      lengths[end] = end - start;
    }
  }
  return { bestPiece, lengths };
}
