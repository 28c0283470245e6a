import { type CategoryId, isCategoryId, labelSetById } from "@openempathic/affect";

/** A label's first category in the crosswalk, and how much of the label goes there. */
export interface LabelCategory {
  readonly category: CategoryId;
  readonly weight: number;
}

/** For each label, the category that most of it goes to; `undefined` for labels that no category means. */
export function mainCategories(
  labels: readonly string[],
  labelSet: string,
): readonly (LabelCategory | undefined)[] {
  const rows = new Map(labelSetById(labelSet).labels.map((row) => [row.label, row]));
  return labels.map((label) => {
    const row = rows.get(label);
    if (row === undefined || !("weights" in row)) return undefined;
    let main: LabelCategory | undefined;
    for (const [category, weight] of Object.entries(row.weights)) {
      if (isCategoryId(category) && weight > (main?.weight ?? 0)) main = { category, weight };
    }
    return main;
  });
}

/** The categories that any of these labels speaks for. */
export function categoriesOf(labels: readonly string[], labelSet: string): readonly CategoryId[] {
  const found = new Set<CategoryId>();
  for (const row of labelSetById(labelSet).labels) {
    if (!labels.includes(row.label) || !("weights" in row)) continue;
    for (const category of Object.keys(row.weights)) if (isCategoryId(category)) found.add(category);
  }
  return [...found];
}
