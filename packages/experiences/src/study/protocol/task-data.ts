import type { Datum } from "./datum.ts";
import { PROTOCOL_LIMITS } from "./protocol.ts";
import type { QuestionnaireTask, StudyTask } from "./protocol.ts";

const UNIT = {
  level: "interval",
  zero: "lower-end",
  minimum: 0,
  maximum: 1,
  unit: "share of the slider",
} as const;
const GRID = {
  level: "ordinal",
  zero: "none",
  minimum: 1,
  maximum: 9,
  whole: true,
  unit: "step of the grid",
} as const;

const FELT_PLEASURE = "How it felt by the person’s own account, from 0 (unpleasant) to 1 (pleasant)";
const FELT_AROUSAL =
  "How it felt by the person’s own account, from 0 (calm, sleepy) to 1 (stirred up, wide awake)";

/**
 * Everything that a task records of what a participant does. Only what is declared here is taken, and the codebook is
 * made from it.
 *
 * @example
 * ```ts
 * import { taskData } from "@openempathic/experiences/study";
 *
 * taskData({ kind: "affect-grid", id: "now", title: "Now", prompt: "How do you feel?" }).map(({ name }) => name);
 * // => ["pleasure", "arousal"]
 * ```
 */
export function taskData(task: StudyTask): readonly Datum[] {
  switch (task.kind) {
    case "page":
      return [];
    case "questionnaire":
      return questionnaireData(task);
    case "affective-slider":
      return [
        { name: "pleasure", description: `${FELT_PLEASURE} (Affective Slider).`, ...UNIT },
        { name: "arousal", description: `${FELT_AROUSAL} (Affective Slider).`, ...UNIT },
      ];
    case "affect-grid":
      return [
        {
          name: "pleasure",
          description: "Column of the affect grid, from 1 (unpleasant) to 9 (pleasant).",
          ...GRID,
        },
        {
          name: "arousal",
          description: "Row of the affect grid, from 1 (sleepiness) to 9 (high arousal).",
          ...GRID,
        },
      ];
    case "free-label":
      return [freeText("words", "How it feels, in the person’s own words.", 200)];
    case "own-text":
      return [
        freeText("text", "A text that the person wrote.", PROTOCOL_LIMITS.answerLength),
        { name: "pleasure", description: `${FELT_PLEASURE}.`, ...UNIT },
        { name: "arousal", description: `${FELT_AROUSAL}.`, ...UNIT },
      ];
    case "rate-texts":
      return task.texts.flatMap(({ id }) => [
        {
          name: `${id}_pleasure`,
          description: `How the text “${id}” sounds to this rater, from 0 (unpleasant) to 1 (pleasant).`,
          ...UNIT,
        },
        {
          name: `${id}_arousal`,
          description: `How the text “${id}” sounds to this rater, from 0 (calm) to 1 (stirred up).`,
          ...UNIT,
        },
      ]);
  }
}

/** The texts of a task that a model reads, by the datum or text that they are; empty for tasks without any. */
export function textsToRead(
  task: StudyTask,
  values: Readonly<Record<string, number | string>>,
): readonly { readonly of: string; readonly text: string }[] {
  if (task.kind === "rate-texts") return task.texts.map(({ id, text }) => ({ of: id, text }));
  if (task.kind !== "own-text") return [];
  const { text } = values;
  return typeof text === "string" && text.trim() !== "" ? [{ of: "text", text }] : [];
}

function questionnaireData({ instrument }: QuestionnaireTask): readonly Datum[] {
  const values = instrument.responses.map(({ value }) => value);
  return instrument.items.map(({ id, text, reversed }) => ({
    name: id,
    description: `${instrument.name}: “${text}”${reversed === true ? " (reversed in scores; the raw answer is here)" : ""}`,
    level: "ordinal",
    zero: values.includes(0) ? "lower-end" : "none",
    levels: instrument.responses,
  }));
}

function freeText(name: string, description: string, longest: number): Datum {
  return { name, description, level: "text", zero: "none", longest };
}
