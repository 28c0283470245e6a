import type { Estimate } from "../estimate.ts";
import { fromLabelSet } from "../crosswalk.ts";
import { labelSetById } from "../label-set.ts";
import { makeEstimate } from "../make-estimate.ts";
import { InvalidHumeError } from "./invalid-hume-error.ts";
import type { HumeModel } from "./to-hume.ts";

const MODALITIES = { language: "text", prosody: "voice", face: "face" } as const;
const MODELS: readonly HumeModel[] = ["language", "prosody", "face"];

type Fields = Readonly<Record<string, unknown>>;

/**
 * Reads a result of Hume's expression measurement into estimates, one for each prediction in the order of the
 * document: a batch result (a list of sources), one source, one file with its `models`, or a streaming message
 * with `language`, `prosody` or `face` at its top.
 *
 * Names are placed by the crosswalk `hume`; a name that is not among its 53 (Hume says that new ones may come) is
 * left out, so what it means is missing and not 0. Models other than the three are left out likewise.
 *
 * @param value a parsed JSON value
 * @throws InvalidHumeError where the value has none of these shapes, or a score is outside [0, 1]
 *
 * @example
 * ```ts
 * import { fromHume } from "@openempathic/affect";
 *
 * const message = { language: { predictions: [{ text: "so tired", emotions: [{ name: "Tiredness", score: 0.7 }] }] } };
 * fromHume(message)[0]?.likelihood; // => { Fatigue: 0.7 }
 * fromHume({ mood: "blue" }); // throws InvalidHumeError
 * ```
 */
export function fromHume(value: unknown): Estimate[] {
  const files = Array.isArray(value) ? value.flatMap(filesOf) : filesOf(value);
  return files.flatMap((models) =>
    MODELS.flatMap((model) => {
      const result = models[model];
      if (result === undefined || result === null) return [];
      return predictionsOf(fieldsOf(result, model)).map((prediction) => readPrediction(prediction, model));
    }),
  );
}

/** The `models` of each file, from whichever of the shapes this is. */
function filesOf(value: unknown): readonly Fields[] {
  const fields = fieldsOf(value, "the result");
  if (fields["results"] !== undefined) {
    const results = fieldsOf(fields["results"], "results");
    return listOf(results["predictions"], "predictions").flatMap(filesOf);
  }
  if (fields["models"] !== undefined) return [fieldsOf(fields["models"], "models")];
  if (MODELS.some((model) => fields[model] !== undefined)) return [fields];
  throw new InvalidHumeError("it has neither results, nor models, nor language, prosody or face");
}

function predictionsOf(result: Fields): readonly unknown[] {
  const groups = result["grouped_predictions"];
  if (groups === undefined) return listOf(result["predictions"], "predictions");
  return listOf(groups, "grouped_predictions").flatMap((group) =>
    listOf(fieldsOf(group, "a group")["predictions"], "predictions"),
  );
}

function readPrediction(value: unknown, model: HumeModel): Estimate {
  const prediction = fieldsOf(value, "a prediction");
  const known = new Set(labelSetById("hume").labels.map(({ label }) => label));
  const scores: Record<string, number> = {};
  for (const emotion of listOf(prediction["emotions"], "emotions")) {
    const { name, score } = fieldsOf(emotion, "an emotion");
    if (typeof name !== "string") throw new InvalidHumeError("an emotion has no name");
    if (typeof score !== "number" || !(score >= 0 && score <= 1)) {
      throw new InvalidHumeError(`the score of "${name.slice(0, 60)}" must be a number in [0, 1]`);
    }
    if (known.has(name)) scores[name] = score;
  }
  return makeEstimate({
    modality: MODALITIES[model],
    ...spanOf(prediction["time"], model),
    likelihood: fromLabelSet(scores, "hume"),
    source: { kind: "service", id: `hume-${model}`, version: "v0" },
  });
}

/** Hume gives seconds: a stretch for voice, a moment for a face. */
function spanOf(time: unknown, model: HumeModel): Partial<Pick<Estimate, "span">> {
  if (model === "language" || time === undefined || time === null) return {};
  const fields = typeof time === "number" ? { begin: time, end: time } : fieldsOf(time, "time");
  const { begin, end } = fields;
  if (
    typeof begin !== "number" ||
    typeof end !== "number" ||
    !(begin >= 0 && end >= begin && end < Infinity)
  ) {
    throw new InvalidHumeError("time must begin at 0 or later and end no earlier");
  }
  return { span: { startMs: begin * 1000, endMs: end * 1000 } };
}

function fieldsOf(value: unknown, what: string): Fields {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new InvalidHumeError(`${what} must be an object`);
  }
  // Sound: any object may be read by string keys, and each field is checked before use.
  return value as Fields;
}

function listOf(value: unknown, what: string): readonly unknown[] {
  if (!Array.isArray(value)) throw new InvalidHumeError(`${what} must be a list`);
  return value;
}
