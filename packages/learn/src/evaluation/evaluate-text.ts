import { type Dimension, GOEMOTIONS_EKMAN_GROUPS, groupGoEmotions } from "@openempathic/affect";
import { bootstrapInterval, pearson } from "@openempathic/measure";
import type { Perceiver } from "@openempathic/perceive";
import { GOEMOTIONS_LABELS } from "../goemotions-labels.ts";
import type { EmoBankRow } from "../parse-emobank.ts";
import type { GoEmotionsRow } from "../parse-goemotions.ts";
import { evaluateDeletion, type DeletionFigures } from "./evaluate-deletion.ts";
import { evaluateProbes, type ProbeFigures } from "./evaluate-probes.ts";
import type { Probes } from "./parse-probes.ts";
import {
  type Figure,
  type LabelColumn,
  type LabelScores,
  type LabelScoringOptions,
  scoreLabels,
} from "./score-labels.ts";

/** How good a perceiver of text is on published data. */
export interface TextEvaluation {
  readonly perceiver: { readonly id: string; readonly version: string };
  /** `same-data` flatters: thresholds were then chosen on the very texts that they are judged on. */
  readonly thresholdsFrom: "given" | "same-data";
  readonly labels: LabelScores & { readonly texts: number; readonly abstained: number };
  /**
   * The same for Ekman's six and neutral, as GoEmotions' authors group their labels; a group's likelihood is the
   * noisy-or of its labels'.
   */
  readonly groups: LabelScores;
  readonly dimensions: {
    readonly texts: number;
    readonly abstained: number;
    /** Pearson's r with the mean rating, over the texts that were not abstained from. */
    readonly correlation: Readonly<Record<Dimension, Figure>>;
  };
  /** `undefined` where no text had evidence and words beside it. */
  readonly deletion: DeletionFigures | undefined;
  /** Absent where no probes were given. */
  readonly probes?: ProbeFigures;
  readonly bootstrap: number;
  readonly seed: number;
}

export interface TextEvaluationData {
  readonly goemotions: readonly GoEmotionsRow[];
  readonly emobank: readonly EmoBankRow[];
  /** Pairs, dialogues and templates of our own. */
  readonly probes?: Probes;
}

export interface TextEvaluationOptions extends LabelScoringOptions {
  /** The same as `thresholds` for Ekman's groups. */
  readonly groupThresholds?: Readonly<Record<string, number>>;
}

const DIMENSIONS = ["valence", "arousal", "dominance"] as const;

/**
 * Works out the figures that the model card shows. A text that the perceiver abstains from counts as if no label
 * had been named, with a likelihood of 0 for each: abstaining does not improve a figure.
 */
export async function evaluateText(
  perceiver: Perceiver,
  data: TextEvaluationData,
  options: TextEvaluationOptions,
): Promise<TextEvaluation> {
  const { bootstrap, seed } = options;
  const signals = data.goemotions.map(({ text }) => ({ kind: "text" as const, text }));
  const read = await perceiver.perceiveLabels(signals, "goemotions");
  const labels = scoreLabels(goEmotionsColumns(read, data.goemotions), options);
  const { groupThresholds } = options;
  const groups = scoreLabels(ekmanColumns(read, data.goemotions), {
    bootstrap,
    seed,
    ...(groupThresholds === undefined ? {} : { thresholds: groupThresholds }),
  });
  const thresholds = Object.fromEntries(labels.each.map(({ label, threshold }) => [label, threshold]));
  return {
    perceiver: { id: perceiver.id, version: perceiver.version },
    thresholdsFrom: options.thresholds === undefined ? "same-data" : "given",
    labels: {
      texts: signals.length,
      abstained: read.filter((one) => one === undefined).length,
      ...labels,
    },
    groups,
    dimensions: await evaluateDimensions(perceiver, data.emobank, options),
    deletion: await evaluateDeletion(perceiver, data.goemotions.map(({ text }) => text), options), // prettier-ignore
    ...(data.probes === undefined
      ? {}
      : { probes: await evaluateProbes(perceiver, data.probes, { bootstrap, seed, thresholds }) }),
    bootstrap,
    seed,
  };
}

type ReadLabels = readonly (Readonly<Record<string, number>> | undefined)[];

/** The 28 labels as told and as labelled. */
export function goEmotionsColumns(read: ReadLabels, rows: readonly GoEmotionsRow[]): readonly LabelColumn[] {
  return GOEMOTIONS_LABELS.map((label, index) => ({
    label,
    likelihoods: read.map((labels) => labels?.[label] ?? 0),
    outcomes: rows.map((row) => row.labels.includes(index)),
  }));
}

/** The same for the groups in which GoEmotions' authors put their labels: Ekman's six and neutral. */
export function ekmanColumns(read: ReadLabels, rows: readonly GoEmotionsRow[]): readonly LabelColumn[] {
  const grouped = read.map((labels) => (labels === undefined ? undefined : groupGoEmotions(labels)));
  return Object.entries(GOEMOTIONS_EKMAN_GROUPS).map(([group, members]) => ({
    label: group,
    likelihoods: grouped.map((groups) => groups?.[group] ?? 0),
    outcomes: rows.map((row) => row.labels.some((l) => members.includes(GOEMOTIONS_LABELS[l] ?? ""))),
  }));
}

async function evaluateDimensions(
  perceiver: Perceiver,
  rows: readonly EmoBankRow[],
  options: TextEvaluationOptions,
): Promise<TextEvaluation["dimensions"]> {
  const estimates = await perceiver.perceiveBatch(rows.map(({ text }) => ({ kind: "text", text })));
  const correlate = (dimension: Dimension): Figure => {
    const pairs = rows.flatMap((row, i) => {
      const perceived = estimates[i]?.dimensions[dimension]?.mean;
      return perceived === undefined ? [] : [{ perceived, rated: (row[dimension] - 3) / 2 }];
    });
    if (pairs.length < 2) return { value: undefined, interval: undefined };
    const of = (chosen: typeof pairs): number | undefined =>
      pearson(
        chosen.map(({ perceived }) => perceived),
        chosen.map(({ rated }) => rated),
      );
    const resampling = { cases: pairs.length, resamples: options.bootstrap, seed: options.seed };
    return {
      value: of(pairs),
      interval: bootstrapInterval(
        (indices) => of(Array.from(indices, (index) => pairs[index] as (typeof pairs)[number])),
        resampling,
      ),
    };
  };
  const [valence, arousal, dominance] = DIMENSIONS.map(correlate) as [Figure, Figure, Figure];
  return {
    texts: rows.length,
    abstained: estimates.filter((estimate) => estimate.abstained !== null).length,
    correlation: { valence, arousal, dominance },
  };
}
