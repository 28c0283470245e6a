import type { TextSignal } from "../perceiver.ts";
import type { TextWindow } from "../text/text-windows.ts";
import type { PieceVocabulary } from "./piece-vocabulary.ts";
import { type Pieces, tokenise } from "./tokenise.ts";

/** At most so many pieces of a message are read at once. */
export const MOST_MESSAGE_PIECES = 128;

/** And so many of the turns before it. */
export const MOST_CONTEXT_PIECES = 64;

/** What a piece is part of; 0 is nothing, where a shorter row is filled up. */
export const PART = { message: 1, otherTurn: 2, ownTurn: 3 } as const;

/** One row of the network's input: a piece of a message, and the turns before it. */
export interface MessageRow {
  readonly ids: readonly number[];
  readonly parts: readonly number[];
  /** How many of the pieces are the message's; they come first. */
  readonly messagePieces: number;
  /** Where each of the message's pieces stands in the text. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** The pieces of the turns before a message, with what each is part of. */
export interface ContextPieces {
  readonly ids: readonly number[];
  readonly parts: readonly number[];
}

/** Of a long earlier turn its end is read: more units than the pieces that are kept have. */
const CONTEXT_UNITS = 1_024;

/**
 * The turns before a message in the order they were said, the most recent pieces kept.
 *
 * @param mask Puts stand-ins for people into as much of a turn as is read.
 */
export function contextPieces(
  vocabulary: PieceVocabulary,
  context: TextSignal["context"],
  mask: (text: string) => string,
): ContextPieces {
  let ids: number[] = [];
  let parts: number[] = [];
  for (const { role, text } of (context ?? []).toReversed()) {
    const turn = tokenise(vocabulary, mask(text.slice(-CONTEXT_UNITS))).ids;
    const part = role === "person" ? PART.ownTurn : PART.otherTurn;
    ids = [...turn, ...ids];
    parts = [...turn.map(() => part), ...parts];
    if (ids.length >= MOST_CONTEXT_PIECES) break;
  }
  return { ids: ids.slice(-MOST_CONTEXT_PIECES), parts: parts.slice(-MOST_CONTEXT_PIECES) };
}

/**
 * A window of a message as rows for the network: one, or several about equally long where it has more than
 * {@link MOST_MESSAGE_PIECES} pieces; none where it has no piece at all. The context goes with each.
 */
export function messageRows(
  vocabulary: PieceVocabulary,
  {
    text,
    window,
    context,
  }: { readonly text: string; readonly window: TextWindow; readonly context: ContextPieces },
): readonly MessageRow[] {
  const pieces = tokenise(vocabulary, text, window);
  const count = Math.ceil(pieces.ids.length / MOST_MESSAGE_PIECES);
  const length = Math.ceil(pieces.ids.length / count);
  return Array.from({ length: count }, (_, index) =>
    rowOf(pieces, { from: index * length, to: (index + 1) * length }, context),
  );
}

function rowOf(
  pieces: Pieces,
  { from, to }: { readonly from: number; readonly to: number },
  context: ContextPieces,
): MessageRow {
  const own = pieces.ids.slice(from, to);
  return {
    ids: [...own, ...context.ids],
    parts: [...own.map(() => PART.message), ...context.parts],
    messagePieces: own.length,
    starts: pieces.starts.slice(from, to),
    ends: pieces.ends.slice(from, to),
  };
}
