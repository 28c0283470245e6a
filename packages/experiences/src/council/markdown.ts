/** Somebody's words inside a line of Markdown: on one line, and none of their signs taken for Markdown's. */
export function plain(text: string): string {
  return text
    .trim()
    .replace(/\s+/gu, " ")
    .replace(/[\\`*_[\]<>#|~]/gu, (sign) => `\\${sign}`);
}

/** Somebody's words as a quotation, with their lines kept. */
export function quoted(text: string): string {
  return text
    .trim()
    .split(/\r?\n/u)
    .map((line) => (line.trim() === "" ? ">" : `> ${plain(line)}`))
    .join("\n");
}

/** A list; empty lines are left out, and a list of nothing is nothing. */
export function bullets(lines: readonly string[]): string {
  return lines
    .filter((line) => line !== "")
    .map((line) => `- ${line}`)
    .join("\n");
}

/** A heading with what stands under it; nothing where nothing does. */
export function section(heading: string, content: string): string {
  return content === "" ? "" : `## ${heading}\n\n${content}`;
}
