import { checkedStream } from "../checking/checked-stream.ts";
import { replacementFor } from "../checking/replacement-for.ts";
import type { CheckRule } from "../check.ts";
import type { CheckedPart } from "../checking/reply-check.ts";
import { rewritePrompt, rewrittenSentence } from "../gateway/rewrite-prompt.ts";
import type { LanguageModel } from "../model/language-model.ts";
import { LanguageModelUnavailableError } from "../model/language-model-unavailable-error.ts";
import type { Plan } from "../plan.ts";
import type { RiskLatch } from "@openempathic/govern";
import { planPrompt } from "../planning/plan-prompt.ts";
import type { AnswerRequest } from "./answer-event.ts";

/** What the model is to word. */
export interface Wording {
  readonly plan: Plan;
  readonly latch: RiskLatch;
  readonly model: LanguageModel;
  /** The person takes their leave with this message. */
  readonly isLeaving: boolean;
}

/** The language model's wording of a plan, sentence by sentence through the check. */
export function modelWords(
  { turns, state, remembered, signal }: AnswerRequest,
  { plan, latch, model, isLeaving }: Wording,
): AsyncIterable<CheckedPart> {
  const { language } = plan;
  const known = remembered === undefined ? {} : { remembered };
  const system = planPrompt({ plan, state, risk: latch, language, isLeaving, ...known });
  const withSignal = signal === undefined ? {} : { signal };
  const regenerate = async (failed: string, rule: CheckRule): Promise<string | undefined> => {
    const again = [
      ...turns,
      { role: "assistant", text: failed } as const,
      { role: "person", text: rewritePrompt(failed, rule) } as const,
    ];
    try {
      let sentence = "";
      for await (const piece of model.word({ system, turns: again, ...withSignal })) sentence += piece;
      return rewrittenSentence(sentence);
    } catch (error) {
      // No second wording to be had: the sentence is replaced instead.
      if (error instanceof LanguageModelUnavailableError) return undefined;
      throw error;
    }
  };
  const replace = (rule: CheckRule): string => replacementFor(rule, language);
  return checkedStream(model.word({ system, turns, ...withSignal }), {
    language,
    regenerate,
    replace,
    ...withSignal,
  });
}
