import { moodWord } from "../script/mood-tag.ts";
import type { Script, ScriptFormat, Utterance } from "../script/script.ts";

/** The mood to write for an utterance; `undefined` for none. */
export type MoodOf = (utterance: Utterance) => string | undefined;

/**
 * Writes moods into a script as its format has them: `#mood:sadness` at the end of a line or choice of ink and Yarn,
 * `"moods": [...]` in a Twee passage's metadata and a `data-moods` attribute in Twine's HTML (one word or null for each
 * line and choice of the passage, in order), `[[mood: sadness]]` in Fountain and plain text. Only these are put in: every
 * other byte stays, and a mood that the writer has tagged already stays theirs.
 *
 * @example
 * ```ts
 * import { readInk, tagScript } from "@openempathic/experiences/story";
 *
 * const source = "Mara: You came back.\n* [Stay] -> END";
 * const reading = readInk(source);
 * const script = reading.kind === "read" ? reading.script : undefined;
 * tagScript(source, script, ({ kind }) => (kind === "choice" ? "Hope" : "Elation")); // => "Mara: You came back. #mood:elation\n* [Stay #mood:hope] -> END"
 * ```
 */
export function tagScript(source: string, script: Script, moodOf: MoodOf): string {
  const insertions = isByPassage(script.format)
    ? passageTags(source, script, moodOf)
    : lineTags(script, moodOf);
  let tagged = "";
  let from = 0;
  for (const { at, text } of insertions.toSorted((a, b) => a.at - b.at)) {
    tagged += source.slice(from, at) + text;
    from = at;
  }
  return tagged + source.slice(from);
}

interface Insertion {
  readonly at: number;
  readonly text: string;
}

function isByPassage(format: ScriptFormat): boolean {
  return format === "twee" || format === "twine";
}

function lineTags({ format, utterances }: Script, moodOf: MoodOf): readonly Insertion[] {
  const isTag = format === "ink" || format === "yarn";
  return utterances.flatMap((utterance) => {
    const mood = utterance.mood === undefined ? moodOf(utterance) : undefined;
    if (mood === undefined || utterance.tagAt === null) return [];
    const word = moodWord(mood);
    return [{ at: utterance.tagAt, text: isTag ? ` #mood:${word}` : ` [[mood: ${word}]]` }];
  });
}

function passageTags(
  source: string,
  { format, passages, utterances }: Script,
  moodOf: MoodOf,
): readonly Insertion[] {
  return passages.flatMap((_passage, index) => {
    const own = utterances.filter(({ passage }) => passage === index);
    const at = own[0]?.tagAt ?? null;
    // A list that the writer has made is whole as it is.
    if (at === null || own.some(({ mood }) => mood !== undefined)) return [];
    const words = own.map((utterance) => {
      const mood = moodOf(utterance);
      return mood === undefined ? null : moodWord(mood);
    });
    if (words.every((word) => word === null)) return [];
    const list = JSON.stringify(words);
    if (format === "twine") return [{ at: beforeTagEnd(source, at), text: ` data-moods='${list}'` }];
    if (source[at] !== "}") return [{ at, text: ` {"moods":${list}}` }];
    const isEmpty = source.slice(0, at).trimEnd().endsWith("{");
    return [{ at, text: `${isEmpty ? "" : ","}"moods":${list}` }];
  });
}

function beforeTagEnd(source: string, at: number): number {
  return source[at - 1] === "/" ? at - 1 : at;
}
