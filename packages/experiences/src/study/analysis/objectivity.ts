import { bootstrapInterval, concordanceCorrelation, pearson } from "@openempathic/measure";
import type { Figure } from "@openempathic/measure";
import type { StudyTask } from "../protocol/protocol.ts";
import { DIMENSIONS, asDimension, meanOf } from "./measures.ts";
import { RESAMPLING } from "./reliability.ts";
import type { Resampling } from "./reliability.ts";
import { finishedWork } from "./study-data.ts";
import type { StudyData } from "./study-data.ts";

/** How what the model makes of people's own texts goes with what they say of themselves. */
export interface Convergence {
  readonly dimension: "valence" | "arousal";
  readonly name: string;
  /** Texts that were written, and how many of them the model assessed. */
  readonly texts: number;
  readonly assessed: number;
  /** Self-report and model, both on [-1, 1]. */
  readonly pairs: readonly (readonly [number, number])[];
  readonly correlation: Figure;
  /** Lin's concordance: not only in line, but equal. */
  readonly concordance: Figure;
  /** The models that did it: id, version and digest. */
  readonly models: readonly string[];
}

/** How well the model does at rating given texts, beside how well one human does. */
export interface Ceiling {
  readonly taskId: string;
  readonly dimension: "valence" | "arousal";
  readonly name: string;
  readonly texts: number;
  readonly raters: number;
  /** One rater against the mean of all others, over texts; the mean over raters. */
  readonly human: Figure;
  /** The model against the mean of all others, each rater left out in turn: the same yardstick. */
  readonly model: Figure;
  /** Model minus human, over the same draws of texts. */
  readonly difference: Figure;
}

/** Convergence with self-report, over all texts that people wrote; intervals by drawing people, not texts. */
export function convergence(data: StudyData, resampling: Resampling = RESAMPLING): readonly Convergence[] {
  const tasks = data.protocol.tasks.filter(({ kind }) => kind === "own-text");
  const works = tasks.flatMap((task) => finishedWork(data, task));
  const written = works.filter(({ work }) => Object.hasOwn(work.estimates, "text"));
  const models = modelsOf(written.map(({ work }) => work.estimates["text"]));
  return DIMENSIONS.map(({ id, name, dimension }): Convergence => {
    const rows = written.flatMap(({ record, work }) => {
      const self = asDimension(work.values[id]);
      const model = meanOf(work.estimates["text"], dimension);
      return self === undefined || model === undefined
        ? []
        : [{ code: record.code, pair: [self, model] as const }];
    });
    const assessed = written.filter(
      ({ work }) => meanOf(work.estimates["text"], dimension) !== undefined,
    ).length;
    const codes = [...new Set(rows.map(({ code }) => code))];
    const byPerson = codes.map((code) => rows.filter((row) => row.code === code).map(({ pair }) => pair));
    const figure = (of: (pairs: readonly (readonly [number, number])[]) => number | undefined): Figure =>
      figureOver(byPerson, (chosen) => of(chosen.flat()), resampling);
    return {
      dimension,
      name,
      texts: written.length,
      assessed,
      pairs: rows.map(({ pair }) => pair),
      models,
      correlation: figure(correlationOf),
      concordance: figure((pairs) =>
        pairs.length < 2 ? undefined : concordanceCorrelation(...columns(pairs)).value,
      ),
    };
  });
}

/** The human ceiling for each task in which people rate given texts; intervals by drawing texts. */
export function ceilings(data: StudyData, resampling: Resampling = RESAMPLING): readonly Ceiling[] {
  return data.protocol.tasks.flatMap((task) =>
    task.kind === "rate-texts"
      ? DIMENSIONS.map((dimension) => ceilingOf(data, task, { dimension, resampling }))
      : [],
  );
}

/** One text with every complete rater's value, and the model's. */
interface RatedText {
  readonly ratings: readonly number[];
  readonly model: number | undefined;
}

function ceilingOf(
  data: StudyData,
  task: Extract<StudyTask, { kind: "rate-texts" }>,
  options: { readonly dimension: (typeof DIMENSIONS)[number]; readonly resampling: Resampling },
): Ceiling {
  const { id, name, dimension } = options.dimension;
  const works = finishedWork(data, task).map(({ work }) => work);
  const complete = works.filter(({ values }) =>
    task.texts.every((text) => typeof values[`${text.id}_${id}`] === "number"),
  );
  const texts = task.texts.map((text): RatedText => {
    const means = works.flatMap(({ estimates }) => meanOf(estimates[text.id], dimension) ?? []);
    return {
      ratings: complete.flatMap(({ values }) => asDimension(values[`${text.id}_${id}`]) ?? []),
      model: means.length === 0 ? undefined : means.reduce((sum, value) => sum + value, 0) / means.length,
    };
  });
  const raters = complete.length;
  const base = { taskId: task.id, dimension, name, texts: texts.length, raters };
  if (raters < 3 || texts.length < 3) {
    const none = {
      value: undefined,
      why: `at least three people have to rate at least three texts completely; there are ${String(raters)} and ${String(texts.length)}`,
    } as const;
    return { ...base, human: none, model: none, difference: none };
  }
  const figure = (of: (chosen: readonly RatedText[]) => number | undefined): Figure =>
    figureOver(texts, of, options.resampling);
  const human = (chosen: readonly RatedText[]) =>
    againstOthers(chosen, raters, ({ ratings }, rater) => ratings[rater]);
  const model = (chosen: readonly RatedText[]) => againstOthers(chosen, raters, (text) => text.model);
  return {
    ...base,
    human: figure(human),
    model: figure(model),
    difference: figure((chosen) => {
      const [one, two] = [model(chosen), human(chosen)];
      return one === undefined || two === undefined ? undefined : one - two;
    }),
  };
}

/** The mean over raters of the correlation of a series with the mean of all other raters. */
function againstOthers(
  texts: readonly RatedText[],
  raters: number,
  series: (text: RatedText, rater: number) => number | undefined,
): number | undefined {
  const correlations: number[] = [];
  for (let rater = 0; rater < raters; rater += 1) {
    const pairs = texts.flatMap((text) => {
      const own = series(text, rater);
      const all = text.ratings.reduce((sum, value) => sum + value, 0);
      const others = (all - (text.ratings[rater] ?? 0)) / (raters - 1);
      return own === undefined ? [] : [[own, others] as const];
    });
    const correlation = correlationOf(pairs);
    if (correlation !== undefined) correlations.push(correlation);
  }
  if (correlations.length === 0) return undefined;
  return correlations.reduce((sum, value) => sum + value, 0) / correlations.length;
}

/** A figure over cases, with a bootstrap over them, or why there is none. */
function figureOver<Case>(
  cases: readonly Case[],
  of: (chosen: readonly Case[]) => number | undefined,
  resampling: Resampling,
): Figure {
  const value = cases.length < 3 ? undefined : of(cases);
  if (value === undefined) {
    const why =
      cases.length < 3
        ? `at least three are needed to compare, and there are ${String(cases.length)}`
        : "one of the two series does not vary";
    return { value: undefined, why };
  }
  const interval = bootstrapInterval(
    // The cast is safe: indexes are drawn from the cases.
    (indices) => of(Array.from(indices, (index) => cases[index] as Case)),
    { ...resampling, cases: cases.length },
  );
  return { value, interval };
}

function correlationOf(pairs: readonly (readonly [number, number])[]): number | undefined {
  return pairs.length < 3 ? undefined : pearson(...columns(pairs));
}

function columns(pairs: readonly (readonly [number, number])[]): [number[], number[]] {
  return [pairs.map(([one]) => one), pairs.map(([, two]) => two)];
}

function modelsOf(
  estimates: readonly (
    | { readonly source: { readonly id: string; readonly version: string; readonly digest?: string } }
    | null
    | undefined
  )[],
): readonly string[] {
  const names = estimates.flatMap((estimate) =>
    estimate
      ? [[estimate.source.id, estimate.source.version, estimate.source.digest ?? ""].join(" ").trim()]
      : [],
  );
  return [...new Set(names)].sort();
}
