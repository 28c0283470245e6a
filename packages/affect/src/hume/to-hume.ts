import type { Estimate, Modality } from "../estimate.ts";
import { toLabelSet } from "../crosswalk.ts";

/** One score as Hume's clients read it: the share in [0, 1] of observers who would use this name. */
export interface HumeEmotion {
  readonly name: string;
  readonly score: number;
}

/** The models of Hume's expression measurement that an estimate can stand for. */
export type HumeModel = "language" | "prosody" | "face";

/** Where in the signal an estimate belongs, as far as the caller knows. */
export interface HumeContext {
  /** The text that was judged, for language and prosody. */
  readonly text?: string;
  /** Name of the file or stream, as it should stand in the result. */
  readonly file?: string;
}

const MODELS: Readonly<Record<Modality, HumeModel>> = {
  text: "language",
  "self-report": "language",
  fused: "language",
  voice: "prosody",
  face: "face",
};

// Names that only the language model has (https://dev.hume.ai/docs/expression-measurement/models/language).
const LANGUAGE_ONLY = new Set(["Annoyance", "Disapproval", "Enthusiasm", "Gratitude", "Sarcasm"]);

/**
 * Gives an estimate in the shape of a result of Hume's batch API, for programs that were written against it:
 * `[{ source, results: { predictions: [{ file, models: { <model>: { grouped_predictions } } }] } }]`.
 *
 * Hume describes a score as the likelihood that an average person would use the name for the expression, which
 * is our likelihood; the crosswalk `hume` puts it under Hume's names. Names that nobody assessed are missing,
 * where Hume lists all; an estimate that abstains gives no prediction and an entry under `errors`. Times are
 * seconds. Dimensions, evidence and source have no place in this shape.
 *
 * @param estimate text, self-report and fused go to `language`, voice to `prosody`, face to `face`
 *
 * @example
 * ```ts
 * import { makeEstimate, toHume } from "@openempathic/affect";
 *
 * const source = { kind: "model", id: "text-ngram", version: "1.0.0" } as const;
 * const estimate = makeEstimate({ modality: "text", likelihood: { Fatigue: 0.7 }, source });
 * const [result] = toHume(estimate, { text: "so tired" });
 * const language = result?.results.predictions[0]?.models.language;
 * language?.grouped_predictions[0]?.predictions[0]?.emotions; // => [{ name: "Tiredness", score: 0.7 }]
 * ```
 */
export function toHume(estimate: Estimate, context: HumeContext = {}): readonly HumeResult[] {
  const model = MODELS[estimate.modality];
  const file = context.file ?? "";
  const source = { type: "text" };
  if (estimate.abstained !== null) {
    const message = estimate.abstained.detail;
    return [{ source, results: { predictions: [], errors: [{ message, file }] } }];
  }
  const group = { id: "unknown", predictions: [predictionOf(estimate, model, context)] };
  const models = { [model]: { metadata: null, grouped_predictions: [group] } };
  return [{ source, results: { predictions: [{ file, models }], errors: [] } }];
}

/** One source of a batch result. */
export interface HumeResult {
  readonly source: { readonly type: string };
  readonly results: {
    readonly predictions: readonly {
      readonly file: string;
      readonly models: Readonly<
        Partial<
          Record<
            HumeModel,
            {
              readonly metadata: null;
              readonly grouped_predictions: readonly {
                readonly id: string;
                readonly predictions: readonly HumePrediction[];
              }[];
            }
          >
        >
      >;
    }[];
    readonly errors: readonly { readonly message: string; readonly file: string }[];
  };
}

/** One prediction; which of the optional fields are there depends on the model, as at Hume. */
export interface HumePrediction {
  readonly emotions: readonly HumeEmotion[];
  readonly text?: string;
  readonly position?: { readonly begin: number; readonly end: number };
  /** Language and prosody: begin and end in seconds, or null; face: the moment in seconds. */
  readonly time?: { readonly begin: number; readonly end: number } | number | null;
  readonly confidence?: null;
  readonly speaker_confidence?: null;
  readonly frame?: number;
}

function predictionOf(estimate: Estimate, model: HumeModel, { text = "" }: HumeContext): HumePrediction {
  const emotions = Object.entries(toLabelSet(estimate.likelihood, "hume"))
    .filter(([name]) => model === "language" || !LANGUAGE_ONLY.has(name))
    .map(([name, score]) => ({ name, score }));
  const { span } = estimate;
  if (model === "face") return { frame: 0, time: (span?.startMs ?? 0) / 1000, emotions };
  const time = span === undefined ? null : { begin: span.startMs / 1000, end: span.endMs / 1000 };
  const spoken = { text, time, confidence: null, speaker_confidence: null, emotions };
  return model === "prosody" ? spoken : { ...spoken, position: { begin: 0, end: text.length } };
}
