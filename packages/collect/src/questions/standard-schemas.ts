import { CATEGORIES } from "@openempathic/affect";
import type { Category } from "@openempathic/affect";
import { makeQuestionSchema } from "./question-schema.ts";
import type { QuestionSchema } from "./question-schema.ts";
import type { Question, Wording } from "./question.ts";

/** The schemas that come with the platform; a campaign may bring its own. */
export const STANDARD_SCHEMA_IDS = [
  "presence", "three-steps", "intensity", "grid", "comparison", "description", "transcript", "regions", "trace",
] as const; // prettier-ignore

export type StandardSchemaId = (typeof STANDARD_SCHEMA_IDS)[number];

/** How many steps above "not present" the sliders have: 0 to 7, as in the annotation of EmoNet. */
const SLIDER_STEPS = 7;
/** A free description has at least this many words. */
const DESCRIPTION_WORDS = 10;
/** Samples of a continuous trace, a second. */
const TRACE_HZ = 20;

/**
 * One of the platform's schemas. The sets about categories ask all 40 in the taxonomy's order, and so in its seven
 * groups; a task names those of them that it asks.
 *
 * @throws {RangeError} For another id.
 *
 * @example
 * ```ts
 * import { standardSchema } from "@openempathic/collect";
 *
 * standardSchema("presence").questions.length; // => 40
 * standardSchema("grid").questions.map(({ id }) => id); // => ["valence", "arousal", "dominance"]
 * ```
 */
export function standardSchema(id: StandardSchemaId): QuestionSchema {
  switch (id) {
    case "presence":
      return schema(id, both("Is it there?", "Ist es da?"), CATEGORIES.map(presence));
    case "three-steps":
      return schema(id, both("How clearly?", "Wie deutlich?"), CATEGORIES.map(threeSteps));
    case "intensity":
      return schema(id, both("How strongly?", "Wie stark?"), CATEGORIES.map(slider));
    case "grid":
      return schema(id, both("Where does it lie?", "Wo liegt es?"), DIMENSIONS);
    case "comparison":
      return schema(id, both("Which of the two?", "Welches von beiden?"), CATEGORIES.map(comparison));
    case "description":
      return schema(id, both("In your own words", "Mit eigenen Worten"), [DESCRIPTION]);
    case "transcript":
      return schema(id, both("What is said?", "Was wird gesagt?"), [TRANSCRIPT]);
    case "regions":
      return schema(id, both("Where is it?", "Wo ist es?"), [REGIONS]);
    case "trace":
      return schema(id, both("As it goes along", "Im Verlauf"), TRACES);
  }
  throw new RangeError(`standardSchema needs one of ${STANDARD_SCHEMA_IDS.join(", ")}; it got ${String(id)}`);
}

const DIMENSIONS: readonly Question[] = [
  position("valence", both("How pleasant does it sound?", "Wie angenehm klingt es?"), [
    both("unpleasant", "unangenehm"),
    both("pleasant", "angenehm"),
  ]),
  position("arousal", both("How stirred up does it sound?", "Wie aufgewühlt klingt es?"), [
    both("calm", "ruhig"),
    both("stirred up", "aufgewühlt"),
  ]),
  position("dominance", both("How much in control does it sound?", "Wie sehr klingt es nach Kontrolle?"), [
    both("at the mercy of things", "den Dingen ausgeliefert"),
    both("in control", "die Lage im Griff"),
  ]),
];

const DESCRIPTION: Question = {
  kind: "description",
  id: "description",
  about: null,
  prompt: both(
    "How does it sound to you? Describe it in your own words.",
    "Wie klingt es für dich? Beschreibe es mit eigenen Worten.",
  ),
  leastWords: DESCRIPTION_WORDS,
};

const TRANSCRIPT: Question = {
  kind: "transcript",
  id: "transcript",
  about: null,
  prompt: both("Write down what is said, word for word.", "Schreibe auf, was gesagt wird, Wort für Wort."),
};

const REGIONS: Question = {
  kind: "regions",
  id: "spans",
  about: null,
  of: "text",
  labels: CATEGORIES.map(({ id }) => id),
  prompt: both(
    "Mark the words that sound like something, and say like what.",
    "Markiere die Wörter, die nach etwas klingen, und sage, wonach.",
  ),
};

const TRACES: readonly Question[] = (["valence", "arousal"] as const).map((dimension) => ({
  kind: "trace",
  id: dimension,
  about: dimension,
  hz: TRACE_HZ,
  bounded: true,
  prompt:
    dimension === "valence"
      ? both("Follow how pleasant it sounds.", "Folge dem, wie angenehm es klingt.")
      : both("Follow how stirred up it sounds.", "Folge dem, wie aufgewühlt es klingt."),
}));

const THREE_STEPS: readonly Wording[] = [
  both("not there", "nicht da"),
  both("a little", "ein wenig"),
  both("clearly", "deutlich"),
];

// A category is named by its id: the site shows its name and its words in the reader's language.
function presence({ id }: Category): Question {
  const prompt = both(`Does it sound like ${id}?`, `Klingt es nach ${id}?`);
  return { kind: "presence", id, about: id, prompt };
}

function threeSteps({ id }: Category): Question {
  const prompt = both(`How clearly does it sound like ${id}?`, `Wie deutlich klingt es nach ${id}?`);
  return { kind: "intensity", id, about: id, most: THREE_STEPS.length - 1, steps: THREE_STEPS, prompt };
}

function slider({ id }: Category): Question {
  const prompt = both(`How strongly does it sound like ${id}?`, `Wie stark klingt es nach ${id}?`);
  return { kind: "intensity", id, about: id, most: SLIDER_STEPS, steps: null, prompt };
}

function comparison({ id }: Category): Question {
  const prompt = both(`Which sounds more like ${id}?`, `Welches klingt mehr nach ${id}?`);
  return { kind: "comparison", id, about: id, prompt };
}

function position(id: string, prompt: Wording, [low, high]: readonly [Wording, Wording]): Question {
  return { kind: "position", id, about: id, prompt, low, high };
}

function schema(id: StandardSchemaId, title: Wording, questions: readonly Question[]): QuestionSchema {
  return makeQuestionSchema({ id, version: 1, title, questions });
}

function both(en: string, de: string): Wording {
  return { en, de };
}
