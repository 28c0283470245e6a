/** A piece of a lesson or a task, as a page can draw it. */
export type LessonBlock =
  | { readonly kind: "heading"; readonly level: 2 | 3; readonly words: readonly LessonWords[] }
  | { readonly kind: "paragraph"; readonly words: readonly LessonWords[] }
  | {
      readonly kind: "list";
      readonly isOrdered: boolean;
      readonly items: readonly (readonly LessonWords[])[];
    }
  /** A drawn chart of bars: values above 0; `from` is where the axis begins, 0 in an honest one. */
  | {
      readonly kind: "bars";
      readonly from: number;
      readonly bars: readonly { readonly label: string; readonly value: number }[];
    }
  /** A strip cut into equal parts, some of them filled: a fraction to look at. */
  | { readonly kind: "strip"; readonly filled: number; readonly parts: number };

/** Words in one manner. */
export interface LessonWords {
  readonly text: string;
  readonly manner: "plain" | "strong" | "emphasis" | "code";
}

/**
 * Reads the Markdown of lessons and tasks: headings (## and ###), paragraphs, lists, **strong**, *emphasis*, `code`,
 * and two drawings of our own in fences: ` ```bars ` with lines `label: value` (and `axis from 40`), and ` ```strip `
 * with a line such as `3/4`. Anything else is text: no HTML, no links, nothing to run.
 *
 * @example
 * ```ts
 * import { lessonBlocks } from "@openempathic/experiences/tutor";
 *
 * lessonBlocks("A **half**."); // => [{ kind: "paragraph", words: [{ text: "A ", manner: "plain" }, { text: "half", manner: "strong" }, { text: ".", manner: "plain" }] }]
 * ```
 */
export function lessonBlocks(markdown: string): readonly LessonBlock[] {
  return markdown
    .replaceAll("\r\n", "\n")
    .split(/\n{2,}/u)
    .filter((part) => part.trim() !== "")
    .map((part) => blockOf(part.trim()));
}

function blockOf(part: string): LessonBlock {
  const lines = part.split("\n");
  const drawing = /^```(bars|strip)\n([\s\S]*?)\n?```$/u.exec(part);
  if (drawing !== null) {
    const inside = (drawing[2] ?? "").split("\n");
    const drawn = drawing[1] === "bars" ? barsOf(inside) : stripOf(inside);
    if (drawn !== undefined) return drawn;
  }
  const heading = /^(#{2,3}) (.+)$/u.exec(part);
  if (heading !== null) {
    return { kind: "heading", level: heading[1] === "##" ? 2 : 3, words: wordsOf(heading[2] ?? "") };
  }
  for (const [isOrdered, mark] of [
    [false, /^[-*] /u],
    [true, /^\d+\. /u],
  ] as const) {
    if (lines.every((line) => mark.test(line))) {
      return { kind: "list", isOrdered, items: lines.map((line) => wordsOf(line.replace(mark, ""))) };
    }
  }
  return { kind: "paragraph", words: wordsOf(lines.join(" ")) };
}

function barsOf(lines: readonly string[]): LessonBlock | undefined {
  let from = 0;
  const bars: { label: string; value: number }[] = [];
  for (const line of lines) {
    const axis = /^axis from (\d+(?:\.\d+)?)$/u.exec(line);
    const bar = /^(.+): (\d+(?:\.\d+)?)$/u.exec(line);
    if (axis !== null) from = Number(axis[1]);
    else if (bar !== null) bars.push({ label: bar[1] ?? "", value: Number(bar[2]) });
    else return undefined;
  }
  return bars.length === 0 ? undefined : { kind: "bars", from, bars };
}

function stripOf([line = ""]: readonly string[]): LessonBlock | undefined {
  const fraction = /^(\d{1,2})\/(\d{1,2})$/u.exec(line);
  if (fraction === null) return undefined;
  const [filled, parts] = [Number(fraction[1]), Number(fraction[2])];
  return parts >= 1 && filled <= parts ? { kind: "strip", filled, parts } : undefined;
}

const MANNERS = [
  [/^\*\*([^*]+)\*\*/u, "strong"],
  [/^\*([^*\s][^*]*)\*/u, "emphasis"],
  [/^`([^`]+)`/u, "code"],
] as const;

function wordsOf(text: string): readonly LessonWords[] {
  const words: LessonWords[] = [];
  let plain = "";
  const closePlain = (): void => {
    if (plain !== "") words.push({ text: plain, manner: "plain" });
    plain = "";
  };
  for (let at = 0; at < text.length;) {
    const rest = text.slice(at, at + 2_000);
    const found = MANNERS.map(([mark, manner]) => ({ match: mark.exec(rest), manner })).find(
      ({ match }) => match !== null,
    );
    if (found?.match == null) {
      plain += text[at] ?? "";
      at += 1;
      continue;
    }
    closePlain();
    words.push({ text: found.match[1] ?? "", manner: found.manner });
    at += found.match[0].length;
  }
  closePlain();
  return words;
}
