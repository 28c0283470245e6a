import type { Readable } from "node:stream";

/** The longest line that is read, in UTF-16 units; one message is far shorter. */
export const LONGEST_LINE = 4_000_000;

/** One line, or that it was too long to be kept. */
export type InputLine = { readonly kind: "line"; readonly text: string } | { readonly kind: "too-long" };

/**
 * Reads lines as they come, those of one chunk together, so that they can be worked on as a batch. It never
 * holds more than a chunk and one line. Blank lines and a byte order mark are left out.
 */
export async function* readLines(source: Readable): AsyncGenerator<readonly InputLine[], void, undefined> {
  const decoder = new TextDecoder();
  let rest = "";
  let isSkipping = false;
  const take = (text: string): readonly InputLine[] => {
    const parts = (rest + text).split("\n");
    rest = parts.pop() ?? "";
    const lines = parts.map((part, index): InputLine => {
      const isTail = index === 0 && isSkipping;
      if (index === 0) isSkipping = false;
      return isTail || part.length > LONGEST_LINE ? { kind: "too-long" } : { kind: "line", text: part };
    });
    if (rest.length > LONGEST_LINE) {
      rest = "";
      isSkipping = true;
    }
    return lines.filter((line) => line.kind === "too-long" || line.text.trim() !== "");
  };
  for await (const chunk of source) {
    const lines = take(decoder.decode(chunk as Uint8Array, { stream: true }));
    if (lines.length > 0) yield lines;
  }
  const last = take(`${decoder.decode()}\n`);
  if (last.length > 0) yield last;
}
