import type { TextSignal } from "../perceiver.ts";
import { maskSignal } from "../text/mask-signal.ts";
import { NgramReader } from "../text-ngram/ngram-reader.ts";
import { decodeNgramWeights } from "../text-ngram/ngram-weights.ts";
import { type ReadWindow, rowShares } from "./combine-window.ts";
import type { MiniCombination } from "./mini-combination.ts";
import { MiniNetwork, type RowReading } from "./mini-network.ts";
import { MiniReader } from "./mini-reader.ts";
import type { TextMiniFiles } from "./open-text-mini.ts";
import { PieceVocabulary } from "./piece-vocabulary.ts";

/** What the two models say of a text, before they are put together: what the combination is fitted to. */
export interface MiniScores {
  /** The network's log-odds of each label. */
  readonly network: Float64Array;
  /** The n-gram model's. */
  readonly ngrams: Float64Array;
  /** For valence, arousal and dominance: the network's mean and the logarithm of its standard deviation. */
  readonly means: Float64Array;
  readonly logSds: Float64Array;
  /** The n-gram model's means. */
  readonly ngramMeans: Float64Array;
}

/** Both models, not yet put together. */
export interface MiniScorer {
  /** In the order of the texts; `undefined` for one that would be abstained from. */
  read(signals: readonly TextSignal[]): Promise<readonly (MiniScores | undefined)[]>;
  close(): Promise<void>;
}

const TEXTS_AT_ONCE = 128;

/**
 * Opens both models for whoever fits their combination. Digests are not checked: the combination that will name them
 * does not exist yet.
 *
 * @throws {ModelFormatError} When a file is of a kind that this version does not read.
 */
export async function openMiniScores(
  files: Omit<TextMiniFiles, "combination" | "digest">,
): Promise<MiniScorer> {
  const ngrams = new NgramReader(decodeNgramWeights(files.ngrams));
  const { labels, labelSet } = ngrams.weights.header;
  const vocabulary = new PieceVocabulary(new TextDecoder().decode(files.vocabulary));
  const { openSession } = files;
  const network = await MiniNetwork.open(files.network, { labels: labels.length, openSession });
  const reader = new MiniReader({ network, vocabulary, ngrams, combination: undecided(labels, labelSet) });
  return {
    read: async (signals) => {
      const scores: (MiniScores | undefined)[] = [];
      for (let from = 0; from < signals.length; from += TEXTS_AT_ONCE) {
        const masks = signals
          .slice(from, from + TEXTS_AT_ONCE)
          .map((signal) => maskSignal(signal, (word) => ngrams.vectoriser.knows(word)).signal);
        for (const read of await reader.readWindows(masks, {})) {
          scores.push("reason" in read ? undefined : scoresOf(read, labels.length));
        }
      }
      return scores;
    },
    close: () => network.close(),
  };
}

/** Averaged over windows and rows by their lengths, as log-odds: nearly all texts have one of each. */
function scoresOf(windows: readonly ReadWindow[], labels: number): MiniScores {
  const scores = {
    network: new Float64Array(labels),
    ngrams: new Float64Array(labels),
    means: new Float64Array(3),
    logSds: new Float64Array(3),
    ngramMeans: new Float64Array(3),
  };
  const total = windows.reduce((sum, { window }) => sum + window.end - window.start, 0);
  for (const { window, rows, readings, ngramScores } of windows) {
    const share = (window.end - window.start) / total;
    addTo(scores.ngrams, ngramScores.subarray(0, labels), share);
    addTo(scores.ngramMeans, ngramScores.subarray(labels), share);
    for (const [r, part] of rowShares(rows).entries()) {
      // The cast is safe: every row was read.
      const { logits, dimensions } = readings[r] as RowReading;
      addTo(scores.network, logits, share * part);
      addTo(scores.means, [0, 2, 4].map((at) => dimensions[at] as number), share * part); // prettier-ignore
      addTo(scores.logSds, [1, 3, 5].map((at) => dimensions[at] as number), share * part); // prettier-ignore
    }
  }
  return scores;
}

function addTo(into: Float64Array, values: ArrayLike<number>, share: number): void {
  for (let i = 0; i < into.length; i++) into[i] = (into[i] as number) + share * (values[i] as number);
}

/** Stands in until a combination is fitted; nothing is read through it. */
function undecided(labels: readonly string[], labelSet: string): MiniCombination {
  const dimension = { networkShare: 1, logSdSlope: 1, logSdOffset: 0 };
  return {
    format: "open-empathic/text-mini/1",
    id: "text-mini",
    version: "0.0.0",
    labelSet,
    labels: labels.map((label) => ({ label, networkShare: 1, slope: 1, offset: 0 })),
    dimensions: [
      { dimension: "valence", ...dimension },
      { dimension: "arousal", ...dimension },
      { dimension: "dominance", ...dimension },
    ],
    digests: { network: "", vocabulary: "", ngrams: "" },
  };
}
