/**
 * The JSON in what a language model wrote: the whole text, what stands in a fence, or from the first bracket to the
 * last. `undefined` where none of these is JSON. The value is wrapped, since JSON can be `null`.
 */
export function jsonIn(text: string): { readonly value: unknown } | undefined {
  const fenced = /```[a-z]*\s*\n([\s\S]*?)\n\s*```/u.exec(text)?.[1];
  const begin = text.search(/[{[]/u);
  const end = Math.max(text.lastIndexOf("}"), text.lastIndexOf("]"));
  const bracketed = begin >= 0 && end > begin ? text.slice(begin, end + 1) : undefined;
  for (const candidate of [text, fenced, bracketed]) {
    if (candidate === undefined) continue;
    try {
      return { value: JSON.parse(candidate) as unknown };
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
    }
  }
  return undefined;
}
