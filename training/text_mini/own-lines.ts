import { readFileSync } from "node:fs";
import { join } from "node:path";
import { GOEMOTIONS_LABELS } from "@openempathic/learn";

/** The files of our own lines, in `data`. */
export const OWN_LINE_FILES = ["dialogues", "contrasts", "plain"] as const;

/** One of our own lines to learn from: a text, or the turns of a dialogue. */
export interface OwnLine {
  readonly text?: string;
  readonly turns?: readonly { readonly role: "user" | "assistant"; readonly text: string }[];
  /** The share of observers who would name each feeling of GoEmotions, in [0, 1]; one that is missing is not there. */
  readonly labels: Readonly<Record<string, number>>;
  /** How it came about; by hand where it is missing. */
  readonly made?: "hand" | "paired" | "frame";
  /** Contrasts of one group belong together: the same said in other degrees. */
  readonly group?: string;
}

/** The lines of one of our own files. */
export function ownLines(name: (typeof OWN_LINE_FILES)[number]): readonly OwnLine[] {
  return (
    readFileSync(join(import.meta.dirname, "data", `${name}.jsonl`), "utf8")
      .split("\n")
      .filter((line) => line !== "")
      // The cast is safe: a test holds every line of these files against this shape.
      .map((line) => JSON.parse(line) as OwnLine)
  );
}

/** One of our own groups of texts that say less and less of one label. */
export interface OwnDegrees {
  readonly name: string;
  /** Index in `GOEMOTIONS_LABELS`, -1 for a label that is none. */
  readonly label: number;
  readonly lines: readonly {
    readonly text: string;
    /** The share of observers who would name the label, in [0, 1]. */
    readonly share: number;
  }[];
}

/** The groups of `data/degrees.tsv`, whose columns are the group, the label, the share and the text. */
export function ownDegrees(): readonly OwnDegrees[] {
  const groups = new Map<string, OwnDegrees & { readonly lines: { text: string; share: number }[] }>();
  const rows = readFileSync(join(import.meta.dirname, "data/degrees.tsv"), "utf8")
    .trim()
    .split("\n");
  for (const row of rows) {
    const [name = "", label = "", share = "", text = ""] = row.split("\t");
    const group = groups.get(name) ?? {
      name,
      label: (GOEMOTIONS_LABELS as readonly string[]).indexOf(label),
      lines: [],
    };
    group.lines.push({ text, share: Number(share) });
    groups.set(name, group);
  }
  return [...groups.values()];
}
