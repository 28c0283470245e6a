/**
 * The matches of several patterns as if they were the alternatives of one: from left to right without overlap, where
 * two begin at the same place the earlier pattern's. To leave out patterns that match nowhere changes nothing.
 *
 * @param patterns expressions with the flag "g"
 * @param text any text
 * @returns what `text.matchAll` gives for the one pattern
 */
export function matchesOfChoice(patterns: readonly RegExp[], text: string): readonly RegExpExecArray[] {
  const matches: RegExpExecArray[] = [];
  let waiting = patterns.flatMap((pattern) => nextFrom(0, pattern, text));
  while (waiting.length > 0) {
    const { match } = waiting.reduce((first, other) =>
      other.match.index < first.match.index ? other : first,
    );
    matches.push(match);
    const end = match.index + Math.max(match[0].length, 1);
    waiting = waiting.flatMap((one) => (one.match.index >= end ? one : nextFrom(end, one.pattern, text)));
  }
  return matches;
}

interface Next {
  readonly pattern: RegExp;
  readonly match: RegExpExecArray;
}

function nextFrom(start: number, pattern: RegExp, text: string): Next[] {
  pattern.lastIndex = start;
  const match = pattern.exec(text);
  return match === null ? [] : [{ pattern, match }];
}
