import type { StudyData } from "../analysis/study-data.ts";
import { studyReport } from "../report/study-report.ts";
import { bidsFiles } from "./bids-files.ts";
import { codebook } from "./codebook.ts";
import { emotionMLFiles } from "./emotion-ml-files.ts";
import { estimateTable, likelihoodTable, promptTable, responseTable } from "./long-tables.ts";
import { participantTable } from "./participant-table.ts";
import { psychDsFiles } from "./psych-ds-files.ts";
import { tableCsv } from "./table.ts";
import type { StudyFile, StudyTable } from "./table.ts";

/** All tables of a study, each with the declaration of its columns. */
export function studyTables(data: StudyData): readonly StudyTable[] {
  return [
    participantTable(data),
    responseTable(data),
    estimateTable(data),
    likelihoodTable(data),
    ...(data.protocol.sampling === undefined ? [] : [promptTable(data)]),
  ];
}

/**
 * Everything of a study for others to check: tidy tables with their codebook as a Psych-DS dataset, the same as BIDS,
 * feelings as EmotionML, the frozen protocol, and the report. The same data give the same bytes.
 */
export function studyFiles(data: StudyData): readonly StudyFile[] {
  const tables = studyTables(data);
  const inside = (folder: string, files: readonly StudyFile[]): readonly StudyFile[] =>
    files.map(({ path, text }) => ({ path: `${folder}/${path}`, text }));
  return [
    ...psychDsFiles(data, tables),
    { path: "README.md", text: readme(data) },
    { path: "CHANGES.md", text: `1.0: protocol ${data.protocol.version} as it was frozen.\n` },
    { path: "codebook.csv", text: tableCsv(codebook(tables, data.protocol)) },
    { path: "protocol.json", text: `${JSON.stringify(data.protocol, null, 2)}\n` },
    { path: "report.html", text: studyReport(data) },
    ...inside("bids", bidsFiles(data)),
    ...inside("emotionml", emotionMLFiles(data)),
  ];
}

function readme({ protocol, hash, simulated }: StudyData): string {
  return [
    `# ${protocol.title}`,
    ...(simulated === true ? ["**Nobody in these files is real: all answers are simulated.**"] : []),
    `Protocol ${protocol.version}, frozen before the first participant. SHA-256 of its canonical JSON (RFC 8785):`,
    `\`${hash}\``,
    "- `data/`: tidy tables as CSV; `codebook.csv` says of each column what it is, its unit, and what 0 means.",
    "- `protocol.json`: the study as it was laid down; with a participant’s number it gives arm and order again.",
    "- `bids/`: the same as a BIDS dataset. `emotionml/`: sliders and readings of texts as EmotionML 1.0.",
    "- `report.html`: the flow of participants, reliability, and how objective the readings of texts are.",
    "Participants are known by codes that were made at random for this study. Free words are as people wrote them: read them for names before you pass them on.",
    "",
  ].join("\n\n");
}
