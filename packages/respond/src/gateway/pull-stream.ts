/**
 * A response body that is made only as fast as it is read: the next piece is asked for when the last one is taken.
 *
 * @param pieces - the body's pieces.
 * @param onCancel - called when the reader goes away before the end; it must make `pieces` end.
 */
export function pullStream(
  pieces: AsyncGenerator<string | Uint8Array>,
  onCancel: () => void,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const next = await pieces.next();
        if (next.done === true) controller.close();
        else controller.enqueue(typeof next.value === "string" ? encoder.encode(next.value) : next.value);
      },
      async cancel() {
        onCancel();
        // A generator that waits for the upstream ends by the abort; its error has nobody left to read it.
        await pieces.return(undefined).catch(() => undefined);
      },
    },
    { highWaterMark: 0 },
  );
}
