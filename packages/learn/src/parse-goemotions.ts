/** One comment of GoEmotions with the labels that its raters agreed on. */
export interface GoEmotionsRow {
  readonly id: string;
  readonly text: string;
  /** Indices into the 28 labels, in the published order (0 admiration … 27 neutral). */
  readonly labels: readonly number[];
}

const LABEL_COUNT = 28;

/**
 * Reads GoEmotions as published: text, label indices separated by commas, and id, separated by tabs (Demszky et
 * al. 2020, doi:10.18653/v1/2020.acl-main.372).
 *
 * @throws {RangeError} For a line that has not three fields or names a label outside 0 to 27, with its number.
 * @example
 * ```ts
 * import { parseGoEmotions } from "@openempathic/learn";
 *
 * parseGoEmotions("Thank you!\t15\ta1\n")[0]?.labels; // => [15]
 * ```
 */
export function parseGoEmotions(tsv: string): readonly GoEmotionsRow[] {
  const rows: GoEmotionsRow[] = [];
  for (const [index, line] of tsv.split("\n").entries()) {
    if (line.trim() === "") continue;
    const [text, labels, id, ...rest] = line.replace(/\r$/, "").split("\t");
    if (text === undefined || labels === undefined || id === undefined || rest.length > 0) {
      throw new RangeError(
        `parseGoEmotions needs text, labels and id separated by tabs, got ${line.split("\t").length} fields in line ${index + 1}`,
      );
    }
    const indices = labels.split(",").map(Number);
    if (!indices.every((label) => Number.isInteger(label) && label >= 0 && label < LABEL_COUNT)) {
      throw new RangeError(
        `parseGoEmotions needs label indices from 0 to ${LABEL_COUNT - 1}, got "${labels}" in line ${index + 1}`,
      );
    }
    rows.push({ id, text, labels: indices });
  }
  return rows;
}
