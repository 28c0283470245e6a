import type { RiskJudgement, RiskLatch, Turn } from "@openempathic/govern";
import type { z } from "zod";
import type { CheckRule } from "../check.ts";
import type { LanguageModel } from "../model/language-model.ts";
import type { LanguageModelTrouble } from "../model/language-model-unavailable-error.ts";
import type { ReplyLanguage } from "../plan.ts";

/** Data to be made by a language model. */
export interface StructuredRequest<Value> {
  /** Without one the outcome is "no-model", so that every caller has its way without a language model. */
  readonly model: LanguageModel | undefined;
  /** What to make, in plain sentences: the model's instructions. What a person wrote does not belong here. */
  readonly task: string;
  /**
   * What the person wrote, with the turns around it, oldest first and theirs last: risk is judged on it before any
   * model is asked. Empty where nothing that they wrote is sent along.
   */
  readonly turns: readonly Turn[];
  /** The remembered risk of the session, where there is one. */
  readonly latch?: RiskLatch;
  /** What the data must be. Every bound in it (lengths, counts) is held. */
  readonly schema: z.ZodType<Value>;
  /** The texts in it that a person will be shown: each is checked as a reply is. */
  readonly shown: (value: Value) => readonly string[];
  /** The language that the shown texts are checked in. */
  readonly language: ReplyLanguage;
  /** The most that is written, in tokens. Default 2,000. */
  readonly maxTokens?: number;
  readonly signal?: AbortSignal;
}

/** What came of asking for data. Everything but "made" means: go on without the model, and say what is lost. */
export type StructuredAnswer<Value> =
  /** The data, by its schema, every shown text checked. */
  | { readonly kind: "made"; readonly value: Value }
  /** What the person wrote, or the remembered risk, is "passive" or graver: no model was asked. Open the crisis path. */
  | { readonly kind: "risk"; readonly judgement: RiskJudgement }
  | { readonly kind: "no-model" }
  /** The model cannot be reached or broke off; `detail` is a sentence for people. */
  | { readonly kind: "model-trouble"; readonly trouble: LanguageModelTrouble; readonly detail: string }
  /** Twice no JSON, or not by the schema; `detail` says where, without the model's words. */
  | { readonly kind: "unusable"; readonly detail: string }
  /** By the schema, but a text to be shown broke a rule twice. */
  | { readonly kind: "unsafe"; readonly rules: readonly CheckRule[] };
