import type { TextWindow } from "../text/text-windows.ts";
import type { WindowReading } from "../text/whole-text.ts";
import type { NgramReader } from "../text-ngram/ngram-reader.ts";
import type { MessageRow } from "./message-row.ts";
import type { MiniCombination } from "./mini-combination.ts";
import type { RowReading } from "./mini-network.ts";

/** A window with what both models made of it. */
export interface ReadWindow {
  readonly text: string;
  readonly window: TextWindow;
  readonly rows: readonly MessageRow[];
  /** The n-gram model's raw scores: labels, then dimensions. */
  readonly ngramScores: Float64Array;
  /** One for each of the rows. */
  readonly readings: readonly RowReading[];
}

/**
 * The two models' word on one window: log-odds mixed and calibrated for each label, means and spreads for each
 * dimension. Of a window in several rows the network's log-odds are averaged by the rows' pieces.
 */
export function combineWindow(
  { combination, ngrams }: { readonly combination: MiniCombination; readonly ngrams: NgramReader },
  read: ReadWindow,
): WindowReading {
  const shares = rowShares(read.rows);
  const likelihoods = Float64Array.from(
    combination.labels,
    (_, label) => 1 / (1 + Math.exp(-logOdds(combination, { ...read, shares }, label))),
  );
  return {
    window: read.window,
    likelihoods,
    ...combineDimensions(combination, { ...read, shares }),
    contribute: (label, into) => {
      contribute({ combination, ngrams }, { ...read, shares, label }, into);
    },
  };
}

type Shared = ReadWindow & { readonly shares: readonly number[] };

/** Of the window's pieces, how many each row has. */
export function rowShares(rows: readonly MessageRow[]): readonly number[] {
  const pieces = rows.reduce((sum, row) => sum + row.messagePieces, 0);
  return rows.map((row) => row.messagePieces / pieces);
}

function logOdds(
  { labels }: MiniCombination,
  { readings, shares, ngramScores }: Shared,
  label: number,
): number {
  // The cast is safe: the caller walks the labels.
  const { networkShare, slope, offset } = labels[label] as MiniCombination["labels"][number];
  let network = 0;
  for (const [r, { logits }] of readings.entries()) {
    network += (shares[r] as number) * (logits[label] as number);
  }
  const mixed = networkShare * network + (1 - networkShare) * (ngramScores[label] as number);
  return slope * mixed + offset;
}

function combineDimensions(
  { labels, dimensions }: MiniCombination,
  { readings, shares, ngramScores }: Shared,
): { readonly means: Float64Array; readonly sds: Float64Array } {
  const means = new Float64Array(dimensions.length);
  const sds = new Float64Array(dimensions.length);
  for (const [d, { networkShare, logSdSlope, logSdOffset }] of dimensions.entries()) {
    let mean = 0;
    let logSd = 0;
    for (const [r, reading] of readings.entries()) {
      mean += (shares[r] as number) * (reading.dimensions[2 * d] as number);
      logSd += (shares[r] as number) * (reading.dimensions[2 * d + 1] as number);
    }
    const mixed = networkShare * mean + (1 - networkShare) * (ngramScores[labels.length + d] as number);
    means[d] = Math.min(1, Math.max(-1, mixed));
    sds[d] = Math.exp(logSdSlope * logSd + logSdOffset);
  }
  return { means, sds };
}

/**
 * Adds to `into[k]` what the `k`-th code unit of the window contributed to a label's log-odds. A piece's contribution
 * is spread evenly over its code units. What the turns before the message contributed is no part of the message: it
 * remains with the biases.
 */
function contribute(
  { combination, ngrams }: { readonly combination: MiniCombination; readonly ngrams: NgramReader },
  read: Shared & { readonly label: number },
  into: Float64Array,
): void {
  const { text, window, rows, readings, shares, label } = read;
  const { networkShare, slope } = combination.labels[label] as MiniCombination["labels"][number];
  const labels = combination.labels.length;
  for (const [r, row] of rows.entries()) {
    const { contributions } = readings[r] as RowReading;
    const scale = slope * networkShare * (shares[r] as number);
    for (let piece = 0; piece < row.messagePieces; piece++) {
      const start = (row.starts[piece] as number) - window.start;
      // The start of a word stands by itself before what is unknown: it belongs to the first unit after it.
      const end = Math.max(start + 1, (row.ends[piece] as number) - window.start);
      const share = (scale * (contributions[piece * labels + label] as number)) / (end - start);
      for (let k = start; k < end; k++) into[k] = (into[k] as number) + share;
    }
  }
  // The n-gram model's arrays hold the window it read last; its scores are known already.
  ngrams.vectoriser.read(text, window.start, window.end);
  ngrams.contributions(label, { from: window.start, scale: slope * (1 - networkShare) }, into);
}
