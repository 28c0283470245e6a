import { readScript } from "../script/read-script.ts";
import type { Script, Utterance } from "../script/script.ts";

/** Other words for one utterance. */
export interface NewWords {
  readonly of: number;
  readonly text: string;
}

/**
 * Whether an utterance stands in the source just as it is read, so that other words can stand in its place. What has markup,
 * values or alternatives in it is the writer's to change.
 */
export function isReplaceable(source: string, { kind, text, span }: Utterance): boolean {
  return kind !== "choice" && source.slice(span.start, span.end).replace(/\s+/gu, " ").trim() === text;
}

/**
 * The source with other words for some of its utterances; every other byte stays. The result is read again, and it must be
 * the same story but for these words.
 *
 * @returns `undefined` where it would not be: words with the format's own signs in them, or an utterance that cannot be
 *   replaced
 */
export function replaceLines(source: string, script: Script, words: readonly NewWords[]): string | undefined {
  let changed = source;
  const inOrder = words.toSorted((a, b) => b.of - a.of);
  for (const { of, text } of inOrder) {
    const utterance = script.utterances[of - 1];
    if (utterance === undefined || !isReplaceable(source, utterance) || /[\r\n]/u.test(text))
      return undefined;
    const { start, end } = utterance.span;
    changed = changed.slice(0, start) + text.trim() + changed.slice(end);
  }
  const again = readScript(changed, script.format);
  if (again.kind === "faulty") return undefined;
  const wanted = new Map(words.map(({ of, text }) => [of, text.trim()]));
  return isSameBut(script, again.script, wanted) ? changed : undefined;
}

/** Whether two scripts are one story but for the words of some utterances. */
export function isSameBut(before: Script, after: Script, words: ReadonlyMap<number, string>): boolean {
  if (before.utterances.length !== after.utterances.length) return false;
  if (JSON.stringify(before.blocks) !== JSON.stringify(after.blocks)) return false;
  return before.utterances.every((utterance, at) => {
    const again = after.utterances[at];
    return (
      again !== undefined &&
      again.kind === utterance.kind &&
      again.speaker === utterance.speaker &&
      again.text === (words.get(utterance.id) ?? utterance.text)
    );
  });
}
