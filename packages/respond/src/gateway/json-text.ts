/** Where a value stands in a JSON text: UTF-16 offsets, end exclusive. */
export interface JsonSpan {
  readonly start: number;
  readonly end: number;
}

/** One member of an object: from its key's quote to its value's end. */
export interface JsonMember {
  readonly key: string;
  readonly keyStart: number;
  readonly value: JsonSpan;
}

/**
 * The members of the object that begins at `start`, so that one of them can be changed and every other byte left as
 * it was (numbers beyond doubles, field order, fields nobody here knows).
 *
 * @param json - a text that `JSON.parse` accepts; anything else gives nonsense.
 * @param start - offset of the object's brace or of white space before it.
 */
export function jsonMembers(json: string, start = 0): readonly JsonMember[] {
  const members: JsonMember[] = [];
  let at = skipSpace(json, skipSpace(json, start) + 1);
  while (json[at] !== "}") {
    const keyStart = at;
    const keyEnd = skipString(json, keyStart);
    const valueStart = skipSpace(json, skipSpace(json, keyEnd) + 1);
    const end = skipValue(json, valueStart);
    // The cast is safe: this slice is a JSON string.
    members.push({
      key: JSON.parse(json.slice(keyStart, keyEnd)) as string,
      keyStart,
      value: { start: valueStart, end },
    });
    at = afterComma(json, end);
  }
  return members;
}

/** The elements of the array that begins at `start`. */
export function jsonElements(json: string, start = 0): readonly JsonSpan[] {
  const elements: JsonSpan[] = [];
  let at = skipSpace(json, skipSpace(json, start) + 1);
  while (json[at] !== "]") {
    const end = skipValue(json, at);
    elements.push({ start: at, end });
    at = afterComma(json, end);
  }
  return elements;
}

/** Where the value at a path stands; `undefined` when the path leads nowhere. Of repeated keys the last counts. */
export function jsonSpanAt(json: string, path: readonly (string | number)[]): JsonSpan | undefined {
  const first = skipSpace(json, 0);
  let span: JsonSpan | undefined = { start: first, end: skipValue(json, first) };
  for (const step of path) {
    if (span === undefined) return undefined;
    const opening: string | undefined = json[span.start];
    if (typeof step === "number") {
      span = opening === "[" ? jsonElements(json, span.start)[step] : undefined;
    } else {
      span = opening === "{" ? memberOf(json, span.start, step)?.value : undefined;
    }
  }
  return span;
}

/** The text with some spans replaced; the spans must not overlap. */
export function spliceText(
  text: string,
  edits: readonly { readonly span: JsonSpan; readonly text: string }[],
): string {
  let result = "";
  let at = 0;
  for (const edit of [...edits].sort((a, b) => a.span.start - b.span.start)) {
    result += text.slice(at, edit.span.start) + edit.text;
    at = edit.span.end;
  }
  return result + text.slice(at);
}

/** An object's text with one more member at its end. */
export function withMember(json: string, key: string, valueJson: string): string {
  const closing = json.lastIndexOf("}");
  const isEmpty = /^\s*\{\s*$/u.test(json.slice(0, closing));
  return `${json.slice(0, closing)}${isEmpty ? "" : ","}${JSON.stringify(key)}:${valueJson}${json.slice(closing)}`;
}

/** An object's text without a member, however often the key stands there. */
export function withoutMember(json: string, key: string): string {
  const members = jsonMembers(json);
  const kept = members.filter((member) => member.key !== key);
  if (kept.length === members.length) return json;
  const last = members.at(-1);
  const first = members[0];
  if (last === undefined || first === undefined) return json;
  const body = kept.map((member) => json.slice(member.keyStart, member.value.end)).join(",");
  return json.slice(0, first.keyStart) + body + json.slice(last.value.end);
}

function memberOf(json: string, start: number, key: string): JsonMember | undefined {
  return jsonMembers(json, start).findLast((member) => member.key === key);
}

function afterComma(json: string, valueEnd: number): number {
  const next = skipSpace(json, valueEnd);
  return json[next] === "," ? skipSpace(json, next + 1) : next;
}

function skipSpace(json: string, start: number): number {
  let at = start;
  while (json[at] === " " || json[at] === "\n" || json[at] === "\r" || json[at] === "\t") at += 1;
  return at;
}

function skipString(json: string, start: number): number {
  let at = start + 1;
  while (json[at] !== '"' && at < json.length) at += json[at] === "\\" ? 2 : 1;
  return at + 1;
}

/** Nesting is counted, not recursed into: a text of 100,000 brackets is no trouble. */
function skipValue(json: string, start: number): number {
  const opening = json[start];
  if (opening === '"') return skipString(json, start);
  let at = start;
  if (opening !== "{" && opening !== "[") {
    while (at < json.length && !",]} \n\r\t".includes(json.charAt(at))) at += 1;
    return at;
  }
  let depth = 0;
  do {
    const character = json[at];
    if (character === '"') {
      at = skipString(json, at);
      continue;
    }
    if (character === "{" || character === "[") depth += 1;
    if (character === "}" || character === "]") depth -= 1;
    at += 1;
  } while (depth > 0 && at < json.length);
  return at;
}
