import type { DimensionCombination, LabelCombination, MiniScores } from "@openempathic/perceive";
import { GOEMOTIONS_LABELS } from "../goemotions-labels.ts";
import type { EmoBankRow } from "../parse-emobank.ts";
import type { GoEmotionsRow } from "../parse-goemotions.ts";
import { fitShrunkPlatt, type ScoredLabel } from "./fit-shrunk-platt.ts";
import { fitSpread } from "./fit-spread.ts";

/** What both models say of a text that was not abstained from, and what people said of it. */
export interface Scored<Row> {
  readonly row: Row;
  readonly scores: MiniScores;
}

const DIMENSIONS = ["valence", "arousal", "dominance"] as const;

/** Shares of the network that are tried. */
const SHARES = Array.from({ length: 21 }, (_, step) => step / 20);

/** By so much, as a share of the least, a log-loss may be larger for the network to have more to say. */
const SPARED = 0.003;

/**
 * Fits how the network and the n-gram model are put together for the labels: one share of the network in the
 * log-odds, the same for all labels, then each label's scale and offset (see `fitShrunkPlatt`). The log-loss of a share
 * is each label's as a share of what its frequency alone would give, so that rare labels count as much as frequent
 * ones. Around the least it is flat; of the shares within 0.3 % of it the largest is taken, because the network alone
 * knows what "barely" and "not" do to the words around them, which these comments hardly ask for.
 */
export function fitLabelCombination(rows: readonly Scored<GoEmotionsRow>[]): readonly LabelCombination[] {
  const columns = GOEMOTIONS_LABELS.map((_, label) => ({
    network: rows.map(({ scores }) => scores.network[label] as number),
    ngrams: rows.map(({ scores }) => scores.ngrams[label] as number),
    targets: rows.map(({ row }) => Number(row.labels.includes(label))),
  }));
  const mixed = (share: number): readonly ScoredLabel[] =>
    columns.map(({ network, ngrams, targets }) => ({
      scores: network.map((score, i) => share * score + (1 - share) * (ngrams[i] as number)),
      targets,
    }));
  const losses = SHARES.map((share) => {
    const labels = mixed(share);
    return relativeLogLoss(labels, fitShrunkPlatt(labels));
  });
  const most = Math.min(...losses) * (1 + SPARED);
  const networkShare = SHARES.findLast((_, s) => (losses[s] as number) <= most) ?? 1;
  const scales = fitShrunkPlatt(mixed(networkShare));
  return GOEMOTIONS_LABELS.map((label, l) => ({
    label,
    networkShare,
    slope: round(scales[l]?.slope ?? 1),
    offset: round(scales[l]?.offset ?? 0),
  }));
}

/** Mean over labels of the log-loss, each divided by that of always telling the label's frequency. */
export function relativeLogLoss(
  labels: readonly ScoredLabel[],
  scales: readonly { readonly slope: number; readonly offset: number }[],
): number {
  let sum = 0;
  for (const [l, { scores, targets }] of labels.entries()) {
    const { slope, offset } = scales[l] ?? { slope: 1, offset: 0 };
    let loss = 0;
    let present = 0;
    for (let i = 0; i < scores.length; i++) {
      const z = slope * (scores[i] as number) + offset;
      // ln(1 + e^±z) without overflow.
      const signed = (targets[i] as number) > 0.5 ? -z : z;
      loss += Math.max(0, signed) + Math.log1p(Math.exp(-Math.abs(signed)));
      present += targets[i] as number;
    }
    // One imagined case on each side keeps a label that never occurs finite.
    const share = (present + 1) / (scores.length + 2);
    const frequency = -(present * Math.log(share) + (scores.length - present) * Math.log(1 - share));
    sum += loss / frequency;
  }
  return sum / labels.length;
}

/**
 * The same for valence, arousal and dominance: the network's share of the mean by least squares, then the spread by
 * `fitSpread`, on EmoBank's ratings brought to [-1, 1].
 */
export function fitDimensionCombination(
  rows: readonly Scored<EmoBankRow>[],
): readonly DimensionCombination[] {
  return DIMENSIONS.map((dimension, d) => {
    let product = 0;
    let square = 0;
    for (const { row, scores } of rows) {
      const apart = (scores.means[d] as number) - (scores.ngramMeans[d] as number);
      product += apart * ((row[dimension] - 3) / 2 - (scores.ngramMeans[d] as number));
      square += apart * apart;
    }
    const networkShare = round(Math.min(1, Math.max(0, square > 0 ? product / square : 1)));
    const errors = rows.map(({ row, scores }) => {
      const mean =
        networkShare * (scores.means[d] as number) + (1 - networkShare) * (scores.ngramMeans[d] as number);
      return (row[dimension] - 3) / 2 - Math.min(1, Math.max(-1, mean));
    });
    const spread = fitSpread(
      rows.map(({ scores }) => scores.logSds[d] as number),
      errors,
    );
    return { dimension, networkShare, logSdSlope: round(spread.slope), logSdOffset: round(spread.offset) };
  });
}

function round(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}
