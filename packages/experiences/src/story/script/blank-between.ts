/** Signs that open and close what is not read. */
export interface Fence {
  readonly open: RegExp;
  readonly close: string;
}

/**
 * A text in which all that lies between such signs is blank, so that every other sign keeps its place.
 *
 * @param fences whose `open` are global; they are looked for from the text's beginning on, and never within each other
 * @returns `openAt` is where one opens that does not close; from there on nothing is made blank
 */
export function blankBetween(
  text: string,
  fences: readonly Fence[],
): { readonly text: string; readonly openAt?: number } {
  const parts: string[] = [];
  let from = 0;
  for (;;) {
    let first: { readonly at: number; readonly end: number; readonly close: string } | undefined;
    for (const { open, close } of fences) {
      open.lastIndex = from;
      const found = open.exec(text);
      if (found !== null && (first === undefined || found.index < first.at))
        first = { at: found.index, end: found.index + found[0].length, close };
    }
    if (first === undefined) return { text: parts.join("") + text.slice(from) };
    const closeAt = text.indexOf(first.close, first.end);
    if (closeAt < 0) return { text: parts.join("") + text.slice(from), openAt: first.at };
    const to = closeAt + first.close.length;
    parts.push(text.slice(from, first.at), blank(text.slice(first.at, to)));
    from = to;
  }
}

/** Spaces in the place of all but line ends. */
export function blank(text: string): string {
  return text.replace(/[^\r\n]/gu, " ");
}
