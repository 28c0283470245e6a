import { SCRIPT_LIMITS } from "../script/script.ts";

/** The signs that open and close what ink evaluates. */
export interface Braces {
  /** How deep it is in braces at the end, from where it began. */
  readonly depth: number;
  /** Where a brace closes that none opened. */
  readonly strayAt?: number;
  readonly isTooDeep: boolean;
}

/** Counts the braces of a text; `\{` is a letter. */
export function countBraces(text: string, from = 0): Braces {
  let depth = from;
  let isTooDeep = false;
  for (const { 0: sign, index } of text.matchAll(/\\.|[{}]/gu)) {
    if (sign === "{") depth += 1;
    if (sign === "}") depth -= 1;
    if (depth < 0) return { depth, strayAt: index, isTooDeep };
    isTooDeep ||= depth > SCRIPT_LIMITS.depth;
  }
  return { depth, isTooDeep };
}

/** Where one of these signs stands outside of braces, -1 where none does. */
export function indexOutside(text: string, signs: RegExp, from = 0): number {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    if (sign === "\\") {
      at += 1;
      continue;
    }
    if (sign === "{") depth += 1;
    if (sign === "}") depth -= 1;
    if (at < from || depth !== 0 || sign === "}") continue;
    signs.lastIndex = at;
    if (signs.test(text)) return at;
  }
  return -1;
}

/** Parts of a text between a sign, such as a bar, where it stands outside of braces. */
export function partsOutside(text: string, sign: string): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === "\\") at += 1;
    else if (text[at] === "{") depth += 1;
    else if (text[at] === "}") depth -= 1;
    else if (text[at] === sign && depth === 0) {
      parts.push(text.slice(start, at));
      start = at + 1;
    }
  }
  return [...parts, text.slice(start)];
}

/** Where the braces close that open at an index, or the end of the text. */
export function closingBrace(text: string, open: number): number {
  let depth = 0;
  for (let at = open; at < text.length; at += 1) {
    const sign = text[at];
    if (sign === "\\") at += 1;
    else if (sign === "{") depth += 1;
    else if (sign === "}" && (depth -= 1) === 0) return at;
  }
  return text.length;
}

/**
 * What of a text is surely read: of alternatives (`{a|b}`, `{&a|b}`, `{x: a|b}`) the first, of printed variables nothing.
 */
export function plainInk(text: string): string {
  let plain = "";
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at] ?? "";
    if (sign === "\\") {
      plain += text[at + 1] ?? "";
      at += 1;
    } else if (sign === "{") {
      const end = closingBrace(text, at);
      plain += firstAlternative(text.slice(at + 1, end));
      at = end;
    } else plain += sign;
  }
  return plain.replaceAll("<>", " ").replace(/\s+/gu, " ").trim();
}

/** The condition of what stands in braces, and its alternatives. */
export function alternativesIn(inside: string): {
  readonly condition?: string;
  readonly parts: readonly string[];
} {
  const colon = indexOutside(inside, /:/uy);
  const bar = indexOutside(inside, /\|/uy);
  const hasCondition = colon >= 0 && (bar < 0 || colon < bar);
  const rest = hasCondition ? inside.slice(colon + 1) : inside;
  const parts = partsOutside(rest, "|");
  return hasCondition ? { condition: inside.slice(0, colon).trim(), parts } : { parts };
}

function firstAlternative(inside: string): string {
  const { condition, parts } = alternativesIn(inside);
  if (condition === undefined && parts.length === 1) return "";
  const first = (parts[0] ?? "").replace(condition === undefined ? /^\s*[&!~]/u : /^/u, "");
  const divert = indexOutside(first, /->|<-/uy);
  return plainInk(divert < 0 ? first : first.slice(0, divert));
}
