/**
 * The beginning of somebody's words on one line: whole sentences as far as they go into `most` letters, else whole words
 * with an ellipsis.
 *
 * @example
 * ```ts
 * import { excerpt } from "@openempathic/experiences";
 *
 * excerpt("I baked. It was a cake with plums for Ana.", 12); // => "I baked."
 * excerpt("I baked a cake with plums for Ana.", 12); // => "I baked a …"
 * ```
 */
export function excerpt(text: string, most: number): string {
  const line = text.trim().replace(/\s+/gu, " ");
  if (Array.from(line).length <= most) return line;
  const sentences = line.match(/[^.!?…]*[.!?…]+["”“’)\]]*\s*/gu) ?? [];
  let whole = "";
  for (const sentence of sentences) {
    if (Array.from(`${whole}${sentence}`.trimEnd()).length > most) break;
    whole += sentence;
  }
  if (whole !== "") return whole.trimEnd();
  const letters = Array.from(line)
    .slice(0, most - 2)
    .join("");
  const end = letters.lastIndexOf(" ");
  return `${end > 0 ? letters.slice(0, end) : letters} …`;
}
