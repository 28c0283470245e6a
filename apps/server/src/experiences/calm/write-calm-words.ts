import { wordSlots } from "@openempathic/experiences/calm";
import type { CalmPlatformEvent, CalmState, Sitting, WordSlot } from "@openempathic/experiences/calm";
import { askStructured } from "@openempathic/respond";
import type { StructuredAnswer } from "@openempathic/respond";
import { z } from "zod";
import type { EffectMeans } from "../effect-means.ts";

/** How many of the person's notes go along, newest last. */
const NOTES = 3;

const LANGUAGE_NAMES = { en: "English", de: "German, with the informal “du”" } as const;

/**
 * Asks the connected language model to word a sitting for its person: places and lengths are given, only words come
 * back. What it writes is held against the schema and the check of replies here, and line by line against the time
 * once more by the fold. Without usable words the library's own stand, and the reason is told.
 */
export async function writeCalmWords(
  means: EffectMeans,
  { state, sitting, signal }: { state: CalmState; sitting: Sitting; signal: AbortSignal },
): Promise<CalmPlatformEvent> {
  const slots = wordSlots(sitting.script);
  const { language } = sitting.script;
  const answer = await askStructured({
    model: await means.languageModel(),
    task: taskFor(sitting, slots),
    turns: state.notes.slice(-NOTES).map(({ text }) => ({ role: "person", text }) as const),
    latch: state.latch,
    schema: wordsSchema(slots),
    shown: ({ lines }) => lines.map(({ text }) => text),
    language,
    signal,
  });
  const of = sitting.sitting;
  if (answer.kind !== "made") return { kind: "words-not-written", of, trouble: TROUBLE[language](answer) };
  const words = answer.value.lines.map(({ place, text }) => ({ segment: place, text }));
  return { kind: "words-written", of, words };
}

function wordsSchema(slots: readonly WordSlot[]) {
  const line = z.strictObject({
    place: z.int().nonnegative(),
    text: z.string().min(1).max(300),
  });
  return z.strictObject({ lines: z.array(line).min(1).max(slots.length) });
}

function taskFor({ script, before }: Sitting, slots: readonly WordSlot[]): string {
  const feeling =
    before === undefined
      ? ""
      : ` On two sliders from 0 to 1 the person put pleasantness at ${before.valence.toFixed(2)} and being stirred up at ${before.arousal.toFixed(2)}.`;
  const places = slots.map(
    ({ segment, maxLetters, text }) => `- place ${segment}, at most ${maxLetters} letters: ${text}`,
  );
  return [
    `Reword the lines of a relaxation exercise (${script.title}) in ${LANGUAGE_NAMES[script.language]}, so that they suit this person.${feeling}`,
    "Keep the meaning and the order of each line. Short, warm, plain sentences, spoken to one person.",
    "Never mention seconds, minutes, counting or holding the breath: the timing is fixed by the program.",
    "Promise nothing, diagnose nothing, and do not say what the person feels.",
    "Each line must not be longer than its place allows. Leave a line out if the one that is there is better.",
    "The places, with the words that stand there now:",
    ...places,
  ].join("\n");
}

type Missed = Exclude<StructuredAnswer<unknown>, { readonly kind: "made" }>;

const TROUBLE: Readonly<Record<"en" | "de", (missed: Missed) => string>> = {
  en: (missed) => {
    if (missed.kind === "no-model") return "No language model is connected.";
    if (missed.kind === "model-trouble") return "The language model could not be reached, or broke off.";
    return missed.kind === "risk"
      ? "No language model was asked, because of what you wrote."
      : "What the language model wrote could not be used.";
  },
  de: (missed) => {
    if (missed.kind === "no-model") return "Es ist kein Sprachmodell verbunden.";
    if (missed.kind === "model-trouble") return "Das Sprachmodell war nicht erreichbar oder brach ab.";
    return missed.kind === "risk"
      ? "Wegen dem, was du geschrieben hast, wurde kein Sprachmodell gefragt."
      : "Was das Sprachmodell geschrieben hat, war nicht brauchbar.";
  },
};
