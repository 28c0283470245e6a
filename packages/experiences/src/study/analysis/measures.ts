import type { Estimate } from "@openempathic/affect";
import { scoreScale } from "../instrument/score-scale.ts";
import type { StudyTask } from "../protocol/protocol.ts";
import type { TaskWork } from "../run/study-state.ts";

/** A number that a task gives of a person. */
export interface Measure {
  readonly id: string;
  readonly name: string;
  /** The person's own account, or what a model made of their words. */
  readonly by: "self-report" | "model";
  /** `undefined` where it was not given, or could not be worked out. */
  valueOf(work: TaskWork): number | undefined;
}

/** The numbers that a task gives; a page and words alone give none. */
export function measuresOf(task: StudyTask): readonly Measure[] {
  switch (task.kind) {
    case "questionnaire":
      return task.instrument.scales.map((scale) => ({
        id: scale.id,
        name: scale.name,
        by: "self-report",
        valueOf: ({ values }) => scoreScale(task.instrument, scale, values).value,
      }));
    case "affective-slider":
    case "affect-grid":
      return DIMENSIONS.map(({ id, name }) => plain(id, name));
    case "own-text":
      return [
        ...DIMENSIONS.map(({ id, name }) => plain(id, name)),
        ...DIMENSIONS.map(({ id, name, dimension }): Measure => ({
          id: `model_${id}`,
          name: `${name}, read from the text`,
          by: "model",
          valueOf: ({ estimates }) => meanOf(estimates["text"], dimension),
        })),
      ];
    case "page":
    case "free-label":
    case "rate-texts":
      return [];
  }
}

/** Pleasure and arousal, as people and as the model have them. */
export const DIMENSIONS = [
  { id: "pleasure", name: "Pleasure", dimension: "valence" },
  { id: "arousal", name: "Arousal", dimension: "arousal" },
] as const;

/** The mean of a dimension on [-1, 1]; `undefined` where the model abstained, failed or does not assess it. */
export function meanOf(
  estimate: Estimate | null | undefined,
  dimension: "valence" | "arousal",
): number | undefined {
  return estimate?.abstained === null ? estimate.dimensions[dimension]?.mean : undefined;
}

/** A slider's place on [0, 1] as a dimension on [-1, 1]. */
export function asDimension(place: number | string | undefined): number | undefined {
  return typeof place === "number" ? 2 * place - 1 : undefined;
}

function plain(id: string, name: string): Measure {
  return {
    id,
    name,
    by: "self-report",
    valueOf: ({ values }) => (typeof values[id] === "number" ? values[id] : undefined),
  };
}
