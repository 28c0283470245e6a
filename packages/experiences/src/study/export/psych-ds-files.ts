import type { StudyData } from "../analysis/study-data.ts";
import type { Datum } from "../protocol/datum.ts";
import { tableCsv } from "./table.ts";
import type { StudyFile, StudyTable } from "./table.ts";

/**
 * A study's tables as a Psych-DS dataset (psych-ds.github.io): CSV files under data/ whose names are keywords with
 * values, and a description of the dataset as schema.org JSON-LD that names every column of every file.
 */
export function psychDsFiles(data: StudyData, tables: readonly StudyTable[]): readonly StudyFile[] {
  const study =
    data.protocol.title
      .toLowerCase()
      .replace(/[^a-z0-9]+/gu, "")
      .slice(0, 30) || "study";
  const variables = new Map(
    tables.flatMap(({ columns }) => columns.map((column) => [column.name, column] as const)),
  );
  const description = {
    "@context": "https://schema.org/",
    "@type": "Dataset",
    name: data.protocol.title,
    description: `${data.protocol.title}, protocol ${data.protocol.version}, frozen as sha256:${data.hash}.${data.simulated === true ? " All answers are simulated: nobody in it is real." : ""}`,
    version: data.protocol.version,
    identifier: `sha256:${data.hash}`,
    creator: [{ "@type": "Person", name: data.protocol.contact }],
    inLanguage: data.protocol.language,
    variableMeasured: [...variables.values()].map(variableOf),
  };
  return [
    { path: "dataset_description.json", text: `${JSON.stringify(description, null, 2)}\n` },
    ...tables.map((table) => ({
      path: `data/study-${study}_description-${table.name}_data.csv`,
      text: tableCsv(table),
    })),
  ];
}

function variableOf({ name, description, unit, minimum, maximum, levels }: Datum): object {
  return {
    "@type": "PropertyValue",
    name,
    description,
    ...(unit === undefined ? {} : { unitText: unit }),
    ...(minimum === undefined ? {} : { minValue: minimum }),
    ...(maximum === undefined ? {} : { maxValue: maximum }),
    ...(levels === undefined
      ? {}
      : {
          valueReference: levels.map(({ value, label }) => ({
            "@type": "PropertyValue",
            value,
            name: label,
          })),
        }),
  };
}
