import { blank, blankBetween } from "../script/blank-between.ts";

/**
 * An ink source with its comments made blank, so that every other sign keeps its place. `TODO:` lines are comments, too.
 *
 * @returns `openAt` is where a comment begins that does not end
 */
export function blankComments(source: string): { readonly text: string; readonly openAt?: number } {
  // What is behind `//` is blank first: a `/*` in it opens nothing.
  const lines = source.replace(/\/\/[^\r\n]*|^[ \t]*TODO\b[^\r\n]*/gmu, blank);
  return blankBetween(lines, [{ open: /\/\*/gu, close: "*/" }]);
}
