import { taskData } from "../protocol/task-data.ts";
import type { StudyProtocol } from "../protocol/protocol.ts";
import type { Datum } from "../protocol/datum.ts";
import { textColumn } from "./frame-columns.ts";
import type { StudyTable, TableRow } from "./table.ts";

/**
 * The codebook of a study's tables: for every column what it is, how its numbers may be read, its unit, what 0 means and
 * which values it can have. It is made from the declarations by which answers were taken, so the two cannot differ.
 */
export function codebook(tables: readonly StudyTable[], protocol: StudyProtocol): StudyTable {
  const samplingData = (protocol.sampling?.tasks ?? []).flatMap((task) =>
    taskData(task).map((datum) => ({ ...datum, name: `${task.id}_${datum.name}` })),
  );
  return {
    name: "codebook",
    description: "One row for each column of each table.",
    columns: [
      textColumn(
        "table",
        "The table that has the column; “responses” also has the data of experience sampling.",
      ),
      textColumn("column", "The name of the column, or task_datum for values in long form."),
      textColumn("description", "What it is."),
      textColumn("level", "How numbers may be read: nominal, ordinal, interval, ratio; text for words."),
      textColumn("unit", "The unit; empty where there is none."),
      textColumn("zero", "What 0 means: none (there is no 0), absence, middle, lower-end."),
      textColumn("minimum", "The lowest possible value."),
      textColumn("maximum", "The highest possible value."),
      textColumn("values", "The only values there are, with their words."),
      textColumn("missing", "How a value that was not given stands in the file."),
    ],
    rows: [
      ...tables.flatMap(({ name, columns }) => columns.map((column) => rowOf(name, column))),
      ...samplingData.map((column) => rowOf("responses", column)),
    ],
  };
}

function rowOf(table: string, column: Datum): TableRow {
  const { name, description, level, unit, zero, minimum, maximum, levels } = column;
  const row: Record<string, string> = { table, column: name, description, level, zero, missing: "empty" };
  if (unit !== undefined) row["unit"] = unit;
  if (minimum !== undefined) row["minimum"] = String(minimum);
  if (maximum !== undefined) row["maximum"] = String(maximum);
  if (levels !== undefined)
    row["values"] = levels.map(({ value, label }) => `${String(value)} = ${label}`).join(" | ");
  return row;
}
