import type { Dimension } from "@openempathic/affect";
import { z } from "zod";
import { ModelFormatError } from "../model/model-format-error.ts";

/** How one label's likelihood comes about: `σ(slope · (w · network + (1 - w) · n-grams) + offset)`. */
export interface LabelCombination {
  readonly label: string;
  /** The network's share `w` of the log-odds, in [0, 1]; the n-gram model has the rest. */
  readonly networkShare: number;
  readonly slope: number;
  readonly offset: number;
}

/** How one dimension's mean and spread come about. */
export interface DimensionCombination {
  readonly dimension: Dimension;
  /** The network's share of the mean, in [0, 1]. */
  readonly networkShare: number;
  /** The spread is `exp(logSdSlope · ln(network's sd) + logSdOffset)`. */
  readonly logSdSlope: number;
  readonly logSdOffset: number;
}

/** What puts the network and the n-gram model together, and names both by their digests. */
export interface MiniCombination {
  readonly format: "open-empathic/text-mini/1";
  readonly id: string;
  readonly version: string;
  readonly labelSet: string;
  /** In the order of the network's outputs. */
  readonly labels: readonly LabelCombination[];
  /** Valence, arousal and dominance, in this order. */
  readonly dimensions: readonly DimensionCombination[];
  /** `sha256:` and 64 hex digits of the files that belong to it. */
  readonly digests: {
    readonly network: string;
    readonly vocabulary: string;
    readonly ngrams: string;
  };
}

const share = z.number().min(0).max(1);
const digest = z.string().regex(/^sha256:[0-9a-f]{64}$/u);
const SCHEMA = z.object({
  format: z.literal("open-empathic/text-mini/1"),
  id: z.string(),
  version: z.string(),
  labelSet: z.string(),
  labels: z
    .array(z.object({ label: z.string(), networkShare: share, slope: z.number(), offset: z.number() }))
    .min(1),
  dimensions: z
    .array(
      z.object({
        dimension: z.enum(["valence", "arousal", "dominance"]),
        networkShare: share,
        logSdSlope: z.number(),
        logSdOffset: z.number(),
      }),
    )
    .refine((rows) => rows.map(({ dimension }) => dimension).join() === "valence,arousal,dominance"),
  digests: z.object({ network: digest, vocabulary: digest, ngrams: digest }),
});

/**
 * Reads models/text-mini/combination.json.
 * @throws {ModelFormatError} For anything else.
 */
export function parseMiniCombination(json: string): MiniCombination {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (cause) {
    throw new ModelFormatError("The combination is not JSON.", { cause });
  }
  const read = SCHEMA.safeParse(value);
  if (!read.success) throw new ModelFormatError(`The combination is none: ${z.prettifyError(read.error)}`);
  return read.data;
}
