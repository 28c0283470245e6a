import type { ScriptPlace } from "./script.ts";

/** One line of a source. */
export interface SourceLine {
  /** Where it begins, in UTF-16 units. */
  readonly start: number;
  /** Without its line end. */
  readonly text: string;
}

/** A source in lines. Ends of lines may be those of Windows, Unix or old Macs; a byte order mark is left out. */
export function sourceLines(source: string): readonly SourceLine[] {
  const lines: SourceLine[] = [];
  let start = source.startsWith("\ufeff") ? 1 : 0;
  for (const { index, 0: end } of source.matchAll(/\r\n|\r|\n/gu)) {
    lines.push({ start, text: source.slice(start, index) });
    start = index + end.length;
  }
  lines.push({ start, text: source.slice(start) });
  return lines;
}

/** The place of an offset, by the lines of its source. */
export function placeIn(lines: readonly SourceLine[], offset: number): ScriptPlace {
  let low = 0;
  let high = lines.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lines[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: Math.max(0, offset - (lines[low]?.start ?? 0)) + 1, offset };
}
