import { isCategoryId } from "./category.ts";
import { ESTIMATE_SCHEMA } from "./estimate.ts";
import type {
  Abstention,
  AbstentionReason,
  Dimension,
  Dimensions,
  Estimate,
  EstimateSource,
  Evidence,
  Likelihoods,
  Modality,
  Spread,
} from "./estimate.ts";
import { InvalidEstimateError } from "./invalid-estimate-error.ts";

const MODALITIES: readonly Modality[] = ["text", "voice", "face", "self-report", "fused"];
const DIMENSIONS: readonly Dimension[] = ["valence", "arousal", "dominance"];
const SOURCE_KINDS: readonly EstimateSource["kind"][] = ["model", "person", "service"];
const REASONS: readonly AbstentionReason[] = [
  "silence",
  "no-face",
  "language",
  "too-short",
  "out-of-domain",
  "not-permitted",
];
const DIGEST = /^sha256:[0-9a-f]{64}$/;

/**
 * Reads an estimate from anything that arrived over a wire (a parsed JSON value), checking every bound.
 * Fields that the contract does not know are left out, so a later minor addition does not break a reader;
 * a missing category or dimension stays missing, which means that it was not assessed.
 *
 * @param value any value, usually from `JSON.parse`
 * @returns a fresh estimate that shares nothing with `value`
 * @throws InvalidEstimateError naming the field that breaks the contract
 *
 * @example
 * ```ts
 * import { abstain, parseEstimate } from "@openempathic/affect";
 *
 * const source = { kind: "model", id: "text-ngram", version: "1.0.0" } as const;
 * const sent = abstain({ modality: "text", reason: "too-short", detail: "Only a symbol.", source });
 * parseEstimate(JSON.parse(JSON.stringify(sent))).abstained?.reason; // => "too-short"
 * parseEstimate({ ...sent, schema: "something/else" }); // throws InvalidEstimateError
 * ```
 */
export function parseEstimate(value: unknown): Estimate {
  const fields = record(value, "");
  if (fields["schema"] !== ESTIMATE_SCHEMA) {
    throw new InvalidEstimateError(
      "schema",
      `must be ${JSON.stringify(ESTIMATE_SCHEMA)}, got ${show(fields["schema"])}`,
    );
  }
  const modality = oneOf(fields["modality"], MODALITIES, "modality");
  const estimate: Estimate = {
    schema: ESTIMATE_SCHEMA,
    modality,
    ...parseSpan(fields["span"], modality),
    likelihood: parseLikelihood(fields["likelihood"]),
    dimensions: parseDimensions(fields["dimensions"]),
    abstained: parseAbstained(fields["abstained"]),
    evidence: parseEvidence(fields["evidence"]),
    source: parseSource(fields["source"]),
  };
  if (estimate.abstained !== null) refuseContent(estimate);
  return estimate;
}

function refuseContent(estimate: Estimate): void {
  for (const field of ["likelihood", "dimensions", "evidence"] as const) {
    if (Object.keys(estimate[field]).length > 0) {
      throw new InvalidEstimateError(field, "must be empty where the estimate abstains");
    }
  }
}

function parseSpan(value: unknown, modality: Modality): Pick<Estimate, "span"> {
  if (value === undefined) return {};
  if (modality === "text") throw new InvalidEstimateError("span", "must be absent for text");
  const fields = record(value, "span");
  const startMs = number(fields["startMs"], "span.startMs");
  const endMs = number(fields["endMs"], "span.endMs");
  if (startMs < 0 || endMs < startMs) {
    throw new InvalidEstimateError(
      "span",
      `must start at 0 or later and end no earlier, got ${startMs} to ${endMs}`,
    );
  }
  return { span: { startMs, endMs } };
}

function parseLikelihood(value: unknown): Likelihoods {
  const likelihood: Partial<Record<keyof Likelihoods, number>> = {};
  for (const [category, share] of Object.entries(record(value, "likelihood"))) {
    const path = `likelihood.${category}`;
    if (!isCategoryId(category)) throw new InvalidEstimateError(path, "is not one of the 40 categories");
    likelihood[category] = within(share, [0, 1], path);
  }
  return likelihood;
}

function parseDimensions(value: unknown): Dimensions {
  const dimensions: Partial<Record<Dimension, Spread>> = {};
  for (const [name, spread] of Object.entries(record(value, "dimensions"))) {
    const dimension = oneOf(name, DIMENSIONS, `dimensions.${name}`);
    const fields = record(spread, `dimensions.${name}`);
    const mean = within(fields["mean"], [-1, 1], `dimensions.${name}.mean`);
    const sd = number(fields["sd"], `dimensions.${name}.sd`);
    if (sd <= 0) throw new InvalidEstimateError(`dimensions.${name}.sd`, `must be above 0, got ${sd}`);
    dimensions[dimension] = { mean, sd };
  }
  return dimensions;
}

function parseAbstained(value: unknown): Abstention | null {
  if (value === null) return null;
  const fields = record(value, "abstained");
  return {
    reason: oneOf(fields["reason"], REASONS, "abstained.reason"),
    detail: text(fields["detail"], "abstained.detail"),
  };
}

function parseEvidence(value: unknown): readonly Evidence[] {
  if (!Array.isArray(value)) throw new InvalidEstimateError("evidence", `must be a list, got ${show(value)}`);
  return value.map((item: unknown, index) => {
    const path = `evidence.${index}`;
    const fields = record(item, path);
    const kind = oneOf(fields["kind"], ["text-span"] as const, `${path}.kind`);
    const start = number(fields["start"], `${path}.start`);
    const end = number(fields["end"], `${path}.end`);
    if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0 || end <= start) {
      throw new InvalidEstimateError(path, `must span whole characters, got ${start} to ${end}`);
    }
    const category = text(fields["category"], `${path}.category`);
    if (!isCategoryId(category)) {
      throw new InvalidEstimateError(`${path}.category`, `${show(category)} is not one of the 40 categories`);
    }
    return { kind, start, end, category, weight: number(fields["weight"], `${path}.weight`) };
  });
}

function parseSource(value: unknown): EstimateSource {
  const fields = record(value, "source");
  const source = {
    kind: oneOf(fields["kind"], SOURCE_KINDS, "source.kind"),
    id: text(fields["id"], "source.id"),
    version: text(fields["version"], "source.version"),
  };
  if (fields["digest"] === undefined) return source;
  const digest = text(fields["digest"], "source.digest");
  if (!DIGEST.test(digest)) {
    throw new InvalidEstimateError(
      "source.digest",
      `must be "sha256:" and 64 hex digits, got ${show(digest)}`,
    );
  }
  return { ...source, digest };
}

function record(value: unknown, path: string): Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new InvalidEstimateError(path, `must be an object, got ${show(value)}`);
  }
  // Sound: any object may be read by string keys, and each field is checked before use.
  return value as Readonly<Record<string, unknown>>;
}

function oneOf<const Value extends string>(value: unknown, allowed: readonly Value[], path: string): Value {
  const found = allowed.find((candidate) => candidate === value);
  if (found === undefined) {
    throw new InvalidEstimateError(path, `must be one of ${allowed.join(", ")}, got ${show(value)}`);
  }
  return found;
}

function number(value: unknown, path: string): number {
  if (typeof value !== "number" || !Number.isFinite(value)) {
    throw new InvalidEstimateError(path, `must be a finite number, got ${show(value)}`);
  }
  return value;
}

function within(value: unknown, [low, high]: readonly [number, number], path: string): number {
  const checked = number(value, path);
  if (checked < low || checked > high) {
    throw new InvalidEstimateError(path, `must be in [${low}, ${high}], got ${checked}`);
  }
  // JSON has no -0: an estimate that is stored and read again has to be the same estimate.
  return checked === 0 ? 0 : checked;
}

function text(value: unknown, path: string): string {
  if (typeof value !== "string" || value.trim() === "") {
    throw new InvalidEstimateError(path, `must be a text that is not empty, got ${show(value)}`);
  }
  return value;
}

/** A value as it may stand in a message: short, and never the whole of a large input. */
function show(value: unknown): string {
  if (typeof value === "number" || value === undefined || value === null) return String(value);
  if (Array.isArray(value)) return "a list";
  if (typeof value === "string") return JSON.stringify(value.length > 60 ? `${value.slice(0, 60)}…` : value);
  return `a value of type ${typeof value}`;
}
