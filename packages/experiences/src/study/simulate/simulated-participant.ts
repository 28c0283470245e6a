import { makeEstimate } from "@openempathic/affect";
import type { Estimate } from "@openempathic/affect";
import { normalQuantile, seededRandom } from "@openempathic/measure";
import { responseRange } from "../instrument/instrument.ts";
import type { DatumValue } from "../protocol/datum.ts";
import type { QuestionnaireTask, StudyTask } from "../protocol/protocol.ts";

/** Somebody who does not exist, for trying out a study: the same seed gives the same answers everywhere. */
export interface SimulatedParticipant {
  /** What they answer to a task; items are left out now and then, as people do. */
  answer(task: StudyTask): Readonly<Record<string, DatumValue>>;
  /** What a model might make of a text; its source says that it was simulated. */
  estimate(text: string): Estimate;
  /** A number from 0 to 1, without 1. */
  chance(): number;
}

const TEXTS = [
  "I could not sleep, and everything was too much for me.",
  "I was angry with my brother because he forgot to call.",
  "Nothing much happened; I cooked and went to bed.",
  "My friend came by and we talked until late.",
  "We laughed so much today, I was really happy.",
] as const;
const WORDS = ["tired", "tense", "all right", "calm", "glad"] as const;

/** Items are left out this often, about what surveys on the web see. */
const LEFT_OUT = 0.02;

/**
 * Makes somebody who answers: how they are in general and how they feel today are drawn once, every answer is that plus
 * noise, and reversed items are answered the other way round. Their answers are no evidence about people.
 *
 * @param seed any whole number
 */
export function simulatedParticipant(seed: number): SimulatedParticipant {
  const random = seededRandom(seed >>> 0);
  const normal = (): number => normalQuantile(Math.min(Math.max(random(), 1e-9), 1 - 1e-9));
  const trait = normal();
  const pleasant = normal();
  const stirred = normal();
  const slider = (value: number): number => Math.round(100 / (1 + Math.exp(-(value + 0.5 * normal())))) / 100;
  const step = (value: number): number =>
    Math.min(9, Math.max(1, Math.round(5 + 1.6 * value + 0.8 * normal())));
  const pick = <Value>(values: readonly Value[], value: number): Value =>
    // The cast is safe: the index is inside the list.
    values[Math.min(values.length - 1, Math.max(0, Math.round(2 + value + 0.4 * normal())))] as Value;

  function questionnaire({ instrument }: QuestionnaireTask): Record<string, DatumValue> {
    const { low, high } = responseRange(instrument);
    const values = instrument.responses.map(({ value }) => value);
    const answers: Record<string, DatumValue> = {};
    for (const { id, reversed } of instrument.items) {
      if (random() < LEFT_OUT) continue;
      const middle = (low + high) / 2 + ((high - low) / 4) * (0.8 * trait + 0.6 * normal());
      const wanted = reversed === true ? low + high - middle : middle;
      answers[id] = values.reduce((best, value) =>
        Math.abs(value - wanted) < Math.abs(best - wanted) ? value : best,
      );
    }
    return answers;
  }

  function answer(task: StudyTask): Readonly<Record<string, DatumValue>> {
    switch (task.kind) {
      case "page":
        return {};
      case "questionnaire":
        return questionnaire(task);
      case "affective-slider":
        return { pleasure: slider(pleasant), arousal: slider(stirred) };
      case "affect-grid":
        return { pleasure: step(pleasant), arousal: step(stirred) };
      case "free-label":
        return { words: pick(WORDS, pleasant) };
      case "own-text":
        return { text: pick(TEXTS, pleasant), pleasure: slider(pleasant), arousal: slider(stirred) };
      case "rate-texts":
        return Object.fromEntries(
          task.texts.flatMap(({ id, text }) => [
            [`${id}_pleasure`, slider(valueOf(text, "valence"))],
            [`${id}_arousal`, slider(valueOf(text, "arousal"))],
          ]),
        );
    }
  }

  function estimate(text: string): Estimate {
    const spread = (value: number) => ({ mean: Math.tanh(0.6 * value + 0.3 * normal()), sd: 0.35 });
    return makeEstimate({
      modality: "text",
      likelihood: {},
      dimensions: { valence: spread(valueOf(text, "valence")), arousal: spread(valueOf(text, "arousal")) },
      source: { kind: "model", id: "simulated", version: "1" },
    });
  }

  return { answer, estimate, chance: random };
}

/** How a text sounds to everybody in the simulation: its place in the list, or a number from its letters. */
function valueOf(text: string, dimension: "valence" | "arousal"): number {
  const known = TEXTS.findIndex((each) => each === text);
  if (known !== -1) return dimension === "valence" ? known - 2 : ([0.5, 1.5, -1.5, 0, 1.2][known] ?? 0);
  let sum = dimension === "valence" ? 17 : 91;
  for (const letter of text) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 1009;
  return (sum / 1009) * 4 - 2;
}
