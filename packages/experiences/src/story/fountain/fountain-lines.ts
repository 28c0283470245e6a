import type { ScriptBuilder } from "../script/script-builder.ts";
import type { SourceLine } from "../script/source-lines.ts";

/** What a line of a Fountain script is. */
export type FountainKind =
  | "blank"
  | "scene"
  | "character"
  | "dialogue"
  | "parenthetical"
  | "lyric"
  | "action"
  /** Transitions, sections, synopses, page breaks: there for the eye. */
  | "apart";

/** A line with what it is, by fountain.io/syntax. */
export interface FountainLine extends SourceLine {
  readonly kind: FountainKind;
  /** How many UTF-16 units of marks stand before its words. */
  readonly mark: number;
}

const SCENE = /^\s*(?:INT|EXT|EST|INT\.?\/EXT|I\/E)[. ]/iu;
const CUE = /^\s*(?=[^\p{Ll}]*\p{Lu})(?:[^\p{Ll}()\r\n]+)(?:\([^()]*\))*\s*\^?\s*$/u;
const TRANSITION = /^\s*[^\p{Ll}]*TO:\s*$/u;

/** Tells what each line is. Notes and boneyard are blank in `shown`, so that every sign keeps its place. */
export function fountainLines(
  lines: readonly SourceLine[],
  shown: readonly SourceLine[],
  builder: ScriptBuilder,
): readonly FountainLine[] {
  const told: FountainLine[] = [];
  let before: FountainKind = "blank";
  for (const [at, { start, text }] of shown.entries()) {
    const next = shown[at + 1]?.text.trim() ?? "";
    const { kind, mark } = kindOf(text, before, next);
    const line = { start, text: lines[at]?.text ?? text, kind, mark };
    checkLine(line, text, { next, builder });
    told.push(line);
    before = kind;
  }
  return told;
}

function kindOf(text: string, before: FountainKind, next: string): Pick<FountainLine, "kind" | "mark"> {
  const words = text.trim();
  const lead = text.length - text.trimStart().length;
  const inTalk = before === "character" || before === "dialogue" || before === "parenthetical";
  if (words === "") return { kind: "blank", mark: 0 };
  if (inTalk && words.startsWith("~")) return { kind: "dialogue", mark: lead + 1 };
  if (inTalk) return { kind: /^\(.*\)?$/u.test(words) ? "parenthetical" : "dialogue", mark: lead };
  if (words.startsWith("!")) return { kind: "action", mark: lead + 1 };
  if (words.startsWith("@")) return { kind: "character", mark: lead + 1 };
  if (words.startsWith("~")) return { kind: "lyric", mark: lead + 1 };
  if (/^\.[^.]|^\.$/u.test(words)) return { kind: "scene", mark: lead + 1 };
  if (/^(?:#|=(?!=)|={3,}$)/u.test(words)) return { kind: "apart", mark: lead };
  if (words.startsWith(">")) return { kind: words.endsWith("<") ? "action" : "apart", mark: lead + 1 };
  if (before !== "blank") return { kind: "action", mark: lead };
  if (SCENE.test(text)) return { kind: "scene", mark: lead };
  if (TRANSITION.test(text) && next === "") return { kind: "apart", mark: lead };
  return CUE.test(text) && next !== "" ? { kind: "character", mark: lead } : { kind: "action", mark: lead };
}

function checkLine(
  { start, kind, mark }: FountainLine,
  text: string,
  { next, builder }: { readonly next: string; readonly builder: ScriptBuilder },
): void {
  const words = text.slice(mark).trim();
  switch (kind) {
    case "scene": {
      const numbers = words.split("#").length - 1;
      if (words === "" || words === "#") builder.fault(start, "empty-heading");
      if (numbers % 2 === 1) builder.fault(start, "open-number", words);
      break;
    }
    case "character":
      if (words.replace(/\^$/u, "").trim() === "") builder.fault(start, "no-speaker");
      else if (next === "") builder.fault(start, "nothing-said", words);
      if (/\([^()]*$/u.test(words)) builder.fault(start, "open-parenthesis", words);
      break;
    case "parenthetical":
      if (!words.endsWith(")")) builder.fault(start, "open-parenthesis", words);
      if (/^\(\s*\)$/u.test(words)) builder.fault(start, "empty-direction");
      break;
    case "apart":
      if (/^#+\s*$/u.test(words)) builder.fault(start, "empty-heading");
      if (/^#{7,}/u.test(words)) builder.fault(start, "too-deep");
      if (/^=\s*$/u.test(words)) builder.fault(start, "empty-synopsis");
      if (words === "") builder.fault(start, "empty-transition");
      break;
    case "lyric":
      if (words === "") builder.fault(start, "nothing-said", "~");
      break;
    case "action":
      if (/^<?$/u.test(words)) builder.fault(start, "nothing-to-read");
      break;
    case "blank":
    case "dialogue":
  }
}
