import { isGraveRisk, judgeRisk } from "@openempathic/govern";
import type { RiskJudgement, Turn } from "@openempathic/govern";
import { z } from "zod";
import type { CheckRule } from "../check.ts";
import { checkSentence } from "../checking/check-sentence.ts";
import type { LanguageModel } from "../model/language-model.ts";
import { LanguageModelUnavailableError } from "../model/language-model-unavailable-error.ts";
import type { ReplyLanguage } from "../plan.ts";
import { jsonIn } from "./json-in.ts";
import type { StructuredAnswer, StructuredRequest } from "./structured-answer.ts";

const DEFAULT_MAX_TOKENS = 2_000;

/**
 * Asks a language model for data instead of a reply. Risk is judged first, by code, on what the person wrote: at
 * "passive" and above no model is asked. What the model writes is read as JSON and held against the schema, and every
 * text in it that a person will see goes through the check of replies. Where one of these fails, the model is told so
 * and asked once more; then it is given up, and the outcome says why.
 *
 * @throws Whatever reason `signal` was aborted with; nothing else.
 */
export async function askStructured<Value>(
  request: StructuredRequest<Value>,
): Promise<StructuredAnswer<Value>> {
  const judgement = riskIn(request);
  if (judgement !== undefined) return { kind: "risk", judgement };
  const { model } = request;
  if (model === undefined) return { kind: "no-model" };
  try {
    const first = await attempt(request, model, firstTurns(request.turns));
    if (first.answer.kind === "made") return first.answer;
    const again: Turn[] = [
      ...firstTurns(request.turns),
      // Some servers refuse an empty message.
      { role: "assistant", text: first.wrote.trim() === "" ? "…" : first.wrote },
      { role: "person", text: complaint(first.answer) },
    ];
    return (await attempt(request, model, again)).answer;
  } catch (error) {
    request.signal?.throwIfAborted();
    if (!(error instanceof LanguageModelUnavailableError)) throw error;
    return { kind: "model-trouble", trouble: error.trouble, detail: error.message };
  }
}

/** The risk that keeps a model from being asked; `undefined` where none does. */
function riskIn({
  turns,
  latch,
}: Pick<StructuredRequest<unknown>, "turns" | "latch">): RiskJudgement | undefined {
  const judged = turns.length === 0 ? undefined : judgeRisk(turns);
  if (judged !== undefined && isGraveRisk(judged.level)) return judged;
  if (latch === undefined || !isGraveRisk(latch.level)) return undefined;
  const { level, about, reason, topic } = latch;
  return { level, about, reason, ...(topic === undefined ? {} : { topic }) };
}

/** The schema without the name of its dialect, which servers know and some refuse to read. */
function jsonSchemaOf(schema: z.ZodType): Record<string, unknown> {
  const keywords = Object.entries(z.toJSONSchema(schema, { unrepresentable: "any" }));
  return Object.fromEntries(keywords.filter(([keyword]) => keyword !== "$schema"));
}

function firstTurns(turns: readonly Turn[]): readonly Turn[] {
  return turns.length > 0 ? turns : [{ role: "person", text: "Please begin." }];
}

type Failed = Extract<StructuredAnswer<never>, { readonly kind: "unusable" | "unsafe" }>;

async function attempt<Value>(
  request: StructuredRequest<Value>,
  model: LanguageModel,
  turns: readonly Turn[],
): Promise<{
  readonly wrote: string;
  readonly answer: Failed | { readonly kind: "made"; readonly value: Value };
}> {
  const { task, schema, shown, language, maxTokens = DEFAULT_MAX_TOKENS, signal } = request;
  const jsonSchema = jsonSchemaOf(schema);
  const wrote = await model.writeData({
    system: `${task}\n\nAnswer only with JSON that follows this JSON Schema, without any other words:\n${JSON.stringify(jsonSchema)}`,
    turns,
    jsonSchema,
    maxTokens,
    ...(signal === undefined ? {} : { signal }),
  });
  const json = jsonIn(wrote);
  if (json === undefined) return { wrote, answer: { kind: "unusable", detail: "It was not JSON." } };
  const read = schema.safeParse(json.value);
  if (!read.success) return { wrote, answer: { kind: "unusable", detail: whereIn(read.error.issues) } };
  const rules = rulesBroken(shown(read.data), language);
  if (rules.length > 0) return { wrote, answer: { kind: "unsafe", rules } };
  return { wrote, answer: { kind: "made", value: read.data } };
}

/** The rules that texts break, each once. */
function rulesBroken(texts: readonly string[], language: ReplyLanguage): readonly CheckRule[] {
  const broken = texts.flatMap((text) => {
    // A reply's check leaves code and JSON unread. Data has no such places: it is read from the first letter on.
    const prose = text.replace(/`{2,}|~{2,}/gu, " ").replace(/^[\s{["]+/u, "");
    return checkSentence(prose, { language });
  });
  return [...new Set(broken.map(({ rule }) => rule))];
}

function whereIn(issues: readonly z.core.$ZodIssue[]): string {
  const told = issues.slice(0, 3).map(({ path, message }) => `${path.join(".") || "the whole"}: ${message}`);
  return `It did not follow the schema (${told.join("; ")}).`;
}

function complaint(failed: Failed): string {
  const why =
    failed.kind === "unusable"
      ? failed.detail
      : `It may not be shown to the person, because a text in it breaks a rule: ${failed.rules.join(", ")}.`;
  return `${why} Answer again, with JSON that follows the schema and nothing else.`;
}
