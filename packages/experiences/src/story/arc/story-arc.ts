import type { Estimate, Spread } from "@openempathic/affect";
import type { Script, Utterance } from "../script/script.ts";
import type { Path } from "./follow-path.ts";
import { smoothArc } from "./smooth-arc.ts";

/** What is known of how utterances sound, by their words; a missing one was not read yet. */
export type Readings = Readonly<Record<string, Estimate>>;

/** Whose arc it is: "reader", who reads everything on the way, or a speaker, who says their own lines. */
export type ArcOf = { readonly kind: "reader" } | { readonly kind: "speaker"; readonly name: string };

/** One utterance on an arc. */
export interface ArcPoint {
  readonly utterance: Utterance;
  /** Its place among the utterances on the way, from 0. */
  readonly step: number;
  /** Where its middle stands in the words of the way, in [0, 1]. */
  readonly position: number;
  /** The arc here, with how sure: a standard deviation. `undefined` while nothing on the arc could be told. */
  readonly valence: Spread | undefined;
  readonly arousal: Spread | undefined;
  /** What this utterance alone sounds like; `undefined` where it was not read or could not be told. */
  readonly alone: Estimate | undefined;
}

/**
 * The emotional arc of a way through a script: how the words sound, from its beginning to its end. Not what anybody
 * feels, and not what all readers would say: the band says how far the mean of many may lie off.
 */
export function storyArc(
  script: Script,
  path: Path,
  { readings, of }: { readonly readings: Readings; readonly of: ArcOf },
): readonly ArcPoint[] {
  const way = path.utterances.map((id) => script.utterances[id - 1]).filter((each) => each !== undefined);
  const sizes = way.map(({ text }) => wordsIn(text));
  const all = sizes.reduce((sum, size) => sum + size, 0);
  let before = 0;
  const places = way.map((utterance, step) => {
    const size = sizes[step] ?? 0;
    const position = all === 0 ? 0 : (before + size / 2) / all;
    before += size;
    return { utterance, step, position, alone: told(readings, utterance.text) };
  });
  const own = places.filter(
    ({ utterance }) => of.kind === "reader" || (utterance.kind === "said" && utterance.speaker === of.name),
  );
  const arcIn = (dimension: "valence" | "arousal") =>
    smoothArc(own.map(({ step, alone }) => ({ step, value: alone?.dimensions[dimension] })));
  const [valence, arousal] = [arcIn("valence"), arcIn("arousal")];
  return own.map((place, at) => ({ ...place, valence: valence[at], arousal: arousal[at] }));
}

/** Who speaks in a script, in the order in which they first do. */
export function speakersOf({ utterances }: Script): readonly string[] {
  return [...new Set(utterances.flatMap(({ speaker }) => (speaker === undefined ? [] : [speaker])))];
}

/** How many words a text has; at least one. */
export function wordsIn(text: string): number {
  return Math.max(1, text.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu)?.length ?? 1);
}

function told(readings: Readings, text: string): Estimate | undefined {
  const reading = Object.hasOwn(readings, text) ? readings[text] : undefined;
  return reading?.abstained === null ? reading : undefined;
}
