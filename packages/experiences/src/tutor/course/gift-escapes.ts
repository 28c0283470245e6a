/** Where a sign first stands without a backslash before it; `undefined` where it does not. */
export function findUnescaped(text: string, sign: string, from = 0): number | undefined {
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === "\\") at += 1;
    else if (text.startsWith(sign, at)) return at;
  }
  return undefined;
}

/** Text as it is meant: `\=` is an equals sign, `\n` a new line. */
export function unescapeGift(text: string): string {
  return text.replace(/\\(.)/gsu, (_, sign: string) => (sign === "n" ? "\n" : sign));
}
