import { courseOf, hintLadder, taskOf } from "@openempathic/experiences/tutor";
import type { TutorEffect, TutorPlatformEvent, TutorState } from "@openempathic/experiences/tutor";
import { askStructured } from "@openempathic/respond";
import { z } from "zod";
import type { EffectMeans } from "../effect-means.ts";

const LANGUAGE_NAMES = { en: "English", de: "German, with the informal “du”" } as const;
const hintSchema = z.strictObject({ hint: z.string().min(1).max(400) });
/** What the learner last said goes along, so that the words can fit. */
const SAID = 3;

/** Asks the connected language model for the last hint in other words. Without usable words, the course's own stand. */
export async function wordHint(
  means: EffectMeans,
  asked: {
    readonly effect: Extract<TutorEffect, { readonly kind: "word-hint" }>;
    readonly state: TutorState;
    readonly signal: AbortSignal;
  },
): Promise<TutorPlatformEvent> {
  const { effect, state, signal } = asked;
  const { itemId, level } = effect;
  const task = taskOf(state);
  const language = courseOf(state)?.language ?? state.language;
  const hint = task === undefined ? undefined : hintLadder(task, language)[level - 1];
  if (task === undefined || hint === undefined)
    return { kind: "hint-not-worded", itemId, level, trouble: "unusable" };
  const answer = await askStructured({
    model: await means.languageModel(),
    task: [
      `Say a hint to a learner in other words, in ${LANGUAGE_NAMES[language]}: one or two short, plain, warm sentences.`,
      "Help exactly as far as the hint does: never give the answer, and no step that the hint does not give.",
      "Say nothing about the learner’s feelings, talent or intelligence.",
      `The task: ${task.prompt}`,
      `The hint: ${hint}`,
    ].join("\n"),
    turns: state.said.slice(-SAID).map(({ text }) => ({ role: "person", text }) as const),
    ...(state.latch === undefined ? {} : { latch: state.latch }),
    schema: hintSchema,
    shown: ({ hint: words }) => [words],
    language,
    signal,
  });
  switch (answer.kind) {
    case "made":
      return { kind: "hint-worded", itemId, level, text: answer.value.hint };
    case "unsafe":
      return { kind: "hint-not-worded", itemId, level, trouble: "unusable" };
    case "no-model":
    case "model-trouble":
    case "unusable":
    case "risk":
      return { kind: "hint-not-worded", itemId, level, trouble: answer.kind };
  }
}
