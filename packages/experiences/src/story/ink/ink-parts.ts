import type { ScriptBuilder } from "../script/script-builder.ts";
import type { SourceLine } from "../script/source-lines.ts";

/** A knot or stitch with its lines, or what comes before the first one. */
export interface InkPart {
  readonly knot: string;
  readonly stitch: string;
  readonly at: number;
  readonly lines: readonly SourceLine[];
}

const KNOT = /^\s*={2,}\s*(?:(function)\b\s*)?([\p{L}\p{N}_]*)\s*(?:\(([^()]*)\))?\s*=*\s*$/u;
const STITCH = /^\s*=\s*([\p{L}\p{N}_]*)\s*(?:\(([^()]*)\))?\s*$/u;
const DECLARATION = /^\s*(VAR|CONST|LIST|EXTERNAL|INCLUDE)\b(.*)$/u;

/** Cuts an ink source (comments made blank) into knots and stitches; what ink only computes is left out. */
export function inkParts(lines: readonly SourceLine[], builder: ScriptBuilder): readonly InkPart[] {
  const parts: (InkPart & { readonly lines: SourceLine[] })[] = [{ knot: "", stitch: "", at: 0, lines: [] }];
  let isFunction = false;
  for (const line of lines) {
    const head = headOf(line, builder);
    if (head === "declared") continue;
    if (head === undefined) {
      const assigned = /^\s*~\s*temp\s+([\p{L}\p{N}_]+)/u.exec(line.text)?.[1];
      if (assigned !== undefined) builder.allow(assigned);
      if (!isFunction && !/^\s*~/u.test(line.text)) parts.at(-1)?.lines.push(line);
      continue;
    }
    if (head.kind === "knot") isFunction = head.isFunction;
    if (isFunction) continue;
    const knot = head.kind === "knot" ? head.name : (parts.at(-1)?.knot ?? "");
    if (head.kind === "stitch" && knot === "") builder.fault(line.start, "stitch-without-knot", head.name);
    const stitch = head.kind === "stitch" ? head.name : "";
    parts.push({ knot, stitch, at: line.start, lines: [] });
  }
  return parts;
}

type Head =
  | { readonly kind: "knot"; readonly name: string; readonly isFunction: boolean }
  | { readonly kind: "stitch"; readonly name: string };

function headOf({ start, text }: SourceLine, builder: ScriptBuilder): Head | "declared" | undefined {
  const at = start + text.length - text.trimStart().length;
  const declaration = DECLARATION.exec(text);
  if (declaration !== null) {
    declare({ keyword: declaration[1] ?? "", rest: declaration[2] ?? "", at }, builder);
    return "declared";
  }
  if (!/^\s*=/u.test(text)) return undefined;
  const isKnot = /^\s*={2}/u.test(text);
  const head = (isKnot ? KNOT : STITCH).exec(text);
  const name = head?.[isKnot ? 2 : 1] ?? "";
  if (name === "" || /^\p{N}+$/u.test(name)) {
    builder.fault(at, "bad-name", text.trim());
    return isKnot
      ? { kind: "knot", name: `?${String(at)}`, isFunction: false }
      : { kind: "stitch", name: `?${String(at)}` };
  }
  const parameters = head?.[isKnot ? 3 : 2] ?? "";
  for (const parameter of parameters.split(",")) {
    const [word] = parameter
      .replace(/->|\bref\b/gu, "")
      .trim()
      .split(/\s/u);
    if (word !== undefined && word !== "") builder.allow(word);
  }
  return isKnot ? { kind: "knot", name, isFunction: head?.[1] !== undefined } : { kind: "stitch", name };
}

function declare(
  declared: { readonly keyword: string; readonly rest: string; readonly at: number },
  builder: ScriptBuilder,
): void {
  const { keyword, rest, at } = declared;
  if (keyword === "INCLUDE") {
    builder.fault(at, "include", rest);
    return;
  }
  const name = /^\s+([\p{L}\p{N}_]+)\s*(.*)$/u.exec(rest);
  const value = (name?.[2] ?? "").trim();
  if (
    name?.[1] === undefined ||
    (keyword === "EXTERNAL" ? !/^\(.*\)$/u.test(value) : !/^=\s*\S/u.test(value))
  )
    builder.fault(at, "bad-declaration", `${keyword}${rest}`);
  else builder.allow(name[1]);
}
