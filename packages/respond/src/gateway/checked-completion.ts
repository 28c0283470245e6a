import type { CheckFinding } from "../check.ts";
import { checkReport, checkWhole } from "./check-words.ts";
import type { WordsCheck } from "./check-words.ts";
import type { EmpathyReport } from "./empathy-report.ts";
import { upstreamTrouble } from "./gateway-refusal.ts";
import { jsonSpanAt, spliceText, withMember } from "./json-text.ts";
import type { JsonSpan } from "./json-text.ts";

/**
 * Checks a whole completion: the words of every choice are held against the rules, a sentence that breaks one is
 * exchanged inside the text as it came, and `empathy` is added. Tool calls, refusals and log-probabilities stay
 * byte for byte; only those of an exchanged text are dropped, since they speak of other words.
 *
 * @param json - the upstream's body.
 * @param check - how words are checked; `undefined` when the reply is for a program.
 * @param report - writes the report once the checks are known.
 * @throws {GatewayRefusal} 502 `upstream_invalid_response` when the body is not a completion.
 */
export async function checkedCompletion(
  json: string,
  check: WordsCheck | undefined,
  report: (checks: EmpathyReport["checks"]) => EmpathyReport,
): Promise<string> {
  const choices = choicesOf(json);
  const edits: { span: JsonSpan; text: string }[] = [];
  const findings: CheckFinding[] = [];
  let shown = "";
  for (const [index, choice] of choices.entries()) {
    const content = choice.message?.content;
    if (check === undefined || typeof content !== "string" || content === "") continue;
    const checked = await checkWhole(content, check);
    shown += `${checked.text}\n`;
    findings.push(...checked.findings);
    if (checked.text === content) continue;
    const words = jsonSpanAt(json, ["choices", index, "message", "content"]);
    const logprobs = jsonSpanAt(json, ["choices", index, "logprobs"]);
    if (words !== undefined) edits.push({ span: words, text: JSON.stringify(checked.text) });
    if (logprobs !== undefined) edits.push({ span: logprobs, text: "null" });
  }
  const checks = check === undefined ? null : checkReport(shown, findings);
  return withMember(spliceText(json, edits), "empathy", JSON.stringify(report(checks)));
}

interface Choice {
  readonly message?: { readonly content?: unknown };
}

function choicesOf(json: string): readonly Choice[] {
  try {
    const body = JSON.parse(json) as { readonly choices?: unknown } | null;
    // The cast claims no more than that these are values; each field is looked at before it is used.
    if (Array.isArray(body?.choices)) return body.choices.map((choice) => (choice ?? {}) as Choice);
  } catch (cause) {
    throw notACompletion(cause);
  }
  throw notACompletion(undefined);
}

function notACompletion(cause: unknown): Error {
  return upstreamTrouble("The upstream's answer is not a chat completion.", {
    status: 502,
    wireCode: "upstream_invalid_response",
    cause,
  });
}
