import {
  ABSENT_PROMPTS,
  councilWords,
  currentItem,
  itemsOf,
  optionsOf,
  wordsOfItem,
} from "@openempathic/experiences/council";
import type {
  CouncilEffect,
  CouncilEvent,
  CouncilState,
  Suggestion,
  SuggestionTopic,
} from "@openempathic/experiences/council";
import type { Unstamped } from "@openempathic/experiences";
import { askStructured } from "@openempathic/respond";
import type { StructuredAnswer } from "@openempathic/respond";
import { z } from "zod";
import type { EffectMeans, EffectRequest } from "../effect-means.ts";

const ANSWER = z.strictObject({
  suggestions: z
    .array(z.strictObject({ text: z.string().min(1).max(240), why: z.string().min(1).max(240) }))
    .min(1)
    .max(5),
});

const RULES =
  "You help somebody think a decision through. You give no verdict, no ranking and no advice on what to choose. " +
  "Speak of feelings only as something that may be so. Name nobody's illness. Do not repeat what is in the record. " +
  "Everything that you write is shown as a machine's guess, which the person may take or leave.";

type Suggested = Extract<Unstamped<CouncilEvent>, { kind: "suggested" }>;

/** Suggestions by the language model where one is connected and can answer, else from the built-in lists. */
export async function suggestFor(
  means: EffectMeans,
  { effect, state, signal }: EffectRequest<CouncilState, Extract<CouncilEffect, { kind: "suggest" }>>,
): Promise<Suggested> {
  const { of, topic } = effect;
  const answer = await askStructured({
    model: await means.languageModel(),
    task: `${RULES}\n\n${taskFor(state, topic)} Write in ${state.language === "de" ? "German" : "English"}.`,
    turns: [{ role: "person", text: recordOf(state) }],
    schema: ANSWER,
    shown: ({ suggestions }) => suggestions.flatMap(({ text, why }) => [text, why]),
    language: state.language,
    signal,
  });
  if (answer.kind === "made") {
    const suggestions = answer.value.suggestions.map((each, index) => ({
      ...each,
      suggestionId: idOf(of, index),
    }));
    return { kind: "suggested", of, source: "language-model", suggestions };
  }
  const trouble = troubleOf(answer);
  return {
    kind: "suggested",
    of,
    source: "built-in",
    suggestions: builtInSuggestions(state, topic, of),
    ...(trouble === undefined ? {} : { modelTrouble: trouble }),
  };
}

/** What the lists that come with the council suggest: questions that lead to the forgotten, in the council's language. */
export function builtInSuggestions(
  state: CouncilState,
  topic: SuggestionTopic,
  of: number,
): readonly Suggestion[] {
  const words = councilWords(state.language);
  switch (topic.kind) {
    case "stakeholders": {
      const used = new Set(itemsOf(state, "stakeholder").map(({ prompt }) => prompt));
      return ABSENT_PROMPTS.filter((prompt) => !used.has(prompt)).map((prompt, index) => ({
        suggestionId: idOf(of, index),
        text: words.absent[prompt].name,
        why: words.absent[prompt].text,
      }));
    }
    case "objection":
      return words.objectionQuestions.map((text, index) => ({ suggestionId: idOf(of, index), text }));
    case "lens":
      return [{ suggestionId: idOf(of, 0), text: words.lenses[topic.lens].text }];
  }
}

function taskFor(state: CouncilState, topic: SuggestionTopic): string {
  const words = councilWords(state.language);
  switch (topic.kind) {
    case "stakeholders":
      return (
        "Name up to five people, groups, animals or places that this decision may touch and that are not in the record " +
        "yet: first those who are not in the room, cannot speak for themselves, or come later. `text` is the name in a " +
        "few words, `why` one sentence on how it may touch them."
      );
    case "objection": {
      const option = optionsOf(state).find(({ optionId }) => optionId === topic.optionId);
      return (
        `Write the strongest fair objection to the option “${option?.title ?? topic.optionId}”, as somebody would who ` +
        "has thought about it and disagrees, in one to three versions from different sides. `text` is the objection, " +
        "`why` one sentence on whose view it is."
      );
    }
    case "lens": {
      const { name, text } = words.lenses[topic.lens];
      return (
        `Ask up to three questions that look at this very decision through the lens “${name}” (${text}). ` +
        "`text` is the question, `why` one sentence on what it may bring to light."
      );
    }
  }
}

/** What the person wrote so far, for the model: the question, the options and whom it touches. */
function recordOf(state: CouncilState): string {
  const frame = currentItem(state, "frame");
  const lines = [
    ...(frame === undefined ? [] : [`Question: ${frame.question}`, frame.context]),
    ...optionsOf(state).map((option) => `Option: ${wordsOfItem(option).filter(Boolean).join("; ")}`),
    ...itemsOf(state, "stakeholder").map(({ name }) => `Touches: ${name}`),
    ...itemsOf(state, "objection").map(({ text }) => `Objection: ${text}`),
  ];
  return lines.filter((line) => line.trim() !== "").join("\n");
}

/** Why the model's suggestions are not there, in a sentence; `undefined` where none is connected, which is no trouble. */
function troubleOf(answer: Exclude<StructuredAnswer<unknown>, { kind: "made" }>): string | undefined {
  switch (answer.kind) {
    case "no-model":
    case "risk":
      return undefined;
    case "model-trouble":
    case "unusable":
      return answer.detail;
    case "unsafe":
      return `What it wrote broke a rule: ${answer.rules.join(", ")}.`;
  }
}

function idOf(of: number, index: number): string {
  return `${String(of)}.${String(index + 1)}`;
}
