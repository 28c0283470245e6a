import type { SourceLine } from "../script/source-lines.ts";

/** One line of a Yarn body in its parts. Offsets are those of the source. */
export interface YarnLine {
  readonly indent: number;
  readonly at: number;
  readonly kind: "option" | "item" | "command" | "line";
  /** A command without its signs, or the words without tags, comment and condition. */
  readonly text: string;
  readonly textAt: number;
  readonly textEnd: number;
  readonly condition?: string;
  readonly tags: readonly string[];
  readonly tagAt: number;
  /** What is wrong with it. */
  readonly fault?: "open-command" | "stray-command" | "old-link" | "open-brace" | "stray-brace";
}

const TAB = 8;

/** Cuts a line of a Yarn body; `undefined` where there is nothing on it. */
export function cutYarnLine({ start, text: whole }: SourceLine): YarnLine | undefined {
  const code = withoutComment(whole);
  const trimmed = code.trim();
  if (trimmed === "") return undefined;
  const lead = code.length - code.trimStart().length;
  const indent = Array.from(code.slice(0, lead)).reduce((sum, sign) => sum + (sign === "\t" ? TAB : 1), 0);
  const mark = /^(?:->|=>)\s*/u.exec(trimmed)?.[0] ?? "";
  const from = lead + mark.length;
  const command = mark === "" ? /^<<(.*?)>>\s*((?:#\S+\s*)*)$/u.exec(trimmed) : null;
  const frame = { indent, at: start + lead };
  if (command !== null) {
    const text = (command[1] ?? "").trim();
    const end = start + lead + trimmed.length;
    return { ...frame, kind: "command", text, textAt: start + lead, textEnd: end, tags: [], tagAt: end };
  }
  const { text, tags, condition, end, tagAt } = cutTail(code.slice(from));
  const fault = faultIn(code.slice(from, from + end));
  return {
    ...frame,
    kind: mark.startsWith("->") ? "option" : mark === "" ? "line" : "item",
    text,
    textAt: start + from,
    textEnd: start + from + end,
    tags,
    tagAt: start + from + tagAt,
    ...(condition === undefined ? {} : { condition }),
    ...(fault === undefined ? {} : { fault }),
  };
}

/** Words, then a condition, then tags, as Yarn has them at the end of a line. */
function cutTail(code: string): {
  readonly text: string;
  readonly tags: readonly string[];
  readonly condition?: string;
  readonly end: number;
  readonly tagAt: number;
} {
  const tagAt = code.trimEnd().length;
  const hash = /(?:^|[^\\])(#)/u.exec(code);
  const cut = hash === null ? tagAt : hash.index + hash[0].length - 1;
  const tags = [...code.slice(cut).matchAll(/#([^\s#]+)/gu)].map(([, tag]) => tag ?? "");
  const words = code.slice(0, cut).trimEnd();
  const condition = /<<\s*(?:if\s+|once\b)(.*?)>>$/u.exec(words);
  const text = (condition === null ? words : words.slice(0, condition.index)).trimEnd();
  return {
    text: plainYarn(text),
    tags,
    end: text.length,
    tagAt,
    ...(condition === null ? {} : { condition: (condition[1] ?? "").trim() || "once" }),
  };
}

function withoutComment(text: string): string {
  const at = text.search(/(?<![:\\])\/\//u);
  return at < 0 ? text : text.slice(0, at);
}

/** Without values, markup and escapes. */
function plainYarn(text: string): string {
  return text
    .replace(/\{[^{}]*\}/gu, " ")
    .replace(/(?<!\\)\[\/?[\p{L}\p{N}_]*(?:[ =][^[\]]*)?\/?\]/gu, "")
    .replace(/\\(.)/gu, "$1")
    .replace(/\s+/gu, " ")
    .trim();
}

function faultIn(words: string): YarnLine["fault"] {
  if (/\[\[[^[\]]*\]\]/u.test(words)) return "old-link";
  if (words.includes("<<")) return words.includes(">>") ? "stray-command" : "open-command";
  if (words.includes(">>")) return "stray-command";
  const braces = words.replace(/\\[{}]/gu, "").replace(/\{[^{}]*\}/gu, "");
  if (braces.includes("{")) return "open-brace";
  return braces.includes("}") ? "stray-brace" : undefined;
}
