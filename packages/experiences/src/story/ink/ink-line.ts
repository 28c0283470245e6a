import { indexOutside, partsOutside } from "./ink-text.ts";

/** One line of ink content in its parts; offsets count within the line. */
export interface InkLine {
  /** Up to the first tag or divert. */
  readonly text: string;
  /** Without their #. */
  readonly tags: readonly string[];
  /** Where another tag can be put: after text and tags, before any divert. */
  readonly tagAt: number;
  /** What follows the first arrow, with it; empty where there is none. */
  readonly divert: string;
  readonly divertAt: number;
}

/** Cuts a line of ink (comments made blank) into text, tags and divert. */
export function cutInkLine(line: string): InkLine {
  const divertAt = indexOutside(line, /->|<-/uy);
  const before = divertAt < 0 ? line : line.slice(0, divertAt);
  const [text = "", ...tags] = partsOutside(before, "#");
  return {
    text,
    tags: tags.map((tag) => tag.trim()),
    tagAt: before.trimEnd().length,
    divert: divertAt < 0 ? "" : line.slice(divertAt).trim(),
    divertAt: divertAt < 0 ? line.length : divertAt,
  };
}
