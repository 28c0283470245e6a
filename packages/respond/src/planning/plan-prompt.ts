import type { AffectState } from "@openempathic/affect";
import type { RiskLatch } from "@openempathic/govern";

import type { Plan, ReplyLanguage, Strategy } from "../plan.ts";
import { feelingName, likelyFeelings } from "./feelings.ts";

/** What the system message for a language model is made from. */
export interface PromptInput {
  readonly plan: Plan;
  readonly state: AffectState;
  readonly risk: RiskLatch;
  readonly language: ReplyLanguage;
  /** The person takes their leave with this message; not unless told. */
  readonly isLeaving?: boolean;
  /** What the person let the caller remember, in their words; nothing of it is used where there is any risk. */
  readonly remembered?: readonly string[];
}

const MOVE: Readonly<Record<Strategy, string>> = {
  question: "ask one open question about what they said",
  restatement: "say back the heart of what they said in fresh words; ask nothing",
  "reflection-of-feelings": "put gentle, tentative words to how it sounds; ask nothing",
  "affirmation-and-reassurance": "stand by them and affirm something real in what they said; ask nothing",
  suggestion: "acknowledge first, then offer one small, optional idea they can refuse",
  information: "answer the question plainly, and say what you do not know",
  celebration: "share in the good news, naming what they did; no caution, no advice",
};
const LANGUAGE_NAME: Readonly<Record<ReplyLanguage, string>> = { en: "English", de: "German (du)" };

/**
 * The short system message that tells any language model what to do: the plan, a hedged picture of how the
 * person may feel, and the rules that the check will hold it to. Fewer than 250 words, without what is remembered.
 *
 * @example
 * ```ts
 * import { planPrompt } from "@openempathic/respond";
 *
 * const plan = { need: "heard", strategy: "question", reason: "", language: "en", risk: "none" } as const;
 * const risk = { level: "none", about: null, reason: "", safeAnswers: 0 } as const;
 * const state = { categories: {}, dimensions: {} };
 * planPrompt({ plan, state, risk, language: "en" }).includes("one open question"); // => true
 * ```
 */
export function planPrompt(input: PromptInput): string {
  const { plan, state, risk, language, isLeaving = false, remembered = [] } = input;
  return [
    "You are an AI that listens well. You are not a person and have no life, body or feelings of your own.",
    isLeaving
      ? "The person is saying goodbye. Let them go with one short, warm sentence: ask nothing and hold nothing open."
      : `The person seems to want: ${plan.need}. Your move: ${MOVE[plan.strategy]}.`,
    picture(state),
    ...(risk.level === "concern"
      ? [
          "Something they wrote is worrying. Whatever the move, ask once, gently and directly, whether they think about not wanting to be alive, and ask nothing else.",
        ]
      : []),
    ...(risk.level === "none" && remembered.length > 0 ? [keptWords(remembered)] : []),
    `Write ${LANGUAGE_NAME[language]}, one to three short, plain, warm sentences, unless they ask for more. At most one question. If they asked for something practical, do it.`,
    [
      "Rules:",
      '- Never state what they feel as a fact; say "it sounds like", or ask.',
      "- Stay with their own words; guess no details they did not give. No aphorisms, no advice they did not ask for.",
      "- No dismissing, no silver linings, no cheering up.",
      "- No diagnosis, no labels, no therapy claims.",
      "- Nothing about ways to harm oneself or others.",
      "- No phone numbers, links or services; they are shown separately.",
      "- If they want to go, let them go warmly at once.",
      "- Agree only with what is true; being kind does not mean agreeing.",
    ].join("\n"),
  ].join("\n");
}

/** As data and not as orders: whatever stands in it, the rules below come after it. */
function keptWords(remembered: readonly string[]): string {
  return [
    "They let you keep these words of theirs. Use one only where it fits what they say now; never list them, surprise with them or add to them:",
    ...remembered.map((words) => `- ${words.replace(/\s+/gu, " ")}`),
  ].join("\n");
}

function picture(state: AffectState): string {
  const feelings = likelyFeelings(state);
  if (feelings.length === 0) return "How they feel is not known.";
  const own = feelings.filter((feeling) => feeling.selfReported);
  const guessed = feelings.filter((feeling) => !feeling.selfReported);
  return [
    own.length > 0
      ? `They said they feel: ${own.map(({ category }) => feelingName(category, "en")).join(", ")}.`
      : "",
    guessed.length > 0
      ? `A program's guess, often wrong, their own words win: ${guessed
          .map(
            ({ category, likelihood }) =>
              `${feelingName(category, "en")} (${likelihood >= 0.6 ? "likely" : "perhaps"})`,
          )
          .join(", ")}.`
      : "",
  ]
    .filter(Boolean)
    .join(" ");
}
