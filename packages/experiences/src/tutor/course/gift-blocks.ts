/** One question of a GIFT file as it stands there, with the line on which it begins and the category it is under. */
export interface GiftBlock {
  readonly line: number;
  readonly text: string;
  readonly category: string;
}

/** The questions of a GIFT file, and the lines on which a category has no name. */
export interface GiftBlocks {
  readonly blocks: readonly GiftBlock[];
  readonly namelessCategories: readonly number[];
}

/** Cuts a GIFT file at its empty lines; comments are left out, a category holds until the next. */
export function giftBlocks(text: string, firstCategory: string): GiftBlocks {
  const blocks: GiftBlock[] = [];
  const namelessCategories: number[] = [];
  let category = firstCategory;
  let open: { readonly line: number; readonly lines: string[] } | undefined;
  const close = (): void => {
    if (open !== undefined) blocks.push({ line: open.line, text: open.lines.join("\n"), category });
    open = undefined;
  };
  for (const [index, line] of text.split(/\r\n|\r|\n/u).entries()) {
    const said = /^\s*\$CATEGORY:(.*)$/iu.exec(line);
    if (said !== null) {
      close();
      const name = categoryName(said[1] ?? "");
      if (name === "") namelessCategories.push(index + 1);
      else category = name;
    } else if (line.trim() === "") {
      close();
    } else if (!line.trimStart().startsWith("//")) {
      open ??= { line: index + 1, lines: [] };
      open.lines.push(line);
    } else if (open !== undefined) {
      // A comment in the middle keeps its place, so that the lines of faults are right.
      open.lines.push("");
    }
  }
  close();
  return { blocks, namelessCategories };
}

/** The last part of Moodle's path, without its `$course$/top/`. */
function categoryName(path: string): string {
  const parts = path
    .trim()
    .split("/")
    .map((part) => part.trim());
  return parts.filter((part) => part !== "" && !/^\$\w+\$$|^top$/u.test(part)).at(-1) ?? "";
}
