import type { StudyData } from "../analysis/study-data.ts";
import type { Datum } from "../protocol/datum.ts";
import { columnsOf, participantTable } from "./participant-table.ts";
import { responseTable } from "./long-tables.ts";
import { tableTsv } from "./table.ts";
import type { StudyFile, StudyTable } from "./table.ts";

/** The version of the Brain Imaging Data Structure that is written. */
const BIDS_VERSION = "1.9.0";

/**
 * A study as a BIDS dataset (Gorgolewski and others 2016, doi:10.1038/sdata.2016.44; measurement tools by section
 * "Phenotypic and assessment data"): one file for each questionnaire or other measure under phenotype/, and each
 * participant's answers in the order in which they gave them under sub-…/beh/.
 */
export function bidsFiles(data: StudyData): readonly StudyFile[] {
  const participants = participantTable(data);
  const rows = participants.rows.map((row) => ({
    ...row,
    participant_id: `sub-${String(row["participant_id"])}`,
  }));
  const of = (names: ReadonlySet<string>): StudyTable => ({
    ...participants,
    columns: participants.columns.filter(({ name }) => names.has(name)),
    rows,
  });
  const who = new Set(["participant_id", "number", "arm", "status", "consent_version"]);
  const measured = data.protocol.tasks.filter(({ kind }) => kind !== "page");
  return [
    { path: "dataset_description.json", text: json(description(data)) },
    { path: "README", text: readme(data) },
    { path: "participants.tsv", text: tableTsv(of(who)) },
    { path: "participants.json", text: json(sidecar(of(who).columns)) },
    ...measured.flatMap((task) => {
      const columns = columnsOf(task);
      const table = of(new Set(["participant_id", ...columns.map(({ name }) => name)]));
      const tool =
        task.kind === "questionnaire"
          ? {
              Description: task.instrument.name,
              TermURL: doiOf(task.instrument.citation),
              License: task.instrument.licence,
            }
          : { Description: task.title };
      return [
        { path: `phenotype/${task.id}.tsv`, text: tableTsv(table) },
        {
          path: `phenotype/${task.id}.json`,
          text: json({ MeasurementToolMetadata: tool, ...sidecar(columns) }),
        },
      ];
    }),
    ...behaviour(data),
  ];
}

function behaviour(data: StudyData): readonly StudyFile[] {
  const responses = responseTable(data);
  const columns = responses.columns.filter(({ name }) => name !== "participant_id");
  const everybody = data.records.filter(({ run }) => run !== undefined).map(({ code }) => code);
  return [
    { path: "task-study_beh.json", text: json({ TaskName: "study", ...sidecar(columns) }) },
    ...everybody.map((code) => ({
      path: `sub-${code}/beh/sub-${code}_task-study_beh.tsv`,
      text: tableTsv({
        ...responses,
        columns,
        rows: responses.rows.filter((row) => row["participant_id"] === code),
      }),
    })),
  ];
}

function description({ protocol, hash }: StudyData): object {
  return {
    Name: protocol.title,
    BIDSVersion: BIDS_VERSION,
    DatasetType: "raw",
    Authors: [protocol.contact],
    ...(protocol.ethics === "" ? {} : { EthicsApprovals: [protocol.ethics] }),
    HowToAcknowledge: `Protocol ${protocol.version}, sha256:${hash}`,
  };
}

function readme({ protocol, hash, simulated }: StudyData): string {
  const warning = simulated === true ? "Nobody in these files is real: all answers are simulated.\n\n" : "";
  return `${warning}${protocol.title}\n\nA study with the protocol in version ${protocol.version}, frozen before its first participant as\nsha256:${hash}\n\nEvery measure is under phenotype/, with its declaration beside it. Each participant's answers in the order in which\nthey were given are under sub-<code>/beh/. The codes were made at random for this study.\n`;
}

/** The declarations of columns, as BIDS has them. */
function sidecar(columns: readonly Datum[]): Readonly<Record<string, object>> {
  return Object.fromEntries(
    columns.map(({ name, description: words, unit, levels, minimum, maximum, level, zero }) => [
      name,
      {
        Description: words,
        ...(unit === undefined ? {} : { Units: unit }),
        ...(levels === undefined
          ? {}
          : { Levels: Object.fromEntries(levels.map(({ value, label }) => [String(value), label])) }),
        ...(minimum === undefined ? {} : { Minimum: minimum }),
        ...(maximum === undefined ? {} : { Maximum: maximum }),
        MeasurementLevel: level,
        ZeroPoint: zero,
        Derivative: /_(?:score|range)$/u.test(name),
      },
    ]),
  );
}

function doiOf(citation: string): string | undefined {
  const doi = /doi:(10\.\S+?)[.,]?(?:\s|$)/u.exec(citation)?.[1];
  return doi === undefined ? undefined : `https://doi.org/${doi}`;
}

function json(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
