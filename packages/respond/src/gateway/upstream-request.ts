import { jsonElements, jsonMembers, jsonSpanAt, spliceText, withMember, withoutMember } from "./json-text.ts";
import type { JsonSpan } from "./json-text.ts";

/** The model name with which a client leaves the choice to the gateway's settings. */
export const GATEWAY_MODEL = "open-empathic";

/**
 * The body that goes upstream: the request's own text with `empathy` taken out, the plan put in as the (end of the
 * first) system message, and the model filled in where the request leaves it to us. Every other byte stays.
 *
 * Instructions are merged into a system or developer message that leads the conversation, since many servers'
 * templates take only one and only at the start; without one, a system message is put first.
 *
 * @param json - the request's body, a JSON object with a non-empty `messages` array.
 * @param change - the instructions to add (`undefined`: none) and the model that stands in.
 */
export function upstreamRequest(
  json: string,
  change: { readonly instructions: string | undefined; readonly model: string },
): string {
  let body = withoutMember(json, "empathy");
  const model = jsonSpanAt(body, ["model"]);
  if (model === undefined) body = withMember(body, "model", JSON.stringify(change.model));
  else if (valueAt(body, model) === GATEWAY_MODEL) {
    body = spliceText(body, [{ span: model, text: JSON.stringify(change.model) }]);
  }
  return change.instructions === undefined ? body : withInstructions(body, change.instructions);
}

function withInstructions(body: string, instructions: string): string {
  const messages = jsonSpanAt(body, ["messages"]);
  const first = messages === undefined ? undefined : jsonElements(body, messages.start)[0];
  if (first === undefined) return body;
  const members = jsonMembers(body, first.start);
  const role = members.findLast((member) => member.key === "role");
  const content = members.findLast((member) => member.key === "content");
  const leads = role !== undefined && ["system", "developer"].includes(String(valueAt(body, role.value)));
  if (!leads || content === undefined) {
    const message = JSON.stringify({ role: "system", content: instructions });
    return spliceText(body, [{ span: { start: first.start, end: first.start }, text: `${message},` }]);
  }
  return spliceText(body, [{ span: content.value, text: mergedContent(body, content.value, instructions) }]);
}

function mergedContent(body: string, content: JsonSpan, instructions: string): string {
  const present = valueAt(body, content);
  if (!Array.isArray(present)) {
    const before = typeof present === "string" && present !== "" ? `${present}\n\n` : "";
    return JSON.stringify(before + instructions);
  }
  const part = JSON.stringify({ type: "text", text: instructions });
  const parts = body.slice(content.start, content.end);
  return `${parts.slice(0, -1)}${present.length === 0 ? "" : ","}${part}]`;
}

function valueAt(json: string, span: JsonSpan): unknown {
  return JSON.parse(json.slice(span.start, span.end)) as unknown;
}
