/** Answers of persons (rows) to items (columns), row by row, no cell empty. */
export interface ItemTable {
  readonly cells: readonly number[];
  readonly columns: number;
}

/**
 * The table in one piece, or why a figure of reliability can't be worked out from it.
 *
 * @throws {RangeError} When rows differ in length; `name` is the function that was called.
 */
export function checkedItems(
  name: string,
  rows: readonly (readonly (number | undefined)[])[],
): ItemTable | string {
  const columns = rows[0]?.length ?? 0;
  if (rows.some((row) => row.length !== columns)) {
    throw new RangeError(`${name} needs rows of one length, got different ones`);
  }
  if (rows.length < 2 || columns < 2) {
    return `at least two persons and two items are needed, got ${String(rows.length)} and ${String(columns)}`;
  }
  const cells = rows.flatMap((row) => row.filter((cell) => cell !== undefined));
  if (cells.length !== rows.length * columns)
    return "a cell is empty; leave out such persons, or fill in with care";
  return { cells, columns };
}

/** Sample covariances (divided by n − 1) of the columns, row by row; over chosen rows, all unless told. */
export function covarianceMatrix({ cells, columns: k }: ItemTable, chosen?: ArrayLike<number>): Float64Array {
  const rows = chosen ?? Int32Array.from({ length: cells.length / k }, (_, i) => i);
  const n = rows.length;
  const means = new Float64Array(k);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < k; j++) {
      means[j] = (means[j] as number) + (cells[(rows[i] as number) * k + j] as number) / n;
    }
  }
  const covariance = new Float64Array(k * k);
  for (let i = 0; i < n; i++) {
    for (let a = 0; a < k; a++) {
      const fromMean = (cells[(rows[i] as number) * k + a] as number) - (means[a] as number);
      for (let b = 0; b <= a; b++) {
        const other = (cells[(rows[i] as number) * k + b] as number) - (means[b] as number);
        covariance[a * k + b] = (covariance[a * k + b] as number) + (fromMean * other) / (n - 1);
      }
    }
  }
  for (let a = 0; a < k; a++) {
    for (let b = 0; b < a; b++) covariance[b * k + a] = covariance[a * k + b] as number;
  }
  return covariance;
}
