import { type ContextPieces, contextPieces, MOST_MESSAGE_PIECES, PART } from "./message-row.ts";
import type { TextSignal } from "../perceiver.ts";
import { PieceVocabulary } from "./piece-vocabulary.ts";
import { tokenise } from "./tokenise.ts";

/** One row as the network takes it: the message's pieces, then those of the turns before it, and what each is part of. */
export interface TextMiniPieces {
  readonly pieces: readonly number[];
  readonly parts: readonly number[];
}

/**
 * Cuts messages as the perceiver does, for training: what the network learns from is what it will read. Whoever calls it
 * masks the people in them ({@link maskPeople}). Of a message
 * of more than 128 pieces the first 128 are taken; the perceiver reads the rest in further rows.
 *
 * @param vocabularyJson The text of models/text-mini/vocabulary.json.
 * @throws {ModelFormatError} For a vocabulary that is none.
 */
export function openTextMiniPieces(
  vocabularyJson: string,
): (message: Pick<TextSignal, "text" | "context">) => TextMiniPieces {
  const vocabulary = new PieceVocabulary(vocabularyJson);
  return ({ text, context }) => {
    const own = tokenise(vocabulary, text).ids.slice(0, MOST_MESSAGE_PIECES);
    const before: ContextPieces = contextPieces(vocabulary, context, (turn) => turn);
    return {
      pieces: [...own, ...before.ids],
      parts: [...own.map(() => PART.message), ...before.parts],
    };
  };
}
