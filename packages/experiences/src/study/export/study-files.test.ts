import { fromEmotionML } from "@openempathic/affect";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { simulate } from "../../testing/simulate.ts";
import { csvRecords } from "../../tutor/course/csv-records.ts";
import { consort } from "../analysis/consort.ts";
import { readStudyData } from "../analysis/study-data.ts";
import type { StudyData } from "../analysis/study-data.ts";
import { protocolHash } from "../protocol/freeze-protocol.ts";
import { study } from "../run/study.ts";
import { simulateRun } from "../simulate/simulate-run.ts";
import { studyPerson } from "../testing/study-person.ts";
import { testProtocol } from "../testing/test-protocol.ts";
import { participantTable } from "./participant-table.ts";
import { responseTable } from "./long-tables.ts";
import { studyFiles, studyTables } from "./study-files.ts";
import { tableCsv } from "./table.ts";

const protocol = testProtocol();

function dataOf(count: number, withdrawn: readonly number[] = []): StudyData {
  const runs = Array.from({ length: count }, (_, index) => ({
    code: `sim${String(index + 1).padStart(4, "0")}`,
    number: index + 1,
    events: withdrawn.includes(index + 1)
      ? null
      : simulateRun(protocol, { number: index + 1, seed: 4, startMs: 0 }),
  }));
  return readStudyData({ protocol, hash: protocolHash(protocol), declined: 3, simulated: true }, runs);
}

const data = dataOf(24, [5, 6]);
const files = studyFiles(data);
const fileCalled = (path: string): string => {
  const file = files.find((each) => each.path === path);
  if (file === undefined)
    throw new Error(`There is no ${path} among ${files.map((each) => each.path).join(", ")}`);
  return file.text;
};
const recordsOf = (text: string) => csvRecords(text).records.map(({ fields }) => fields);

describe("the files of a study", () => {
  it("SY20 have every value that was given, once, and nobody who took their data away", () => {
    const { rows } = participantTable(data);
    expect(rows.length).toBe(22);
    expect(rows.some(({ participant_id: id }) => id === "sim0005")).toBe(false);
    const text = files.map((file) => file.path + file.text).join("\n");
    expect(text).not.toMatch(/sim0005|sim0006/u);
    for (const record of data.records) {
      const row = rows.find(({ participant_id: id }) => id === record.code);
      for (const work of Object.values(record.run?.work ?? {})) {
        if (work.promptId !== undefined || work.finishedAtMs === undefined) continue;
        for (const [name, value] of Object.entries(work.values))
          expect(row?.[`${work.taskId}_${name}`]).toBe(value);
      }
    }
    const given = data.records.flatMap(({ run }) =>
      Object.values(run?.work ?? {})
        .filter(({ finishedAtMs }) => finishedAtMs !== undefined)
        .flatMap(({ values }) => Object.keys(values)),
    );
    expect(responseTable(data).rows.length).toBe(given.length);
  });

  it("SY20 are CSV that reads back as it was, whatever people write", () => {
    const column = { name: "words", description: "", level: "text", zero: "none" } as const;
    const other = { ...column, name: "more" };
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.string({ unit: "binary" }), fc.string({ unit: "binary" })), { maxLength: 6 }),
        (cells) => {
          const rows = cells.map(([words, more]) => ({ words: `x${words}`, more }));
          const text = tableCsv({ name: "t", description: "", columns: [column, other], rows });
          const [, ...read] = recordsOf(text);
          expect(read).toEqual(rows.map(({ words, more }) => [words, more]));
        },
      ),
      { numRuns: 300 },
    );
  });

  it("SY21 have a codebook with every column of every table, made from the declarations", () => {
    const [head, ...rows] = recordsOf(fileCalled("codebook.csv"));
    expect(head?.slice(0, 6)).toEqual(["table", "column", "description", "level", "unit", "zero"]);
    for (const table of studyTables(data)) {
      for (const { name } of table.columns) {
        expect(
          rows.some((row) => row[0] === table.name && row[1] === name),
          `${table.name}.${name}`,
        ).toBe(true);
      }
      for (const row of table.rows) {
        const known = new Set(table.columns.map(({ name }) => name));
        expect(Object.keys(row).filter((name) => !known.has(name))).toEqual([]);
      }
    }
    const phq1 = rows.find((row) => row[1] === "mood_phq1");
    expect(phq1?.join()).toContain("Little interest or pleasure in doing things");
    expect(phq1?.[8]).toBe(
      "0 = Not at all | 1 = Several days | 2 = More than half the days | 3 = Nearly every day",
    );
    expect(rows.find((row) => row[1] === "story_valence_mean" || row[1] === "valence_mean")?.[5]).toBe(
      "middle",
    );
  });

  it("SY22 are a Psych-DS dataset: its description names every column of its CSV files", () => {
    // Psych-DS 1.0: dataset_description.json with @context, @type, name, description, variableMeasured; data under
    // data/ in files keyword-value_…_data.csv.
    const description = JSON.parse(fileCalled("dataset_description.json")) as Record<string, unknown>;
    expect(description).toMatchObject({ "@type": "Dataset", name: "Writing and feeling" });
    expect(typeof description["description"]).toBe("string");
    const measured = (description["variableMeasured"] as { name: string }[]).map(({ name }) => name);
    const tables = files.filter(({ path }) => path.startsWith("data/"));
    expect(tables.length).toBe(5);
    for (const { path, text } of tables) {
      expect(path).toMatch(/^data\/(?:[a-z]+-[a-zA-Z0-9]+_)+data\.csv$/u);
      const [head = []] = recordsOf(text);
      expect(head.filter((name) => !measured.includes(name))).toEqual([]);
    }
  });

  it("SY23 are a BIDS dataset with a sidecar for every column", () => {
    const description = JSON.parse(fileCalled("bids/dataset_description.json")) as Record<string, unknown>;
    expect(description).toMatchObject({ Name: "Writing and feeling", BIDSVersion: "1.9.0" });
    for (const { path, text } of files.filter((file) => /^bids\/phenotype\/.*\.tsv$/u.test(file.path))) {
      const [head = "", ...rows] = text.trimEnd().split("\n");
      const columns = head.split("\t");
      expect(columns[0]).toBe("participant_id");
      const sidecar = JSON.parse(fileCalled(path.replace(".tsv", ".json"))) as Record<string, unknown>;
      for (const column of columns.slice(1)) expect(Object.keys(sidecar)).toContain(column);
      for (const row of rows) {
        expect(row.split("\t").length).toBe(columns.length);
        expect(row).toMatch(/^sub-[a-z0-9]+\t/u);
        expect(row.split("\t")).not.toContain("");
      }
    }
    const mood = JSON.parse(fileCalled("bids/phenotype/mood.json")) as Record<
      string,
      Record<string, unknown>
    >;
    expect(mood["MeasurementToolMetadata"]?.["TermURL"]).toBe(
      "https://doi.org/10.1046/j.1525-1497.2001.016009606.x",
    );
    expect(mood["mood_phq1"]?.["Levels"]).toMatchObject({ "0": "Not at all" });
    expect(mood["mood_sum_score"]?.["Derivative"]).toBe(true);
  });

  it("SY24 have feelings as EmotionML that reads back", () => {
    const [first] = files.filter(({ path }) => path.startsWith("emotionml/"));
    const estimates = fromEmotionML(first?.text ?? "");
    expect(estimates.map(({ modality }) => modality)).toContain("self-report");
    expect(files.filter(({ path }) => path.startsWith("emotionml/")).length).toBe(22);
  });

  it("SY25 have each reading with the model that made it", () => {
    const { rows = [] } = studyTables(data).find(({ name }) => name === "estimates") ?? {};
    expect(rows.length).toBeGreaterThan(60);
    for (const row of rows) expect(row).toMatchObject({ model_id: "simulated", model_version: "1" });
  });

  it("SY26 are the same bytes for the same data, and say where nobody is real", () => {
    expect(studyFiles(dataOf(24, [5, 6]))).toEqual(files);
    for (const path of ["README.md", "bids/README", "report.html", "dataset_description.json"]) {
      expect(fileCalled(path), path).toMatch(/simulated/u);
    }
  }, 30_000);

  it("SY26 have a report without scripts or anything from elsewhere, in which words cannot become markup", () => {
    const report = fileCalled("report.html");
    expect(report).not.toMatch(/<script|<img|<link|https?:\/\/(?!www\.w3\.org)/u);
    expect(report.match(/<svg /gu)?.length).toBeGreaterThan(5);
    expect(report).toContain("Concordance");
    const evil = testProtocol({ title: "<img src=x onerror=alert(1)>", arms: [{ id: "a", name: "<b>" }] });
    const other = studyFiles(readStudyData({ protocol: evil, hash: protocolHash(evil), declined: 0 }, []));
    const text = other.find(({ path }) => path === "report.html")?.text ?? "";
    expect(text).not.toMatch(/<img|<b>/u);
    expect(text).toContain("not computable");
  });
});

describe("the flow of participants", () => {
  it("SY27 adds up at every step, over random histories", () => {
    const { states } = simulate(study, studyPerson, { sessions: 300, seed: 8, turns: 60 });
    const runs = states.flatMap(({ run }) => (run === undefined ? [] : [run]));
    fc.assert(
      fc.property(
        fc.infiniteStream(fc.boolean()),
        fc.nat(50),
        fc.nat(runs.length),
        (gone, declined, count) => {
          const records = runs.slice(0, count).map((run, index) => {
            const { code, number, armId } = run;
            const isGone = gone.next().value === true;
            return { code: `${code}${String(index)}`, number, armId, ...(isGone ? {} : { run }) };
          });
          const flow = consort({ protocol: testProtocol(), hash: "", declined, records });
          expect(flow.asked).toBe(flow.declined + flow.consented);
          expect(flow.consented).toBe(flow.arms.reduce((sum, { allocated }) => sum + allocated, 0));
          expect(flow.consented).toBe(count);
          for (const { allocated, finished, underWay, stopped, withdrawn } of flow.arms) {
            expect(finished + underWay + stopped + withdrawn).toBe(allocated);
          }
        },
      ),
      { numRuns: 200 },
    );
  }, 120_000);

  it("SY27 counts who took their data away in the arm that chance gave them", () => {
    const flow = consort(data);
    expect(flow.arms.map(({ withdrawn }) => withdrawn).reduce((a, b) => a + b, 0)).toBe(2);
    expect(flow).toMatchObject({ asked: 27, declined: 3, consented: 24 });
  });
});
