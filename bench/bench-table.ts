/** One table of the bench: what was compared, row by row, and how to read it. */
export interface BenchTable {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Sentences below the table: what was measured, and what a ratio means. */
  readonly notes: readonly string[];
}

/** The table as Markdown: readable in a terminal as it stands. */
export function formatBenchTable({ title, columns, rows, notes }: BenchTable): string {
  const widths = columns.map((column, index) =>
    Math.max(column.length, ...rows.map((row) => (row[index] ?? "").length)),
  );
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, index) => (index === 0 ? cell.padEnd(widths[index] ?? 0) : cell.padStart(widths[index] ?? 0))).join(" | ")} |`;
  const rule = `| ${widths.map((width, index) => (index === 0 ? "-".repeat(width) : `${"-".repeat(Math.max(1, width - 1))}:`)).join(" | ")} |`;
  return [
    `## ${title}`,
    "",
    line(columns),
    rule,
    ...rows.map(line),
    "",
    ...notes.map((note) => `${note}\n`),
  ].join("\n");
}
