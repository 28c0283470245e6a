import type { ScriptFaultReason } from "../script/script-fault.ts";

/** The head of a passage in Twee 3: `:: Name [tags] {"metadata": "as JSON"}`. */
export interface TweeHeader {
  readonly name: string;
  readonly tags: readonly string[];
  readonly metadata: Readonly<Record<string, unknown>>;
  /** Where metadata can be put in, counted from the line's start: before the closing brace, or at the end. */
  readonly metadataAt: number;
  readonly fault?: ScriptFaultReason;
}

/** Reads the head of a passage. In names and tags `\[`, `\]`, `\{`, `\}` and `\\` stand for the signs themselves. */
export function readTweeHeader(line: string): TweeHeader {
  const end = line.trimEnd().length;
  let at = 2;
  let name = "";
  for (; at < end && !/[[{]/u.test(line[at] ?? ""); at += 1) {
    if (line[at] === "\\") at += 1;
    else if (/[\]}]/u.test(line[at] ?? "")) return broken(end, "bad-header");
    name += line[at] ?? "";
  }
  const tagList = /^\[((?:[^\\[\]]|\\.)*)\]\s*/u.exec(line.slice(at, end));
  if (line[at] === "[" && tagList === null) return broken(end, "open-tags");
  at += tagList?.[0].length ?? 0;
  const rest = line.slice(at, end);
  const metadata = rest === "" ? {} : metadataIn(rest);
  if (name.trim() === "") return broken(end, "no-title");
  if (metadata === undefined) return broken(end, "bad-metadata");
  return {
    name: name.trim(),
    tags: (tagList?.[1] ?? "")
      .replace(/\\(.)/gu, "$1")
      .split(/\s+/u)
      .filter((tag) => tag !== ""),
    metadata,
    metadataAt: rest === "" ? end : end - 1,
  };
}

/** The moods that a passage's metadata notes, in the order of its utterances. */
export function moodsIn(metadata: Readonly<Record<string, unknown>>): readonly (string | null)[] | undefined {
  const moods = metadata["moods"];
  if (moods === undefined) return [];
  if (!Array.isArray(moods) || moods.length > 2_000) return undefined;
  const words: (string | null)[] = [];
  for (const mood of moods as readonly unknown[]) {
    if (mood !== null && (typeof mood !== "string" || mood.trim() === "")) return undefined;
    words.push(mood);
  }
  return words;
}

function metadataIn(text: string): Readonly<Record<string, unknown>> | undefined {
  if (!text.startsWith("{")) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    // The cast is safe: text that begins with a brace is an object.
    return value as Readonly<Record<string, unknown>>;
  } catch {
    return undefined;
  }
}

function broken(metadataAt: number, fault: ScriptFaultReason): TweeHeader {
  return { name: "", tags: [], metadata: {}, metadataAt, fault };
}
