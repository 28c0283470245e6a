const LABEL = /^(\p{Lu}[\p{L}\p{N}'’._-]*(?: [\p{L}\p{N}'’._-]+){0,2}|\p{Lo}[\p{L}\p{N}]*)\s?:\s+(?=\S)/u;
const LONGEST = 40;

/**
 * Who says a line that begins with a name and a colon, as ink, Twine and Yarn writers have it; the name has at most three
 * words and begins with a capital. `undefined` for a line that is told.
 *
 * @returns the name, and how many UTF-16 units come before what is said
 */
export function speakerOf(text: string): { readonly speaker: string; readonly length: number } | undefined {
  const found = LABEL.exec(text);
  const speaker = found?.[1];
  if (found === null || speaker === undefined || speaker.length > LONGEST) return undefined;
  return { speaker, length: found[0].length };
}
