/** Mean squares of a table of units by raters, one rating in each cell. */
export interface MeanSquares {
  readonly units: number;
  readonly raters: number;
  /** Between units. */
  readonly rows: number;
  /** Between raters. */
  readonly columns: number;
  /** What is left after both. */
  readonly error: number;
  /** Within units. */
  readonly within: number;
  /** Below this a mean square is rounding, not variance. */
  readonly rounding: number;
}

/** Two-way analysis of variance without repeats (Shrout and Fleiss 1979, table 1), over chosen rows of a table. */
export function twoWayMeanSquares(
  { cells, columns: k }: { readonly cells: readonly number[]; readonly columns: number },
  chosen: ArrayLike<number>,
): MeanSquares {
  const n = chosen.length;
  const rowMeans = new Float64Array(n);
  const columnMeans = new Float64Array(k);
  let mean = 0;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < k; j++) {
      const cell = cells[(chosen[i] as number) * k + j] as number;
      rowMeans[i] = (rowMeans[i] as number) + cell / k;
      columnMeans[j] = (columnMeans[j] as number) + cell / n;
      mean += cell / (n * k);
    }
  }
  let within = 0;
  let error = 0;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < k; j++) {
      const cell = cells[(chosen[i] as number) * k + j] as number;
      within += (cell - (rowMeans[i] as number)) ** 2;
      error += (cell - (rowMeans[i] as number) - (columnMeans[j] as number) + mean) ** 2;
    }
  }
  let size = 0;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < k; j++)
      size = Math.max(size, Math.abs(cells[(chosen[i] as number) * k + j] as number));
  }
  const squares = (means: Float64Array): number => means.reduce((sum, m) => sum + (m - mean) ** 2, 0);
  return {
    units: n,
    raters: k,
    rows: (k * squares(rowMeans)) / (n - 1),
    columns: (n * squares(columnMeans)) / (k - 1),
    error: error / ((n - 1) * (k - 1)),
    within: within / (n * (k - 1)),
    rounding: n * k * (size * Number.EPSILON) ** 2,
  };
}
