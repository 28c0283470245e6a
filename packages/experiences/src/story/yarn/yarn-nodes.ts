import type { ScriptBuilder } from "../script/script-builder.ts";
import type { SourceLine } from "../script/source-lines.ts";

/** A node of Yarn: its title and the lines of its body. */
export interface YarnNode {
  readonly title: string;
  readonly at: number;
  /** Nodes of one title that the story chooses from say when. */
  readonly hasWhen: boolean;
  readonly lines: readonly SourceLine[];
}

interface OpenNode {
  title?: string;
  at: number;
  hasWhen: boolean;
  lines: SourceLine[];
}

/** Cuts a Yarn source into its nodes. */
export function yarnNodes(lines: readonly SourceLine[], builder: ScriptBuilder): readonly YarnNode[] {
  const nodes: YarnNode[] = [];
  let open: OpenNode | undefined;
  let place: "head" | "body" = "head";
  for (const line of lines) {
    const text = line.text.trim();
    if (place === "body" && open !== undefined) {
      if (text === "===") {
        if (open.title !== undefined) nodes.push({ ...open, title: open.title });
        open = undefined;
        place = "head";
      } else open.lines.push(line);
    } else if (text === "---") {
      if (open?.title === undefined) builder.fault(line.start, "no-title");
      open ??= { at: line.start, hasWhen: false, lines: [] };
      place = "body";
    } else if (text !== "" && !text.startsWith("//") && !(open === undefined && text.startsWith("#"))) {
      open ??= { at: line.start, hasWhen: false, lines: [] };
      readHeader(line, open, builder);
    }
  }
  if (place === "body" && open !== undefined) builder.fault(open.at, "open-node", open.title);
  else if (open !== undefined) builder.fault(open.at, "no-body", open.title);
  return nodes;
}

function readHeader(line: SourceLine, node: OpenNode, builder: ScriptBuilder): void {
  const text = line.text.trim();
  const [, key, value = ""] = /^([\w.-]+)\s*:\s*(.*)$/u.exec(text) ?? [];
  if (key === undefined) {
    builder.fault(line.start, text === "===" ? "stray-end" : "bad-header", text);
    return;
  }
  if (key === "when") node.hasWhen = true;
  if (key !== "title") return;
  if (node.title !== undefined) builder.fault(line.start, "title-twice", value);
  if (!/^[\p{L}\p{N}_.]+$/u.test(value)) builder.fault(line.start, "bad-name", value);
  node.title = value;
  node.at = line.start;
}
