import { makeEstimate } from "@openempathic/affect";
import { describe, expect, it } from "vitest";
import { protocolHash } from "../protocol/freeze-protocol.ts";
import { PROTOCOL_SCHEMA } from "../protocol/protocol.ts";
import type { StudyProtocol, StudyTask } from "../protocol/protocol.ts";
import type { DatumValue } from "../protocol/datum.ts";
import type { StudyRun } from "../run/study-state.ts";
import { simulateRun } from "../simulate/simulate-run.ts";
import { instrumentCalled, testProtocol } from "../testing/test-protocol.ts";
import { ceilings, convergence } from "./objectivity.ts";
import { scaleReliabilities } from "./reliability.ts";
import { retests } from "./retest.ts";
import { readStudyData } from "./study-data.ts";
import type { StudyData } from "./study-data.ts";

type Values = Readonly<Record<string, DatumValue>>;

/** A study in which each person has these values, by task. */
function dataWith(
  tasks: readonly StudyTask[],
  people: readonly Readonly<Record<string, Values>>[],
  valences: readonly Readonly<Record<string, number>>[] = [],
): StudyData {
  const protocol: StudyProtocol = { ...testProtocol(), arms: [{ id: "all", name: "All" }], tasks };
  const records = people.map((own, index) => {
    const work = Object.fromEntries(
      Object.entries(own).map(([taskId, values]) => {
        const estimates = Object.fromEntries(
          Object.entries(valences[index] ?? {}).map(([of, mean]) => [of, estimateOf(mean)] as const),
        );
        return [taskId, { taskId, begunAtMs: 0, finishedAtMs: 1, values, estimates }] as const;
      }),
    );
    const run = {
      protocol,
      hash: "",
      code: `p${String(index)}`,
      number: index + 1,
      armId: "all",
      order: tasks.map(({ id }) => id),
      consent: { version: "2", atMs: 0 },
      work,
      prompts: [],
      latch: { level: "none", about: null, reason: "", safeAnswers: 0 },
      unjudged: [],
    } satisfies StudyRun;
    return { code: run.code, number: run.number, armId: "all", run };
  });
  return { protocol, hash: "", declined: 0, records };
}

function estimateOf(valence: number) {
  const source = { kind: "model", id: "m", version: "1" } as const;
  return makeEstimate({
    modality: "text",
    likelihood: {},
    dimensions: { valence: { mean: valence, sd: 0.2 } },
    source,
  });
}

/** Shrout and Fleiss 1979, table 2: six targets, four judges. */
const SHROUT_FLEISS = [
  [9, 2, 5, 8],
  [6, 1, 3, 2],
  [8, 4, 6, 8],
  [7, 1, 2, 6],
  [10, 5, 6, 9],
  [6, 2, 4, 7],
] as const;

describe("how far scores can be relied on", () => {
  it("SY28 is alpha with Feldt’s interval, of items turned round where their words are", () => {
    // Alpha of the table is ICC(3,k) = .91, with the 95 % interval from .68 to .99 (Shrout and Fleiss 1979, table 4).
    // The second item is reversed, and its answers are turned round beforehand: the figure is the same.
    const instrument = {
      ...instrumentCalled("rses"),
      responses: Array.from({ length: 11 }, (_, value) => ({ value, label: String(value) })),
      items: [1, 2, 3, 4].map((id) => ({
        id: `i${String(id)}`,
        text: `Item ${String(id)}`,
        ...(id === 2 ? { reversed: true as const } : {}),
      })),
      scales: [
        { id: "sum", name: "Sum", items: ["i1", "i2", "i3", "i4"], score: "sum" as const, mostMissing: 0 },
      ],
    };
    const task = { kind: "questionnaire", id: "q", title: "Q", instrument } as const;
    const people = SHROUT_FLEISS.map(([a, b, c, d]) => ({ q: { i1: a, i2: 10 - b, i3: c, i4: d } }));
    const [scale] = scaleReliabilities(dataWith([task], [...people, { q: { i1: 3 } }]));
    expect(scale).toMatchObject({ complete: 6, finished: 7 });
    expect(scale?.alpha.value).toBeCloseTo(0.91, 2);
    expect(scale?.alpha.interval?.low).toBeCloseTo(0.68, 2);
    expect(scale?.alpha.interval?.high).toBeCloseTo(0.99, 2);
    // By hand: the sums are 24 12 26 16 30 19, SD 6.706; √(1 − 0.9093) of it is 2.02, and 2.772 times that 5.60.
    expect(scale?.error.value).toBeCloseTo(2.02, 2);
    expect(scale?.detectable.value).toBeCloseTo(5.6, 1);
    const { low = NaN, high = NaN } = scale?.error.interval ?? {};
    expect(low < 2.02 && high > 2.02).toBe(true);
  });

  it("SY28 says why where there is no figure", () => {
    const task = {
      kind: "questionnaire",
      id: "q",
      title: "Q",
      instrument: instrumentCalled("gad-2"),
    } as const;
    const [scale] = scaleReliabilities(dataWith([task], [{ q: { gad1: 1, gad2: 1 } }]));
    expect(scale?.alpha.why).toMatch(/at least two persons/u);
    expect(scale?.error.why).toMatch(/at least two persons/u);
    expect(scale?.omega.why).toMatch(/persons/u);
  });
});

describe("what was measured twice", () => {
  const slider = (id: string, retestOf?: string): StudyTask => ({
    kind: "affective-slider",
    id,
    title: id,
    prompt: "?",
    ...(retestOf === undefined ? {} : { retestOf }),
  });

  it("SY29 is ICC(2,1) with error, smallest change, and who changed beyond it", () => {
    // Two of Shrout and Fleiss' judges, on [0, 1]: ICC(2,1) of columns 1 and 4 by their formula: mean squares 4.283 for
    // targets, 3 for judges, 1 for error; (4.283 − 1) / (4.283 + 1 + 2 (3 − 1) / 6) = 0.552.
    const people = SHROUT_FLEISS.map(([one, , , four]) => ({
      a: { pleasure: one / 10 },
      b: { pleasure: four / 10 },
    }));
    const [pleasure] = retests(dataWith([slider("a"), slider("b", "a")], people));
    expect(pleasure?.pairs.length).toBe(6);
    expect(pleasure?.icc.value).toBeCloseTo(
      icc21(SHROUT_FLEISS.map(([one, , , four]) => [one / 10, four / 10])),
      10,
    );
    const { up = 0, down = 0, none = 0 } = pleasure?.changed ?? {};
    expect(up + down + none).toBe(6);
    expect(pleasure?.error.interval?.low).toBeLessThan(pleasure?.error.value ?? 0);
  });

  it("SY29 says why where too few were measured twice", () => {
    const [pleasure, arousal] = retests(
      dataWith([slider("a"), slider("b", "a")], [{ a: { pleasure: 0.5 }, b: { pleasure: 0.4 } }]),
    );
    expect(pleasure?.icc.why).toBe("at least three people have to be measured twice, and 1 is");
    expect(arousal?.detectable.why).toMatch(/0 are/u);
  });
});

describe("how objective readings are", () => {
  const story: StudyTask = { kind: "own-text", id: "story", title: "S", prompt: "?" };

  it("SY30 converge with self-report as Pearson and Lin have it, over people", () => {
    // Lin 1989: pairs 1 2 3 and 2 3 4 have the concordance 4/7; in line they are perfect. Here on [-1, 1].
    const people = [0.5, 0.6, 0.7].map((pleasure) => ({ story: { text: "x", pleasure } }));
    const [valence, arousal] = convergence(
      dataWith([story], people, [{ text: 0.2 }, { text: 0.4 }, { text: 0.6 }]),
    );
    expect(valence?.correlation.value).toBeCloseTo(1, 10);
    expect(valence?.concordance.value).toBeCloseTo(4 / 7, 10);
    expect(valence).toMatchObject({ texts: 3, assessed: 3, models: ["m 1"] });
    expect(arousal).toMatchObject({ assessed: 0 });
    expect(arousal?.correlation.why).toMatch(/there are 0/u);
  });

  it("SY31 are held against the same means of others as one human is", () => {
    const texts = ["a", "b", "c", "d", "e", "f"].map((id) => ({ id, text: id }));
    const task: StudyTask = { kind: "rate-texts", id: "rate", title: "R", prompt: "?", texts };
    const people = [0, 1, 2, 3].map((judge) => ({
      rate: Object.fromEntries(
        texts.map(({ id }, row) => [`${id}_pleasure`, (SHROUT_FLEISS[row]?.[judge] ?? 0) / 10]),
      ),
    }));
    // A model that says exactly what the first judge says of pleasure.
    const model = Object.fromEntries(
      texts.map(({ id }, row) => [id, (SHROUT_FLEISS[row]?.[0] ?? 0) / 5 - 1]),
    );
    const [valence, arousal] = ceilings(dataWith([task], people, [model, model, model, model]));
    expect(valence).toMatchObject({ texts: 6, raters: 4 });
    const others = (left: number) =>
      SHROUT_FLEISS.map(
        (row) => row.filter((_, judge) => judge !== left).reduce((sum, value) => sum + value, 0) / 3,
      );
    const column = (judge: number) => SHROUT_FLEISS.map((row) => row[judge] ?? 0);
    const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
    expect(valence?.human.value).toBeCloseTo(
      mean([0, 1, 2, 3].map((judge) => correlate(column(judge), others(judge)))),
      10,
    );
    expect(valence?.model.value).toBeCloseTo(
      mean([0, 1, 2, 3].map((judge) => correlate(column(0), others(judge)))),
      10,
    );
    expect(valence?.difference.value).toBeCloseTo(
      (valence?.model.value ?? 0) - (valence?.human.value ?? 0),
      10,
    );
    expect(arousal?.human.why).toMatch(/there are 0 and 6/u);
  });

  it("SY30 of simulated people have intervals that hold their figures", () => {
    const protocol = testProtocol({ schema: PROTOCOL_SCHEMA });
    const runs = Array.from({ length: 40 }, (_, index) => ({
      code: `s${String(index)}`,
      number: index + 1,
      events: simulateRun(protocol, { number: index + 1, seed: 2, startMs: 0 }),
    }));
    const data = readStudyData({ protocol, hash: protocolHash(protocol), declined: 0 }, runs);
    const [valence] = convergence(data);
    const { low = NaN, high = NaN } = valence?.correlation.interval ?? {};
    expect(low < (valence?.correlation.value ?? NaN) && high > (valence?.correlation.value ?? NaN)).toBe(
      true,
    );
    expect(convergence(data)).toEqual(convergence(data));
  });
});

/** Pearson's correlation by its definition, worked out here on its own. */
function correlate(x: readonly number[], y: readonly number[]): number {
  const [mx, my] = [x, y].map((values) => values.reduce((sum, value) => sum + value, 0) / values.length);
  let [xy, xx, yy] = [0, 0, 0];
  x.forEach((value, index) => {
    const [dx, dy] = [value - (mx ?? 0), (y[index] ?? 0) - (my ?? 0)];
    xy += dx * dy;
    xx += dx * dx;
    yy += dy * dy;
  });
  return xy / Math.sqrt(xx * yy);
}

/** ICC(2,1) by the mean squares of Shrout and Fleiss, worked out here on its own, for two columns. */
function icc21(rows: readonly (readonly [number, number])[]): number {
  const n = rows.length;
  const grand = rows.flat().reduce((sum, value) => sum + value, 0) / (2 * n);
  const between = (2 * rows.reduce((sum, [a, b]) => sum + ((a + b) / 2 - grand) ** 2, 0)) / (n - 1);
  const judges = [0, 1].map((judge) => rows.reduce((sum, row) => sum + (row[judge] ?? 0), 0) / n);
  const judge = n * judges.reduce((sum, mean) => sum + (mean - grand) ** 2, 0);
  const total = rows.flat().reduce((sum, value) => sum + (value - grand) ** 2, 0);
  const error = (total - between * (n - 1) - judge) / (n - 1);
  return (between - error) / (between + error + (2 * (judge - error)) / n);
}
