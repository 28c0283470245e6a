import type { CheckFinding } from "../check.ts";

/** What the check lets through: text, and what it found on the way. */
export type CheckedPiece =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "finding"; readonly finding: CheckFinding };

/** The check of one text that comes in pieces, as something to push into. */
export interface SentenceGate {
  /** Hands over the next piece; resolves with what may be shown now, perhaps nothing yet. */
  push(text: string): Promise<readonly CheckedPiece[]>;
  /** Says that the text is complete; resolves with the rest. */
  end(): Promise<readonly CheckedPiece[]>;
}

/**
 * Turns a check that reads a stream into one that is fed: whoever forwards somebody else's stream must know, after
 * each piece, what of it may be shown, and must not read on while the check is busy.
 *
 * @param check - reads the source and yields what may be shown; it takes the next piece only when it is done with
 *   the last.
 */
export function openSentenceGate(
  check: (source: AsyncIterable<string>) => AsyncIterable<CheckedPiece>,
): SentenceGate {
  let released: CheckedPiece[] = [];
  let waiting: Deferred<IteratorResult<string>> | undefined;
  let settled = deferred<undefined>();
  let failure: { readonly error: unknown } | undefined;
  const source: AsyncIterable<string> = {
    [Symbol.asyncIterator]: () => ({
      next: () => {
        waiting = deferred();
        settled.resolve(undefined);
        return waiting.promise;
      },
      return: () => Promise.resolve({ done: true, value: undefined }),
    }),
  };
  const run = async (): Promise<void> => {
    for await (const piece of check(source)) released.push(piece);
  };
  void run()
    .catch((error: unknown) => {
      failure = { error };
    })
    .finally(() => settled.resolve(undefined));
  const give = async (result: IteratorResult<string>): Promise<readonly CheckedPiece[]> => {
    await settled.promise;
    if (waiting !== undefined) {
      settled = deferred();
      const taker = waiting;
      waiting = undefined;
      taker.resolve(result);
      await settled.promise;
    }
    if (failure !== undefined) throw failure.error;
    const pieces = released;
    released = [];
    return pieces;
  };
  return {
    push: (text) => give({ done: false, value: text }),
    end: () => give({ done: true, value: undefined }),
  };
}

interface Deferred<T> {
  readonly promise: Promise<T>;
  resolve(value: T): void;
}

function deferred<T>(): Deferred<T> {
  let settle: (value: T) => void = () => undefined;
  const promise = new Promise<T>((resolve) => {
    settle = resolve;
  });
  return { promise, resolve: settle };
}
